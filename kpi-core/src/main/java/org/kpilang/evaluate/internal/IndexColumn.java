package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.facts.Facts;
import org.kpilang.series.Absence;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * An index number: 100 times the mean of the values in the periods of the window, divided by the mean of those in the
 * base. The periods are of the grain that is asked, so that a base of one such period is compared with as it is, and the
 * index has a mean of 100 in a longer one.
 */
final class IndexColumn extends LeafColumn {

    private static final double HUNDRED = 100;

    private final Leaf.Index leaf;
    /** The windows, and the base after them. */
    private final Window[] windows;
    private final PeriodMeans means;

    private IndexColumn(Leaf.Index leaf, Window[] windows, PeriodMeans means, double[] values, int slices) {
        super(values, identity(slices), windows.length - 1);
        this.leaf = leaf;
        this.windows = windows;
        this.means = means;
    }

    static IndexColumn of(Leaf.Index leaf, Frame frame, SliceGrid grid, Facts facts, Execution execution) {
        int count = frame.size();
        Window[] windows = windows(leaf, frame);
        PeriodMeans means = PeriodMeans.of(leaf.operand(), windows, grid, facts, execution);
        double[] values = new double[grid.size() * count];
        for (int slice = 0; slice < grid.size(); slice++) {
            double divisor = means.of(slice, count);
            for (int i = 0; i < count; i++) {
                double value = divisor > 0 ? HUNDRED * means.of(slice, i) / divisor : Double.NaN;
                values[slice * count + i] = value + (value - value);
            }
        }
        return new IndexColumn(leaf, windows, means, values, grid.size());
    }

    /** The same with exact numbers. */
    static ExactColumn exact(Leaf.Index leaf, Frame frame, SliceGrid grid, Facts facts, Execution execution) {
        int count = frame.size();
        Window[] windows = windows(leaf, frame);
        PeriodMeans means = PeriodMeans.exact(leaf.operand(), windows, grid, facts, execution);
        Rational[] values = new Rational[grid.size() * count];
        for (int slice = 0; slice < grid.size(); slice++) {
            Rational divisor = means.exact(slice, count);
            for (int i = 0; i < count; i++) {
                Rational mean = means.exact(slice, i);
                values[slice * count + i] = mean == null || divisor == null || divisor.sign() <= 0 ? null
                        : Rational.HUNDRED.times(mean).dividedBy(divisor).orNone();
            }
        }
        return ExactColumn.ofSlices(new IndexColumn(leaf, windows, means, ExactColumn.doubles(values), grid.size()),
                values, grid.size(), count);
    }

    /** The windows of a frame as the leaf sees them, and the base after them. */
    private static Window[] windows(Leaf.Index leaf, Frame frame) {
        int count = frame.size();
        Window[] windows = new Window[count + 1];
        for (int i = 0; i < count; i++) {
            windows[i] = leaf.path().time().from(frame.window(i)).window();
        }
        windows[count] = base(leaf.base(), windows[0].grain());
        return windows;
    }

    /**
     * The base in periods of a grain: all that it is made of, or the one that holds it.
     *
     * @throws IllegalArgumentException if it is neither made of whole ones nor within one
     */
    static Window base(Period base, Grain grain) {
        Calendar calendar = base.calendar();
        if (!calendar.nests(grain, base.grain()) && !calendar.nests(base.grain(), grain)) {
            throw new IllegalArgumentException("the base " + base + " is not made of whole " + grain + "s");
        } else if (calendar.nests(grain, base.grain())) {
            return base.window().in(grain);
        }
        int holder = calendar.enclosing(base.grain(), base.ordinal(), grain);
        return new Window(calendar, grain, holder, holder);
    }

    @Override
    List<Reason> reasons(int slice, int window) {
        int last = windows.length - 1;
        String text = Reasons.shown(leaf.operandSource());
        Set<Reason> reasons = new LinkedHashSet<>();
        reasons.addAll(means.reasons(slice, window, text + " have a value in " + windows[window], leaf.source().origin()));
        reasons.addAll(means.reasons(slice, last, text + " have a value in " + windows[last] + ", the base of the index",
                leaf.source().origin()));
        double divisor = means.of(slice, last);
        if (divisor <= 0) {
            reasons.add(new Reason(divisor == 0 ? Absence.ZERO_DIVISOR : Absence.NEGATIVE_BASE, text + " is "
                    + Reasons.number(divisor) + " in " + windows[last] + ", the base of the index", leaf.source().origin()));
        }
        if (reasons.isEmpty()) {
            reasons.add(new Reason(Absence.DOMAIN, "the index of " + text + " is too large in " + windows[window],
                    leaf.source().origin()));
        }
        return List.copyOf(reasons);
    }

    private static int[] identity(int slices) {
        int[] rows = new int[slices];
        Arrays.setAll(rows, slice -> slice);
        return rows;
    }
}
