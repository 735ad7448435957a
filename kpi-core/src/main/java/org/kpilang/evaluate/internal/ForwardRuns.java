package org.kpilang.evaluate.internal;

import java.util.Arrays;
import org.kpilang.aggregate.WindowSummary;

/**
 * Answers windows that may step back, as {@code x[previous][month to date]} does from day to day: run by run of windows
 * that move forward. Nearly always that is one run.
 */
final class ForwardRuns {

    private ForwardRuns() {}

    /** As {@link WindowSummary#run}, for windows in any order. */
    static void run(WindowSummary summary, double[] values, int offset, int length, int origin, int[] lo, int[] hi,
            int windows,
            double[] results, int resultsAt, int[] known) {
        int from = 0;
        while (from < windows) {
            int to = from + 1;
            while (to < windows && lo[to] >= lo[to - 1] && hi[to] >= hi[to - 1]) {
                to++;
            }
            if (from == 0) {
                summary.run(values, offset, length, origin, lo, hi, to, results, resultsAt, known);
            } else {
                int[] some = new int[to - from];
                summary.run(values, offset, length, origin, Arrays.copyOfRange(lo, from, to),
                        Arrays.copyOfRange(hi, from, to), to - from, results, resultsAt + from, some);
                System.arraycopy(some, 0, known, from, to - from);
            }
            from = to;
        }
    }
}
