package org.kpilang.evaluate.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.internal.decimal.Rational;
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
public final class IndexColumn extends StageLeaf {

    private static final double HUNDRED = 100;

    private final Leaf.Index leaf;
    /** The windows, and the base after them. */
    private final Window[] windows;
    private final PeriodMeans means;

    private IndexColumn(Leaf.Index leaf, Window[] windows, PeriodMeans means) {
        super(means.stage(), windows.length - 1);
        this.leaf = leaf;
        this.windows = windows;
        this.means = means;
    }

    static IndexColumn of(Leaf.Index leaf, Frame frame, Panel panel) {
        int count = frame.size();
        Window[] windows = new Window[count + 1];
        for (int i = 0; i < count; i++) {
            windows[i] = leaf.path().time().from(frame.window(i)).window();
        }
        windows[count] = base(leaf.base(), windows[0].grain());
        return new IndexColumn(leaf, windows, PeriodMeans.of(leaf.operand(), windows, panel));
    }

    @Override
    RowFiller filler(Workspace workspace) {
        PeriodMeans.Calculator calculator = means.new Calculator();
        int count = windows();
        return new InnerRows(operand(), workspace, count, (values, offset, out, at) -> {
            double[] mean = calculator.means(values, offset);
            double divisor = mean[count];
            for (int i = 0; i < count; i++) {
                double value = divisor > 0 ? HUNDRED * mean[i] / divisor : Double.NaN;
                out[at + i] = value + (value - value);
            }
        });
    }

    /**
     * How fast the index changes in a window.
     *
     * @param values  what it is of, in the periods of the operand
     * @param changes how fast that changes
     * @param value   the index
     */
    double slope(int window, double[] values, double[] changes, double value) {
        PeriodMeans.Calculator calculator = means.new Calculator();
        double base = calculator.means(values, 0)[windows()];
        double[] moving = calculator.means(changes, 0);
        return (HUNDRED * moving[window] - value * moving[windows()]) / base;
    }

    @Override
    ExactRows exact() {
        ExactWorker worker = new ExactWorker(operand());
        int count = windows();
        return (slice, out) -> {
            @Nullable Rational[] mean = means.exact(worker.about(slice).output(0));
            Rational divisor = mean[count];
            for (int i = 0; i < count; i++) {
                out[i] = mean[i] == null || divisor == null || divisor.sign() <= 0 ? null
                        : Rational.HUNDRED.times(mean[i]).dividedBy(divisor).orNone();
            }
        };
    }

    /**
     * The base in periods of a grain: all that it is made of, or the one that holds it.
     *
     * @throws IllegalArgumentException if it is neither made of whole ones nor within one
     */
    public static Window base(Period base, Grain grain) {
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
    List<Reason> reasons(Inquiry inquiry, int window) {
        Inquiry inside = inquiry.inner(operand());
        int last = windows.length - 1;
        String text = Reasons.shown(leaf.operandSource());
        Set<Reason> reasons = new LinkedHashSet<>();
        reasons.addAll(means.reasons(inside, window, text + " have a value in " + windows[window], leaf.source().origin()));
        reasons.addAll(means.reasons(inside, last, text + " have a value in " + windows[last] + ", the base of the index",
                leaf.source().origin()));
        double divisor = means.mean(inside, last);
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
}
