package org.kpilang.aggregate;

import java.util.Arrays;

/**
 * Sums over several columns, place by place: each is that of the numbers as they are, rounded once, and so the same as
 * that of a {@link WindowSummary} over them. Keeps working memory; for the use of one thread.
 */
public final class ColumnSums {

    private double[] coarse = new double[0];
    private double[] fine = new double[0];
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
            coarse = new double[count];
            fine = new double[count];
            known = new int[count];
        }
        double largest = 0;
        for (double[] column : columns) {
            largest = Math.max(largest, largest(column, from, count));
        }
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(columns.length - 1));
        int highest = Math.getExponent(largest) + bits + 2;
        if (highest >= Double.MAX_EXPONENT) {
            return false;
        }
        Arrays.fill(coarse, 0, count, 0);
        Arrays.fill(fine, 0, count, 0);
        Arrays.fill(known, 0, count, 0);
        double coarseCutter = RunningTotals.cutter(highest);
        double fineCutter = RunningTotals.cutter(highest - 53 + bits);
        double beyond = 0;
        for (double[] column : columns) {
            beyond += addUp(column, from, count, coarseCutter, fineCutter);
        }
        return beyond == 0;
    }

    private static double largest(double[] column, int from, int count) {
        double largest = 0;
        for (int i = from; i < from + count; i++) {
            double value = Math.abs(column[i]);
            largest = value > largest ? value : largest;
        }
        return largest;
    }

    private double addUp(double[] column, int from, int count, double coarseCutter, double fineCutter) {
        double beyond = 0;
        for (int i = 0; i < count; i++) {
            double given = column[from + i];
            boolean isKnown = !Double.isNaN(given);
            double value = isKnown ? given : 0;
            double high = value + coarseCutter - coarseCutter;
            double rest = value - high;
            double low = rest + fineCutter - fineCutter;
            coarse[i] += high;
            fine[i] += low;
            known[i] += isKnown ? 1 : 0;
            beyond += Math.abs(rest - low);
        }
        return beyond;
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
