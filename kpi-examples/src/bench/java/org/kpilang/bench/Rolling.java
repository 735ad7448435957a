package org.kpilang.bench;

import org.kpilang.aggregate.WindowSummary;

/** A window summary over a whole row. */
final class Rolling {

    private Rolling() {}

    static void run(WindowSummary summary, double[] values, int[] lo, int[] hi, double[] results, int[] known) {
        summary.run(values, 0, values.length, 0, lo, hi, values.length, results, 0, known);
    }
}
