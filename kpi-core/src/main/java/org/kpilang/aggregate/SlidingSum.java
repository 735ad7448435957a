package org.kpilang.aggregate;

/**
 * The sum or the mean of each window. The sum is that of the numbers as they are, rounded once: it depends on nothing
 * but the numbers in the window, and so not on their order, nor on how it was come by. The mean is that sum divided by
 * their count, with what the rounding took from it made good.
 *
 * <p>Every number is cut into two parts, whose bits all stand at the same places, those of the coarse part above those
 * of the fine one (Rump, Ogita and Oishi, Accurate Floating-Point Summation, SIAM J. Sci. Comput. 31, 2008). There are
 * so few that they add up without rounding, so a sum over a window is the difference of two running totals, exactly.
 * Numbers that need more bits than the two parts have are added and taken away in an {@link ExactSum}, which takes about
 * ten times as long and comes to the same.
 */
final class SlidingSum implements WindowSummary {

    private static final long MAGNITUDE = Long.MAX_VALUE;
    private static final long INFINITY = 0x7ffL << 52;
    /** Over how many values totals run before they begin anew; with more of them there are fewer bits for each. */
    private static final int RUN = 2048;
    /** How much longer than the longest window a run is at least, so that little is added up twice. */
    private static final int WINDOWS_IN_RUN = 8;
    /** Brings the sum of as many numbers as an array can hold back into the range of a double. */
    private static final int SCALE = 40;

    private final boolean mean;
    private final ExactSum exact = new ExactSum();
    /** The values of the run with zeros for those that are not known. */
    private double[] filled = new double[0];
    /** The totals of the parts, and the number of known values, before each value of the run. */
    private double[] coarse = new double[1];
    private double[] fine = new double[1];
    private int[] counts = new int[1];
    /** 1 divided by each count. */
    private double[] inverse = new double[0];

    SlidingSum(boolean mean) {
        this.mean = mean;
    }

    @Override
    public void run(double[] values, int offset, int length, int origin, int[] lo, int[] hi, int windows,
            double[] results, int resultsAt, int[] known) {
        WindowEnds.areSliding(lo, hi, windows);
        int until;
        for (int i = 0; i < windows; i = until) {
            int start = WindowEnds.start(lo[i], length);
            long longest = WindowEnds.end(lo[i], hi[i], length) - start;
            until = WindowEnds.until(lo, hi, i, windows, length, start + Math.max(RUN, WINDOWS_IN_RUN * longest));
            int end = WindowEnds.end(lo[until - 1], hi[until - 1], length);
            boolean fits = addUp(values, offset + start, end - start);
            for (int window = i; window < until; window++) {
                int from = WindowEnds.start(lo[window], length) - start;
                int to = WindowEnds.end(lo[window], hi[window], length) - start;
                known[window] = counts[to] - counts[from];
                if (fits) {
                    results[resultsAt + window] = difference(from, to, known[window]);
                }
            }
            if (!fits) {
                slide(start, end, lo, hi, i, until, length, results, resultsAt, known);
            }
        }
    }

    private double difference(int from, int to, int known) {
        double high = coarse[to] - coarse[from];
        double low = fine[to] - fine[from];
        double sum = high + low;
        if (known == 0) {
            return Double.NaN;
        }
        // Adding 0.0 turns a negative zero into zero.
        return mean ? mean(sum, Summing.lost(high, low, sum), known) : sum + 0.0;
    }

    /** The mean of numbers whose sum is one number and the part of another that rounding took from it. */
    private double mean(double sum, double rest, int known) {
        double quotient = sum / known;
        return quotient + (Math.fma(-quotient, known, sum) + rest) * inverse[known] + 0.0;
    }

    /** Adds up the parts of a run of values; whether they have no bits but those of the parts. */
    private boolean addUp(double[] values, int at, int size) {
        grow(size);
        long largest = fill(values, at, size);
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(size - 1));
        int highest = Math.getExponent(Double.longBitsToDouble(largest)) + bits + 2;
        if (highest >= Double.MAX_EXPONENT) {
            return false;
        }
        // Adding such a number and taking it away again leaves a multiple of its last bit.
        double coarseCutter = 1.5 * Math.scalb(1.0, Math.max(highest, Double.MIN_EXPONENT));
        double fineCutter = 1.5 * Math.scalb(1.0, Math.max(highest - 53 + bits, Double.MIN_EXPONENT));
        double coarseTotal = 0;
        double fineTotal = 0;
        long beyond = 0;
        for (int i = 0; i < size; i++) {
            double value = filled[i];
            double high = value + coarseCutter - coarseCutter;
            double rest = value - high;
            double low = rest + fineCutter - fineCutter;
            coarseTotal += high;
            fineTotal += low;
            coarse[i + 1] = coarseTotal;
            fine[i + 1] = fineTotal;
            beyond |= Double.doubleToRawLongBits(rest - low);
        }
        return (beyond & MAGNITUDE) == 0;
    }

    /** Puts zeros in the place of unknown values and counts the known ones; the bits of the largest magnitude. */
    private long fill(double[] values, int at, int size) {
        long largest = 0;
        int count = 0;
        for (int i = 0; i < size; i++) {
            long bits = Double.doubleToRawLongBits(values[at + i]);
            long magnitude = bits & MAGNITUDE;
            // All ones exactly where the value is NaN
            long unknown = INFINITY - magnitude >> 63;
            filled[i] = Double.longBitsToDouble(bits & ~unknown);
            largest = Math.max(largest, magnitude & ~unknown);
            count += 1 + (int) unknown;
            counts[i + 1] = count;
        }
        return largest;
    }

    private void grow(int size) {
        if (filled.length < size) {
            int larger = Math.max(size, 2 * filled.length);
            filled = new double[larger];
            coarse = new double[larger + 1];
            fine = new double[larger + 1];
            counts = new int[larger + 1];
            if (mean) {
                inverse = new double[larger + 1];
                for (int i = 1; i <= larger; i++) {
                    inverse[i] = 1.0 / i;
                }
            }
        }
    }

    /** Answers the windows of a run with values of any size. */
    private void slide(int start, int end, int[] lo, int[] hi, int first, int until, int length,
            double[] results, int resultsAt, int[] known) {
        exact.clear();
        int from = start;
        int to = start;
        for (int window = first; window < until; window++) {
            int nextFrom = WindowEnds.start(lo[window], length);
            int nextTo = WindowEnds.end(lo[window], hi[window], length);
            if (nextFrom >= to) {
                exact.clear();
                to = nextFrom;
            } else {
                for (; from < nextFrom; from++) {
                    exact.remove(filled[from - start]);
                }
            }
            from = nextFrom;
            for (; to < nextTo; to++) {
                exact.add(filled[to - start]);
            }
            results[resultsAt + window] = known[window] == 0 ? Double.NaN : exactly(known[window]);
        }
    }

    private double exactly(int known) {
        double sum = exact.value();
        if (!mean || Double.isNaN(sum)) {
            return Double.isInfinite(sum) ? Double.NaN : sum + 0.0;
        } else if (Double.isInfinite(sum)) {
            double scaled = exact.rounded(-SCALE);
            return Math.scalb(mean(scaled, 0, known), SCALE);
        }
        exact.remove(sum);
        double rest = exact.value();
        exact.add(sum);
        return mean(sum, rest, known);
    }
}
