package org.kpilang.aggregate;

/**
 * The sum or the mean of each window. The sum is that of the numbers as they are, rounded once: it depends on nothing
 * but the numbers in the window, and so not on their order, nor on how it was come by. The mean is that sum divided by
 * their count, and rounded once as well.
 *
 * <p>A sum is the difference of two {@linkplain RunningTotals running totals}, exactly. Where numbers do not fit
 * together in those, they are added to and taken from an {@link ExactSum}, which takes about ten times as long and
 * comes to the same.
 */
final class SlidingSum implements WindowSummary {

    /** Brings the sum of as many numbers as an array can hold back into the range of a double. */
    private static final int SCALE = 40;

    private final boolean mean;
    /** The values of the batch. */
    private final KnownValues row = new KnownValues();
    private final RunningTotals totals = new RunningTotals();
    private final ExactSum exact = new ExactSum();

    SlidingSum(boolean mean) {
        this.mean = mean;
    }

    @Override
    public void run(double[] values, int offset, Windows windows, double[] results, int resultsAt, int[] known) {
        for (WindowBatch batch : windows.batches()) {
            int size = batch.to() - batch.from();
            if (!addUp(values, offset + batch.from(), size)) {
                exactly(windows, batch, results, resultsAt, known);
                continue;
            }
            oneByOne(windows, batch.from(), batch.first(), batch.steadyFrom(), results, resultsAt, known);
            oneByOne(windows, batch.from(), batch.steadyUntil(), batch.until(), results, resultsAt, known);
            steady(windows, batch, results, resultsAt, known);
        }
    }

    private boolean addUp(double[] values, int at, int size) {
        row.copy(values, at, size);
        // Mostly nothing is missing, and numbers are about as large as those before them.
        if (!row.hasGaps() && totals.addUpAgain(row.filled(), size)) {
            return true;
        }
        row.fillIn(0);
        return totals.addUp(row.filled(), size, row.magnitude());
    }

    /** Answers windows over the row that was taken, which begins at an index. */
    private void oneByOne(Windows windows, int start, int first, int until, double[] results, int resultsAt,
            int[] known) {
        for (int i = first; i < until; i++) {
            int from = windows.start(i) - start;
            int to = windows.end(i) - start;
            known[i] = row.known(from, to);
            results[resultsAt + i] = known[i] == 0 ? Double.NaN
                    : mean ? totals.mean(from, to, known[i]) : totals.sum(from, to);
        }
    }

    private void steady(Windows windows, WindowBatch batch, double[] results, int resultsAt, int[] known) {
        if (batch.steady() == 0) {
            return;
        }
        int first = batch.steadyFrom();
        int from = windows.start(first) - batch.from();
        int width = windows.end(first) - windows.start(first);
        row.known(from, width, batch.steady(), known, first);
        if (mean) {
            totals.means(from, width, batch.steady(), row.hasGaps(), known, first, results, resultsAt + first);
        } else {
            totals.sums(from, width, batch.steady(), results, resultsAt + first);
            for (int i = first; row.hasGaps() && i < batch.steadyUntil(); i++) {
                if (known[i] == 0) {
                    results[resultsAt + i] = Double.NaN;
                }
            }
        }
    }

    private void exactly(Windows windows, WindowBatch batch, double[] results, int resultsAt, int[] known) {
        exact.clear();
        int from = 0;
        int to = 0;
        for (int i = batch.first(); i < batch.until(); i++) {
            int nextFrom = windows.start(i) - batch.from();
            int nextTo = windows.end(i) - batch.from();
            move(from, to, nextFrom, nextTo);
            from = nextFrom;
            to = nextTo;
            known[i] = row.known(from, to);
            results[resultsAt + i] = known[i] == 0 ? Double.NaN : exactly(known[i]);
        }
    }

    /** Adds and takes away what the next window has more and less than the last. */
    private void move(int from, int to, int nextFrom, int nextTo) {
        double[] filled = row.filled();
        if (nextFrom >= to) {
            exact.clear();
        } else {
            for (int i = from; i < nextFrom; i++) {
                exact.remove(filled[i]);
            }
        }
        for (int i = Math.max(to, nextFrom); i < nextTo; i++) {
            exact.add(filled[i]);
        }
    }

    private double exactly(int known) {
        double sum = exact.value();
        if (!mean || Double.isNaN(sum)) {
            return Double.isInfinite(sum) ? Double.NaN : sum + 0.0;
        }
        int power = Double.isInfinite(sum) ? SCALE : 0;
        double rounded = exact.rounded(-power);
        exact.remove(rounded, power);
        double rest = exact.rounded(-power);
        exact.add(rounded, power);
        return Math.scalb(RunningTotals.mean(rounded, rest, known), power);
    }
}
