package org.kpilang.aggregate;

import java.util.Arrays;

/** A stretch of a row with another number in the place of the values that are not known, and how many are. */
final class KnownValues {

    private static final long MAGNITUDE = Long.MAX_VALUE;
    private static final long INFINITY = 0x7ffL << 52;

    private double[] filled = new double[0];
    /** How many values are known before each place; in use where there are gaps. */
    private int[] before = new int[1];
    private int size;
    private boolean gaps;
    private long largest;

    /** Takes some values of a row, and a number in the place of those that are not known. */
    void take(double[] values, int at, int count, double instead) {
        if (filled.length < count) {
            filled = new double[Math.max(count, 2 * filled.length)];
            before = new int[filled.length + 1];
        }
        size = count;
        // A plain copy is what memory delivers fastest; the rest then finds it in the cache.
        System.arraycopy(values, at, filled, 0, count);
        if (!gaps) {
            largest = largestOrUnknown();
            gaps = largest > INFINITY;
        }
        if (gaps) {
            fill(Double.doubleToRawLongBits(instead));
            gaps = before[size] < size;
        }
    }

    /** The largest magnitude, or that of NaN if there is one. */
    private long largestOrUnknown() {
        long most = 0;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, Double.doubleToRawLongBits(filled[i]) & MAGNITUDE);
        }
        return most;
    }

    /** Fills in and counts the values, and notes the largest magnitude. */
    private void fill(long instead) {
        long most = 0;
        int known = 0;
        for (int i = 0; i < size; i++) {
            long bits = Double.doubleToRawLongBits(filled[i]);
            long magnitude = bits & MAGNITUDE;
            long unknown = unknown(magnitude);
            filled[i] = Double.longBitsToDouble(bits & ~unknown | instead & unknown);
            most = Math.max(most, magnitude & ~unknown);
            known += 1 + (int) unknown;
            before[i + 1] = known;
        }
        largest = most;
    }

    /** All ones exactly for NaN; without a jump, which would be guessed wrong as often as there are gaps. */
    private static long unknown(long magnitude) {
        return INFINITY - magnitude >> 63;
    }

    /** The values, for any use until others are taken. */
    double[] filled() {
        return filled;
    }

    double largest() {
        return Double.longBitsToDouble(largest);
    }

    boolean hasGaps() {
        return gaps;
    }

    /** How many values are known from one place to another. */
    int known(int from, int to) {
        return gaps ? before[to] - before[from] : to - from;
    }

    /** How many are known of so many values, from each place from 0 on. */
    void known(int length, int count, int[] known, int at) {
        if (gaps) {
            for (int i = 0; i < count; i++) {
                known[at + i] = before[i + length] - before[i];
            }
        } else {
            Arrays.fill(known, at, at + count, length);
        }
    }
}
