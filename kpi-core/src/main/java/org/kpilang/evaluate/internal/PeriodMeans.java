package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kpilang.aggregate.Statistics;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.Reason;
import org.kpilang.facts.Facts;
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
    private final double[] means;

    private PeriodMeans(Stage stage, int[] lo, int[] hi, double[] means) {
        this.stage = stage;
        this.lo = lo;
        this.hi = hi;
        this.means = means;
    }

    static PeriodMeans of(Program operand, Window[] windows, SliceGrid grid, Facts facts, Execution execution) {
        int[] periods = periods(windows);
        Window like = windows[0];
        List<Window> frame = new ArrayList<>(periods.length);
        for (int period : periods) {
            frame.add(new Window(like.calendar(), like.grain(), period, period));
        }
        int[] lo = Arrays.stream(windows).mapToInt(window -> Arrays.binarySearch(periods, window.first())).toArray();
        int[] hi = Arrays.stream(windows).mapToInt(window -> Arrays.binarySearch(periods, window.last())).toArray();
        Stage stage = new Stage(operand, new Frame(frame), grid, facts, execution);
        double[] means = new double[grid.size() * windows.length];
        int[] known = new int[windows.length];
        for (int slice = 0; slice < grid.size(); slice++) {
            int at = slice * windows.length;
            ForwardRuns.run(Statistics.named("avg").orElseThrow().summary(), stage.output(0), slice * periods.length,
                    periods.length, 0, lo, hi, windows.length, means, at, known);
            for (int i = 0; i < windows.length; i++) {
                means[at + i] = known[i] == hi[i] - lo[i] + 1 ? means[at + i] : Double.NaN;
            }
        }
        return new PeriodMeans(stage, lo, hi, means);
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

    /** The mean in a window; NaN if there is none. */
    double of(int slice, int window) {
        return means[slice * lo.length + window];
    }

    /** Why there is no mean; nothing if there is one. */
    Set<Reason> reasons(int slice, int window, String what, Origin origin) {
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
            reasons.add(new Reason(Absence.PARTIAL_WINDOW, known + " of " + periods + " periods of " + what, origin));
        }
        if (missing >= 0) {
            reasons.addAll(stage.reasons(0, slice, missing));
        }
        return reasons;
    }
}
