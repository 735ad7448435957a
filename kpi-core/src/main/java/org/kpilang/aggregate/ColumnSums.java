package org.kpilang.aggregate;

import java.util.Arrays;

/**
 * Sums over several columns, place by place: each is that of the numbers as they are, rounded once, and so the same as
 * that of a {@link WindowSummary} over them. Keeps working memory; for the use of one thread.
 */
public final class ColumnSums {

    private static final long MAGNITUDE = Long.MAX_VALUE;
    private static final long INFINITY = 0x7ffL << 52;

    /** What of one column is added up. */
    private double[] given = new double[0];
    private double[] coarse = new double[0];
    private double[] fine = new double[0];
    /** What fits in neither part. */
    private double[] beyond = new double[0];
    private int[] known = new int[0];

    /** With working memory that grows as it is needed. */
    public ColumnSums() {}

    /**
     * Adds up a run of places.
     *
     * @param columns at least one; NaN stands for no value
     * @param from    the first place
     * @param count   how many places
     * @return whether the numbers fit together; the sums are of no use otherwise
     */
    public boolean add(double[][] columns, int from, int count) {
        if (coarse.length < count) {
            given = new double[count];
            coarse = new double[count];
            fine = new double[count];
            beyond = new double[count];
            known = new int[count];
        }
        long largest = 0;
        for (double[] column : columns) {
            largest = Math.max(largest, largestOrUnknown(column, from, count));
        }
        boolean gaps = largest > INFINITY;
        if (gaps) {
            largest = 0;
            for (double[] column : columns) {
                largest = Math.max(largest, largest(column, from, count));
            }
        }
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(columns.length - 1));
        int highest = Math.getExponent(Double.longBitsToDouble(largest)) + bits + 2;
        if (highest >= Double.MAX_EXPONENT) {
            return false;
        }
        Arrays.fill(coarse, 0, count, 0);
        Arrays.fill(fine, 0, count, 0);
        Arrays.fill(beyond, 0, count, 0);
        Arrays.fill(known, 0, count, gaps ? 0 : columns.length);
        double coarseCutter = RunningTotals.cutter(highest);
        double fineCutter = RunningTotals.cutter(highest - 53 + bits);
        for (double[] column : columns) {
            // Arrays that are gone over by one index are gone over several places at a time.
            System.arraycopy(column, from, given, 0, count);
            if (gaps) {
                fill(count);
            }
            addUp(count, coarseCutter, fineCutter);
        }
        return largestOrUnknown(beyond, 0, count) == 0;
    }

    /** The bits of the largest magnitude, or of NaN if there is one. */
    private static long largestOrUnknown(double[] column, int from, int count) {
        long largest = 0;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Double.doubleToRawLongBits(column[i]) & MAGNITUDE);
        }
        return largest;
    }

    /** The bits of the largest magnitude that is known. */
    private static long largest(double[] column, int from, int count) {
        long largest = 0;
        for (int i = from; i < from + count; i++) {
            long magnitude = Double.doubleToRawLongBits(column[i]) & MAGNITUDE;
            largest = Math.max(largest, magnitude > INFINITY ? 0 : magnitude);
        }
        return largest;
    }

    /** Counts what is known, and puts zeros in the place of the rest. */
    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            boolean isKnown = !Double.isNaN(given[i]);
            given[i] = isKnown ? given[i] : 0;
            known[i] += isKnown ? 1 : 0;
        }
    }

    private void addUp(int count, double coarseCutter, double fineCutter) {
        for (int i = 0; i < count; i++) {
            double value = given[i];
            double high = value + coarseCutter - coarseCutter;
            double rest = value - high;
            double low = rest + fineCutter - fineCutter;
            coarse[i] += high;
            fine[i] += low;
            beyond[i] += Math.abs(rest - low);
        }
    }

    /** The sum at a place, counted from the first; of no meaning if nothing is known there. Never a negative zero. */
    public double sum(int place) {
        return coarse[place] + fine[place] + 0.0;
    }

    /** How many numbers are known at a place. */
    public int known(int place) {
        return known[place];
    }
}
