package org.kpilang.aggregate;

/** The sample standard deviation of each window. */
final class SlidingDeviation implements WindowSummary {

    private final SlidingWindow any;

    SlidingDeviation() {
        this.any = new SlidingWindow(Aggregates.DEVIATION);
    }

    @Override
    public void run(double[] values, int offset, int length, int origin, int[] lo, int[] hi, int windows,
            double[] results, int resultsAt, int[] known) {
        any.run(values, offset, length, origin, lo, hi, windows, results, resultsAt, known);
    }
}
