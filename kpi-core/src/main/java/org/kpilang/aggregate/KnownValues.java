package org.kpilang.aggregate;

import java.util.Arrays;

/** A part of a row with another number in the place of the values that are not known, and how many are. */
final class KnownValues {

    private static final long MAGNITUDE = Long.MAX_VALUE;
    private static final long INFINITY = 0x7ffL << 52;

    private double[] filled = new double[0];
    /** How many values are known before each place; in use where there are gaps. */
    private int[] before = new int[1];
    private int size;
    private boolean gaps;
    private double magnitude;

    /** Takes some values of a row, and a number in the place of those that are not known. */
    void take(double[] values, int at, int count, double instead) {
        copy(values, at, count);
        fillIn(instead);
    }

    /** Takes some values of a row as they stand. */
    void copy(double[] values, int at, int count) {
        if (filled.length < count) {
            filled = new double[CacheLines.length(Math.max(count, 2 * filled.length))];
            before = new int[filled.length + 1];
        }
        size = count;
        // A plain copy is what memory delivers fastest; the rest then finds it in the cache.
        System.arraycopy(values, at, filled, 0, count);
    }

    /** Looks which of the values are known, and puts a number in the place of the others. */
    void fillIn(double instead) {
        if (!gaps) {
            magnitude = addedUp();
            gaps = Double.isNaN(magnitude);
        }
        if (gaps) {
            fill(Double.doubleToRawLongBits(instead));
            gaps = before[size] < size;
        }
    }

    /** What the magnitudes add up to; NaN if one is not known. */
    private double addedUp() {
        // Four sums, so that no addition waits for the one before.
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i < size - 3; i += 4) {
            first += Math.abs(filled[i]);
            second += Math.abs(filled[i + 1]);
            third += Math.abs(filled[i + 2]);
            fourth += Math.abs(filled[i + 3]);
        }
        for (; i < size; i++) {
            first += Math.abs(filled[i]);
        }
        return first + second + (third + fourth);
    }

    /** Fills in and counts the values, and adds up their magnitudes. */
    private void fill(long instead) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < size; i++) {
            long bits = Double.doubleToRawLongBits(filled[i]);
            long unknown = unknown(bits & MAGNITUDE);
            filled[i] = Double.longBitsToDouble(bits & ~unknown | instead & unknown);
            sum += Double.longBitsToDouble(bits & MAGNITUDE & ~unknown);
            known += 1 + (int) unknown;
            before[i + 1] = known;
        }
        magnitude = sum;
    }

    /** All ones exactly for NaN; without a jump, which would be guessed wrong as often as there are gaps. */
    private static long unknown(long magnitude) {
        return INFINITY - magnitude >> 63;
    }

    /** The values, for any use until others are taken. */
    double[] filled() {
        return filled;
    }

    /** What the magnitudes of those that are known add up to, rounded in any way; infinite if one of them is. */
    double magnitude() {
        return magnitude;
    }

    boolean hasGaps() {
        return gaps;
    }

    /** How many values are known from one place to another. */
    int known(int from, int to) {
        return gaps ? before[to] - before[from] : to - from;
    }

    /** How many are known of so many values, from each of some places on. */
    void known(int from, int length, int count, int[] known, int at) {
        if (gaps) {
            for (int i = 0; i < count; i++) {
                known[at + i] = before[from + i + length] - before[from + i];
            }
        } else {
            Arrays.fill(known, at, at + count, length);
        }
    }
}
