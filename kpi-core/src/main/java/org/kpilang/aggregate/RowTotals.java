package org.kpilang.aggregate;

/**
 * The sums of windows over some rows of one length, which are made ready once for any windows. They are those of the
 * {@link WindowSummary} of a sum. Keeps working memory; for the use of one thread.
 */
public final class RowTotals {

    private final KnownValues values = new KnownValues();
    private final RunningTotals totals = new RunningTotals();
    private final SlidingSum others = new SlidingSum(false);
    private double[] rows = new double[0];
    private int length;
    private boolean fits;

    /** With working memory that grows as it is needed. */
    public RowTotals() {}

    /**
     * Makes rows ready.
     *
     * @param given  some rows, one after the other, not to be changed until other rows are taken; NaN stands for no
     *               value
     * @param count  how many rows
     * @param places how long each is
     */
    public void take(double[] given, int count, int places) {
        rows = given;
        length = places;
        values.take(given, 0, count * places, 0);
        fits = totals.addUp(values.filled(), count, places, values.magnitude());
    }

    /** Answers windows over a row, as {@link WindowSummary#run} does. */
    public void sums(int row, Windows windows, double[] results, int resultsAt, int[] known) {
        if (!fits || windows.batches().length > 1) {
            others.run(rows, row * length, windows, results, resultsAt, known);
            return;
        }
        int first = row * length;
        int firstTotal = row * (length + 1);
        if (!values.hasGaps()) {
            windows.copyLengths(known);
            totals.sums(windows, firstTotal, results, resultsAt);
            windows.leaveOutEmpty(results, resultsAt);
            return;
        }
        for (int i = 0; i < windows.size(); i++) {
            int start = windows.start(i);
            int end = windows.end(i);
            known[i] = values.known(first + start, first + end);
            results[resultsAt + i] = known[i] == 0 ? Double.NaN : totals.sum(firstTotal + start, firstTotal + end);
        }
    }
}
