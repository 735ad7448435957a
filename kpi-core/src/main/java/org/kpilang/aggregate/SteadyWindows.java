package org.kpilang.aggregate;

/**
 * Answers windows of one length that move on value by value in a way that is faster than the general one and comes to
 * the same; and leaves all others to the general way, such as the first ones of a row that begin with it and grow.
 */
abstract sealed class SteadyWindows implements WindowSummary permits SlidingExtreme, SlidingDeviation {

    /** The values of the batch. */
    final KnownValues row = new KnownValues();

    private final double instead;
    private final SlidingWindow any;

    /** What stands in the place of values that are not known, and what summarises windows in the general way. */
    SteadyWindows(double instead, Aggregate aggregate) {
        this.instead = instead;
        this.any = new SlidingWindow(aggregate);
    }

    @Override
    public final void run(double[] values, int offset, Windows windows, double[] results, int resultsAt, int[] known) {
        for (WindowBatch batch : windows.batches()) {
            int from = batch.steadyFrom();
            int until = batch.steadyUntil();
            answer(values, offset, windows, batch.first(), from, results, resultsAt, known);
            if (from < until) {
                steady(values, offset, windows, from, until, results, resultsAt, known);
            }
            answer(values, offset, windows, until, batch.until(), results, resultsAt, known);
        }
    }

    private void steady(double[] values, int offset, Windows windows, int first, int until, double[] results,
            int resultsAt, int[] known) {
        int start = windows.start(first);
        int width = windows.end(first) - start;
        int count = until - first;
        row.take(values, offset + start, count + width - 1, instead);
        row.known(0, width, count, known, first);
        if (!slide((long) windows.origin() + start, width, count, results, resultsAt + first, known, first)) {
            answer(values, offset, windows, first, until, results, resultsAt, known);
        }
    }

    /**
     * Answers windows over the row that was taken, the first of which starts with it.
     *
     * @param ordinal of the first value
     * @param known   says how many values of each window are known, the first at {@code knownAt}
     * @return whether that could be done
     */
    abstract boolean slide(long ordinal, int width, int count, double[] results, int resultsAt, int[] known,
            int knownAt);

    private void answer(double[] values, int offset, Windows windows, int first, int until, double[] results,
            int resultsAt, int[] known) {
        if (first < until) {
            any.answer(values, offset, windows, first, until, results, resultsAt, known);
        }
    }

    /** The general way. */
    final SlidingWindow any() {
        return any;
    }
}
