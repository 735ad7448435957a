package org.kpilang.aggregate;

import java.util.Arrays;

/**
 * Sums over several columns, place by place, which may move on: columns come in, and others leave without a trace. Each
 * is that of the numbers as they are, rounded once, and so the same as that of a {@link WindowSummary} over them. Keeps
 * working memory; for the use of one thread.
 */
public final class ColumnSums {

    private static final long MAGNITUDE = Long.MAX_VALUE;
    private static final long INFINITY = 0x7ffL << 52;
    /** By how many bits numbers that come in later may be larger than all before. */
    private static final int SPARE = 2;

    private final CutNumbers parts;
    private final double[] coarse;
    private final double[] fine;
    /** How many are known; in use if there are gaps. */
    private final int[] known;
    private boolean gaps;
    private int columns;
    /** How many columns there may be. */
    private int mostColumns;
    /** The bits of the first magnitude that is too large. */
    private long tooLarge;
    private double coarseCutter;
    private double fineCutter;

    /** For up to so many places. */
    public ColumnSums(int places) {
        this(new CutNumbers(places), places);
    }

    private ColumnSums(CutNumbers parts, int places) {
        this.parts = parts;
        this.coarse = new double[places];
        this.fine = new double[places];
        this.known = new int[places];
    }

    /** Others for as many places, which share working memory with these: one thread uses both. */
    public ColumnSums another() {
        return new ColumnSums(parts, coarse.length);
    }

    /**
     * Adds up a run of places.
     *
     * @param added at least one column; NaN stands for no value
     * @param from  the first place
     * @param count how many places
     * @return whether the numbers fit together; the sums are of no use otherwise
     */
    public boolean add(double[][] added, int from, int count) {
        long largest = 0;
        boolean unknown = false;
        for (double[] column : added) {
            long ofColumn = largestOrUnknown(column, from, count);
            unknown |= ofColumn > INFINITY;
            largest = Math.max(largest, ofColumn > INFINITY ? largestKnown(column, from, count) : ofColumn);
        }
        int exponent = Math.getExponent(Double.longBitsToDouble(largest)) + 1;
        return add(added, from, count, exponent + SPARE, unknown) || add(added, from, count, exponent, unknown);
    }

    /** Adds up numbers that are smaller than a power of two. */
    private boolean add(double[][] added, int from, int count, int exponent, boolean unknown) {
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(added.length - 1));
        int highest = exponent + bits + 1;
        if (highest >= Double.MAX_EXPONENT) {
            return false;
        }
        mostColumns = bits < 31 ? 1 << bits : Integer.MAX_VALUE;
        tooLarge = Double.doubleToRawLongBits(Math.scalb(1.0, Math.max(exponent, Double.MIN_EXPONENT)));
        coarseCutter = CutNumbers.cutter(highest);
        fineCutter = CutNumbers.cutter(highest - 53 + bits);
        columns = 0;
        gaps = false;
        Arrays.fill(coarse, 0, count, 0);
        Arrays.fill(fine, 0, count, 0);
        for (double[] column : added) {
            if (!take(column, from, count, unknown)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes in a column more.
     *
     * @return whether its numbers fit to the others; the sums are as before otherwise
     */
    public boolean enter(double[] column, int from, int count) {
        long largest = largestOrUnknown(column, from, count);
        boolean unknown = largest > INFINITY;
        if (columns == mostColumns || (unknown ? largestKnown(column, from, count) : largest) >= tooLarge) {
            return false;
        }
        return take(column, from, count, unknown);
    }

    private boolean take(double[] column, int from, int count, boolean unknown) {
        cut(column, from, count, unknown);
        if (!parts.fit()) {
            return false;
        }
        if (unknown || gaps) {
            noteGaps(count);
            for (int i = 0; i < count; i++) {
                known[i] += Double.isNaN(column[from + i]) ? 0 : 1;
            }
        }
        add(coarse, parts.coarse(), count);
        add(fine, parts.fine(), count);
        columns++;
        return true;
    }

    /** Takes out a column that was taken in; none of its numbers may have changed. */
    public void leave(double[] column, int from, int count) {
        cut(column, from, count, gaps);
        for (int i = 0; gaps && i < count; i++) {
            known[i] -= Double.isNaN(column[from + i]) ? 0 : 1;
        }
        subtract(coarse, parts.coarse(), count);
        subtract(fine, parts.fine(), count);
        columns--;
    }

    private void noteGaps(int count) {
        if (!gaps) {
            gaps = true;
            Arrays.fill(known, 0, count, columns);
        }
    }

    private void cut(double[] column, int from, int count, boolean unknown) {
        parts.begin();
        parts.take(column, from, count);
        if (unknown) {
            parts.fillIn(count);
        }
        parts.cut(count, coarseCutter, fineCutter);
    }

    private static void add(double[] sums, double[] parts, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += parts[i];
        }
    }

    private static void subtract(double[] sums, double[] parts, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] -= parts[i];
        }
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
    private static long largestKnown(double[] column, int from, int count) {
        long largest = 0;
        for (int i = from; i < from + count; i++) {
            long magnitude = Double.doubleToRawLongBits(column[i]) & MAGNITUDE;
            largest = Math.max(largest, magnitude > INFINITY ? 0 : magnitude);
        }
        return largest;
    }

    /** The sum at a place, counted from the first; of no meaning if nothing is known there. Never a negative zero. */
    public double sum(int place) {
        return coarse[place] + fine[place] + 0.0;
    }

    /** How many numbers are known at a place. */
    public int known(int place) {
        return gaps ? known[place] : columns;
    }

    /** Whether at every place every column has a number, so that as many are known everywhere. */
    public boolean areWhole() {
        return !gaps;
    }
}
