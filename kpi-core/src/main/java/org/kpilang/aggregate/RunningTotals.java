package org.kpilang.aggregate;

import java.util.Arrays;

/**
 * Totals of the values before each place of a row, without any rounding, so that the sum from one place to another is
 * the difference of two totals, rounded once.
 *
 * <p>Every number is cut into two parts, whose bits all stand at the same places, those of the coarse part above those
 * of the fine one (Rump, Ogita and Oishi, Accurate Floating-Point Summation, SIAM J. Sci. Comput. 31, 2008). There are
 * so few that the parts add up without rounding. Numbers whose bits lie further apart do not fit.
 */
final class RunningTotals {

    private static final long MAGNITUDE = Long.MAX_VALUE;

    private double[] coarse = new double[1];
    private double[] fine = new double[1];
    private double[] coarseAfter = new double[1];
    private double[] fineAfter = new double[1];
    private double[] counts = new double[1];

    /**
     * Adds up some finite numbers; whether they fit.
     *
     * @param largest at least the largest magnitude among them
     */
    boolean addUp(double[] values, int size, double largest) {
        grow(size);
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(size - 1));
        // Where a few are much larger than the others, their sum leaves more bits than so many times the largest.
        return addUp(values, size, bits, Math.getExponent(largest) + bits)
                || addUp(values, size, bits, Math.getExponent(magnitude(values, size)));
    }

    private static double magnitude(double[] values, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.abs(values[i]);
        }
        return sum;
    }

    /** Tries it with numbers whose magnitudes add up to no more than twice two to the power of an exponent. */
    private boolean addUp(double[] values, int size, int bits, int exponent) {
        int highest = exponent + 2;
        return highest < Double.MAX_EXPONENT
                && addUp(values, size, cutter(highest), cutter(highest - 53 + bits));
    }

    /** Adding such a number and taking it away again leaves the nearest multiple of its last bit. */
    static double cutter(int exponent) {
        return 1.5 * Math.scalb(1.0, Math.max(exponent, Double.MIN_EXPONENT));
    }

    private boolean addUp(double[] values, int size, double coarseCutter, double fineCutter) {
        double coarseTotal = 0;
        double fineTotal = 0;
        long beyond = 0;
        // Means may have used the first totals up.
        coarse[0] = 0;
        fine[0] = 0;
        for (int i = 0; i < size; i++) {
            double value = values[i];
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

    private void grow(int size) {
        if (coarse.length <= size) {
            int larger = Math.max(size + 1, 2 * coarse.length);
            coarse = new double[larger];
            fine = new double[larger];
            coarseAfter = new double[larger];
            fineAfter = new double[larger];
            counts = new double[larger];
        }
    }

    /** The sum from one place to another; never a negative zero. */
    double sum(int from, int to) {
        return coarse[to] - coarse[from] + (fine[to] - fine[from]) + 0.0;
    }

    /** The sums of so many values each, from each place from 0 on. */
    void sums(int length, int count, double[] results, int at) {
        for (int i = 0; i < count; i++) {
            results[at + i] = coarse[i + length] - coarse[i] + (fine[i + length] - fine[i]) + 0.0;
        }
    }

    /** The mean of so many numbers that add up from one place to another. */
    double mean(int from, int to, int known) {
        double high = coarse[to] - coarse[from];
        double low = fine[to] - fine[from];
        double sum = high + low;
        return mean(sum, Summing.lost(high, low, sum), known);
    }

    /**
     * The means of so many values each, from each place from 0 on; uses the totals up.
     *
     * @param known how many of the values are known, each time from {@code first} on; if there are no {@code gaps}, all
     */
    void means(int length, int count, boolean gaps, int[] known, int first, double[] results, int at) {
        // Arrays that are gone over by one index are gone over several places at a time.
        System.arraycopy(coarse, length, coarseAfter, 0, count);
        System.arraycopy(fine, length, fineAfter, 0, count);
        if (gaps) {
            for (int i = 0; i < count; i++) {
                counts[i] = known[first + i];
            }
        } else {
            Arrays.fill(counts, 0, count, length);
        }
        means(coarse, coarseAfter, fine, fineAfter, counts, count);
        System.arraycopy(coarse, 0, results, at, count);
    }

    private static void means(double[] coarse, double[] coarseAfter, double[] fine, double[] fineAfter,
            double[] counts, int count) {
        for (int i = 0; i < count; i++) {
            double high = coarseAfter[i] - coarse[i];
            double low = fineAfter[i] - fine[i];
            double sum = high + low;
            coarse[i] = mean(sum, Summing.lost(high, low, sum), counts[i]);
        }
    }

    /**
     * The mean of numbers whose sum is one number and the part of another that rounding took from it. What the rounding
     * of the quotient takes is exact, so the mean is rounded as if once.
     */
    static double mean(double sum, double rest, double known) {
        double quotient = sum / known;
        return quotient + (Math.fma(-quotient, known, sum) + rest) / known + 0.0;
    }
}
