package org.kpilang.aggregate;

/** The largest or the smallest value of each window. */
final class SlidingExtreme implements WindowSummary {

    private final SlidingWindow any;

    SlidingExtreme(boolean largest) {
        this.any = new SlidingWindow(largest ? Aggregates.MAXIMUM : Aggregates.MINIMUM);
    }

    @Override
    public void run(double[] values, int offset, int length, int origin, int[] lo, int[] hi, int windows,
            double[] results, int resultsAt, int[] known) {
        any.run(values, offset, length, origin, lo, hi, windows, results, resultsAt, known);
    }
}
