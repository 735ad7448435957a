package org.kpilang.aggregate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The sample standard deviation of each window: {@link Deviation}, with the states of many windows side by side, so
 * that the arithmetic of several is done at once.
 */
final class SlidingDeviation extends SteadyWindows {

    private static final long MAGNITUDE = Long.MAX_VALUE;
    private static final long INFINITY = 0x7ffL << 52;

    /** Up to which distance of cuts many windows are answered at once; the others are too few in a batch. */
    private static final int SHORT = 16;

    private final CutColumns columns = new CutColumns();
    /** For each window the sums before its cut and after it, and how far the pivot after lies above that before. */
    private double[] sumBefore = new double[0];
    private double[] squaresBefore = new double[0];
    private double[] sumAfter = new double[0];
    private double[] squaresAfter = new double[0];
    private double[] countAfter = new double[0];
    private double[] count = new double[0];
    private double[] step = new double[0];

    SlidingDeviation() {
        super(Double.NaN, Aggregates.DEVIATION);
    }

    @Override
    boolean slide(long ordinal, int width, int windows, double[] results, int resultsAt, int[] known, int knownAt) {
        if (Double.isInfinite(row.magnitude())) {
            return false;
        }
        int block = Integer.highestOneBit(width);
        if (!row.hasGaps() && block <= SHORT) {
            slideShort((int) (ordinal & block - 1), block, width, windows, results, resultsAt);
            return true;
        }
        grow(windows);
        for (int cut = (int) (-ordinal & block - 1); cut - block + 1 < windows; cut += block) {
            addUp(cut, Math.max(0, cut - block + 1), Math.min(windows, cut + 1), width);
        }
        if (row.hasGaps()) {
            for (int i = 0; i < windows; i++) {
                count[i] = known[knownAt + i];
                step[i] = countAfter[i] == 0 || countAfter[i] == count[i] ? 0 : step[i];
            }
        } else {
            Arrays.fill(count, 0, windows, width);
        }
        move(windows);
        finish(windows);
        System.arraycopy(count, 0, results, resultsAt, windows);
        return true;
    }

    /** Leaves to the general way the windows of which not all others with the same cut are there. */
    private void slideShort(int origin, int block, int width, int windows, double[] results, int resultsAt) {
        int first = (-origin & block - 1) + (origin == 1 || block == 1 ? 0 : block);
        int cuts = Math.max(0, Math.floorDiv(windows - 1 - first, block) + 1);
        int from = Math.min(first - block + 1, windows);
        int until = from + cuts * block;
        columns.answer(row.filled(), windows + width - 1, first, block, cuts, width, results, resultsAt);
        answerOthers(origin, width, 0, from, windows, results, resultsAt);
        answerOthers(origin, width, until, windows, windows, results, resultsAt);
    }

    private void answerOthers(int origin, int width, int from, int until, int windows, double[] results,
            int resultsAt) {
        if (from < until) {
            int[] starts = IntStream.range(from, until).toArray();
            int[] ends = IntStream.range(from + width - 1, until + width - 1).toArray();
            Windows others = Windows.of(starts, ends, windows + width - 1, origin);
            any().run(row.filled(), 0, others, results, resultsAt + from, new int[starts.length]);
        }
    }

    /** Adds up the parts of the windows from one to before another, which are cut at the same place. */
    private void addUp(int cut, int first, int until, int width) {
        double[] values = row.filled();
        boolean gaps = row.hasGaps();
        double pivotBefore = cut > first ? known(values, cut - 1, first - 1, -1) : 0;
        double pivotAfter = known(values, cut, until + width - 1, 1);
        before(values, cut, first, until, pivotBefore, gaps);
        after(values, cut, first, until, width, pivotAfter, gaps);
        double difference = pivotAfter - pivotBefore;
        for (int i = first; i < until; i++) {
            countAfter[i] = gaps ? row.known(cut, i + width) : width - (cut - i);
            step[i] = difference;
        }
        if (until > cut) {
            step[cut] = 0;
        }
    }

    /** The first known value on the way from one place to before another; 0 if there is none. */
    private static double known(double[] values, int from, int until, int way) {
        for (int i = from; i != until; i += way) {
            if (!Double.isNaN(values[i])) {
                return values[i];
            }
        }
        return 0;
    }

    private void before(double[] values, int cut, int first, int until, double pivot, boolean gaps) {
        double sum = 0;
        double squares = 0;
        for (int i = cut - 1; i >= until; i--) {
            double difference = difference(values[i], pivot, gaps);
            sum += difference;
            squares += difference * difference;
        }
        if (until > cut) {
            sumBefore[cut] = 0;
            squaresBefore[cut] = 0;
        }
        for (int i = Math.min(cut, until) - 1; i >= first; i--) {
            double difference = difference(values[i], pivot, gaps);
            sum += difference;
            squares += difference * difference;
            sumBefore[i] = sum;
            squaresBefore[i] = squares;
        }
    }

    private void after(double[] values, int cut, int first, int until, int width, double pivot, boolean gaps) {
        double sum = 0;
        double squares = 0;
        for (int i = cut; i < first + width - 1; i++) {
            double difference = difference(values[i], pivot, gaps);
            sum += difference;
            squares += difference * difference;
        }
        for (int i = first; i < until; i++) {
            double difference = difference(values[i + width - 1], pivot, gaps);
            sum += difference;
            squares += difference * difference;
            sumAfter[i] = sum;
            squaresAfter[i] = squares;
        }
    }

    /** How far a value lies above the pivot; 0 for one that is not known, without a jump. */
    private static double difference(double value, double pivot, boolean gaps) {
        double difference = value - pivot;
        if (!gaps) {
            return difference;
        }
        long bits = Double.doubleToRawLongBits(difference);
        return Double.longBitsToDouble(bits & ~(INFINITY - (bits & MAGNITUDE) >> 63));
    }

    /** Adds the sums after the cuts to those before them. */
    private void move(int windows) {
        for (int i = 0; i < windows; i++) {
            squaresBefore[i] += Deviation.movedSquares(countAfter[i], step[i], sumAfter[i], squaresAfter[i]);
            sumBefore[i] += Deviation.movedSum(countAfter[i], step[i], sumAfter[i]);
        }
    }

    /** The deviations, in the place of the counts. */
    private void finish(int windows) {
        for (int i = 0; i < windows; i++) {
            count[i] = Deviation.deviation(count[i], sumBefore[i], squaresBefore[i]);
        }
    }

    private void grow(int windows) {
        if (count.length < windows) {
            int size = Math.max(windows, 2 * count.length);
            sumBefore = new double[size];
            squaresBefore = new double[size];
            sumAfter = new double[size];
            squaresAfter = new double[size];
            countAfter = new double[size];
            count = new double[size];
            step = new double[size];
        }
    }
}
