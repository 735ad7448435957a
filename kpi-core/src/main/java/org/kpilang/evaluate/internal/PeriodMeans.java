package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Statistics;
import org.kpilang.aggregate.WindowSummary;
import org.kpilang.aggregate.Windows;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.evaluate.internal.decimal.RationalWindows;
import org.kpilang.series.Absence;
import org.kpilang.source.Origin;
import org.kpilang.time.Window;

/**
 * The means of a program over the periods of some windows of one grain, all of which must have a value. The program is
 * worked out once, in the periods that any window has.
 */
final class PeriodMeans {

    private final Stage stage;
    private final int[] lo;
    private final int[] hi;
    private final Windows windows;

    private PeriodMeans(Stage stage, int[] lo, int[] hi) {
        this.stage = stage;
        this.lo = lo;
        this.hi = hi;
        this.windows = Windows.of(lo, hi, stage.frame().size(), 0);
    }

    static PeriodMeans of(Program operand, Window[] windows, Panel panel) {
        int[] periods = periods(windows);
        int[] lo = Arrays.stream(windows).mapToInt(window -> Arrays.binarySearch(periods, window.first())).toArray();
        int[] hi = Arrays.stream(windows).mapToInt(window -> Arrays.binarySearch(periods, window.last())).toArray();
        return new PeriodMeans(new Stage(operand, frame(windows[0], periods), panel), lo, hi);
    }

    /** What the program is worked out by. */
    Stage stage() {
        return stage;
    }

    /** Works out means. Keeps working memory; for the use of one thread. */
    final class Calculator {

        private final WindowSummary mean = Statistics.named("avg").orElseThrow().summary();
        private final int[] known = new int[lo.length];
        private final double[] means = new double[lo.length];

        /** The mean in each window, of the values of one slice; NaN if there is none. */
        double[] means(double[] values, int offset) {
            mean.run(values, offset, windows, means, 0, known);
            for (int i = 0; i < means.length; i++) {
                means[i] = known[i] == hi[i] - lo[i] + 1 ? means[i] : Double.NaN;
            }
            return means;
        }
    }

    /** The exact mean in each window, of the values of one slice; null if there is none. */
    @Nullable Rational[] exact(@Nullable Rational[] values) {
        Rational[] means = new Rational[lo.length];
        int[] known = new int[lo.length];
        RationalWindows.MEAN.run(values, 0, stage.frame().size(), lo, hi, lo.length, means, 0, known);
        for (int i = 0; i < means.length; i++) {
            means[i] = known[i] == hi[i] - lo[i] + 1 ? means[i] : null;
        }
        return means;
    }

    /**
     * The mean in one window; NaN if there is none.
     *
     * @param inside what the program comes to in the slice
     */
    double mean(Inquiry inside, int window) {
        @Nullable Rational[] values = inside.exactOutput();
        if (values == null) {
            return new Calculator().means(inside.output(), 0)[window];
        }
        Rational mean = exact(values)[window];
        return mean == null ? Double.NaN : mean.toDouble();
    }

    private static Frame frame(Window like, int[] periods) {
        List<Window> frame = new ArrayList<>(periods.length);
        for (int period : periods) {
            frame.add(new Window(like.calendar(), like.grain(), period, period));
        }
        return new Frame(frame);
    }

    /** The periods of all windows, in order; those between two windows are left out. */
    private static int[] periods(Window[] windows) {
        List<Window> ordered = Stream.of(windows).sorted((a, b) -> Integer.compare(a.first(), b.first())).toList();
        IntStream.Builder periods = IntStream.builder();
        int next = ordered.get(0).first();
        for (Window window : ordered) {
            for (next = Math.max(next, window.first()); next <= window.last(); next++) {
                periods.add(next);
            }
        }
        return periods.build().toArray();
    }

    /**
     * Why there is no mean; nothing if there is one.
     *
     * @param inside what the program comes to in the slice
     */
    Set<Reason> reasons(Inquiry inside, int window, String what, Origin origin) {
        Set<Reason> reasons = new LinkedHashSet<>();
        int missing = -1;
        int known = 0;
        for (int period = hi[window]; period >= lo[window]; period--) {
            boolean has = inside.hasValue(period);
            known += has ? 1 : 0;
            missing = has ? missing : period;
        }
        int periods = hi[window] - lo[window] + 1;
        if (missing >= 0 && periods > 1) {
            reasons.add(new Reason(Absence.PARTIAL_WINDOW, known + " of " + periods + " periods of " + what, origin));
        }
        if (missing >= 0) {
            reasons.addAll(inside.reasons(missing));
        }
        return reasons;
    }
}
