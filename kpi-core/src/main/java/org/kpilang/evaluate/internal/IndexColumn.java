package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kpilang.aggregate.Statistics;
import org.kpilang.evaluate.Reason;
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
    private final Window[] windows;
    private final Window base;
    /** The values in the periods of the windows. */
    private final Means now;
    private final Means then;

    private IndexColumn(Leaf.Index leaf, Window[] windows, Window base, Means now, Means then, double[] values, int slices) {
        super(values, identity(slices), windows.length);
        this.leaf = leaf;
        this.windows = windows;
        this.base = base;
        this.now = now;
        this.then = then;
    }

    static IndexColumn of(Leaf.Index leaf, Frame frame, SliceGrid grid, Facts facts) {
        Window[] windows = new Window[frame.size()];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = leaf.path().time().from(frame.window(i)).window();
        }
        Window base = base(leaf.base(), windows[0].grain());
        Means now = new Means(leaf.operand(), windows, grid, facts);
        Means then = new Means(leaf.operand(), new Window[] {base}, grid, facts);
        double[] values = new double[grid.size() * windows.length];
        for (int slice = 0; slice < grid.size(); slice++) {
            double divisor = then.of(slice, 0);
            for (int i = 0; i < windows.length; i++) {
                double value = divisor > 0 ? HUNDRED * now.of(slice, i) / divisor : Double.NaN;
                values[slice * windows.length + i] = value + (value - value);
            }
        }
        return new IndexColumn(leaf, windows, base, now, then, values, grid.size());
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
        Set<Reason> reasons = new LinkedHashSet<>();
        String text = Reasons.shown(leaf.operandSource());
        reasons.addAll(now.reasons(slice, window, text + " have a value in " + windows[window], leaf));
        reasons.addAll(then.reasons(slice, 0, text + " have a value in " + base + ", the base of the index", leaf));
        double divisor = then.of(slice, 0);
        if (divisor <= 0) {
            reasons.add(new Reason(divisor == 0 ? Absence.ZERO_DIVISOR : Absence.NEGATIVE_BASE, text + " is "
                    + Reasons.number(divisor) + " in " + base + ", the base of the index", leaf.source().origin()));
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

    /** The means of a program over the periods of some windows; none where a period has no value. */
    private static final class Means {

        private final Stage stage;
        private final int[] lo;
        private final int[] hi;
        private final double[] means;

        Means(Program operand, Window[] windows, SliceGrid grid, Facts facts) {
            int first = Arrays.stream(windows).mapToInt(Window::first).min().orElseThrow();
            int last = Arrays.stream(windows).mapToInt(Window::last).max().orElseThrow();
            lo = Arrays.stream(windows).mapToInt(window -> window.first() - first).toArray();
            hi = Arrays.stream(windows).mapToInt(window -> window.last() - first).toArray();
            stage = new Stage(operand, Frame.of(new Window(windows[0].calendar(), windows[0].grain(), first, last)), grid, facts);
            means = new double[grid.size() * windows.length];
            int periods = last - first + 1;
            int[] known = new int[windows.length];
            for (int slice = 0; slice < grid.size(); slice++) {
                int at = slice * windows.length;
                ForwardRuns.run(Statistics.named("avg").orElseThrow().summary(), stage.output(0), slice * periods, periods,
                        lo, hi, windows.length, means, at, known);
                for (int i = 0; i < windows.length; i++) {
                    means[at + i] = known[i] == hi[i] - lo[i] + 1 ? means[at + i] : Double.NaN;
                }
            }
        }

        double of(int slice, int window) {
            return means[slice * lo.length + window];
        }

        /** Why there is no mean; nothing if there is one. */
        Set<Reason> reasons(int slice, int window, String what, Leaf.Index leaf) {
            Set<Reason> reasons = new LinkedHashSet<>();
            int missing = -1;
            int known = 0;
            for (int period = hi[window]; period >= lo[window]; period--) {
                boolean has = stage.hasValue(0, slice, period);
                known += has ? 1 : 0;
                missing = has ? missing : period;
            }
            int periods = hi[window] - lo[window] + 1;
            if (missing >= 0 && periods > 1) {
                reasons.add(new Reason(Absence.PARTIAL_WINDOW, known + " of " + periods + " periods of " + what,
                        leaf.source().origin()));
            }
            if (missing >= 0) {
                reasons.addAll(stage.reasons(0, slice, missing));
            }
            return reasons;
        }
    }
}
