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
final class SlidingSum extends SteadyWindows {

    /** Brings the sum of as many numbers as an array can hold back into the range of a double. */
    private static final int SCALE = 40;

    private final boolean mean;
    private final RunningTotals totals = new RunningTotals();
    private final ExactSum exact = new ExactSum();

    SlidingSum(boolean mean) {
        super(0);
        this.mean = mean;
    }

    @Override
    boolean slide(long ordinal, int width, int count, double[] results, int resultsAt, int[] known, int knownAt) {
        if (!totals.addUp(row.filled(), count + width - 1, row.magnitude())) {
            return false;
        } else if (mean) {
            totals.means(width, count, row.hasGaps(), known, knownAt, results, resultsAt);
        } else {
            totals.sums(width, count, results, resultsAt);
            for (int i = 0; row.hasGaps() && i < count; i++) {
                if (known[knownAt + i] == 0) {
                    results[resultsAt + i] = Double.NaN;
                }
            }
        }
        return true;
    }

    @Override
    void others(double[] values, int offset, int length, int origin, int[] lo, int[] hi, int first, int until,
            double[] results, int resultsAt, int[] known) {
        int next;
        for (int i = first; i < until; i = next) {
            int start = WindowEnds.start(lo[i], length);
            int end = WindowEnds.end(lo[i], hi[i], length);
            long reach = start + stretch(end - start);
            next = i + 1;
            while (next < until && WindowEnds.end(lo[next], hi[next], length) <= reach) {
                end = WindowEnds.end(lo[next], hi[next], length);
                next++;
            }
            row.take(values, offset + start, end - start, 0);
            boolean fits = totals.addUp(row.filled(), end - start, row.magnitude());
            answer(start, length, lo, hi, i, next, fits, results, resultsAt, known);
        }
    }

    /** Answers windows over the row that was taken, which begins at an index. */
    private void answer(int start, int length, int[] lo, int[] hi, int first, int until, boolean fits,
            double[] results, int resultsAt, int[] known) {
        exact.clear();
        int from = 0;
        int to = 0;
        for (int i = first; i < until; i++) {
            int nextFrom = WindowEnds.start(lo[i], length) - start;
            int nextTo = WindowEnds.end(lo[i], hi[i], length) - start;
            if (!fits) {
                move(from, to, nextFrom, nextTo);
            }
            from = nextFrom;
            to = nextTo;
            known[i] = row.known(from, to);
            results[resultsAt + i] = known[i] == 0 ? Double.NaN
                    : !fits ? exactly(known[i])
                    : mean ? totals.mean(from, to, known[i]) : totals.sum(from, to);
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
