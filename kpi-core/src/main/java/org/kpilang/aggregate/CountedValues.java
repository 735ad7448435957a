package org.kpilang.aggregate;

import java.util.Arrays;

/**
 * How many values of each size there are in a window over a row. The distinct values of the row are numbered by size,
 * and a tree of counts (Fenwick, "A new data structure for cumulative frequency tables", Software: Practice and
 * Experience 24, 1994) adds them up; a step takes time logarithmic in the length of the row. Keeps its memory.
 */
final class CountedValues {

    /** The distinct known values of the row, the smallest first. */
    private double[] distinct = new double[0];
    /** How many values of the window there are of each size, as sums over ranges; from 1 on. */
    private int[] counts = new int[1];
    private int sizes;

    /** Takes the values of a row, of which none is in the window yet. */
    void number(double[] values, int offset, int length) {
        if (distinct.length < length) {
            distinct = new double[length];
            counts = new int[length + 1];
        }
        int known = 0;
        for (int i = offset; i < offset + length; i++) {
            if (!Double.isNaN(values[i])) {
                distinct[known++] = values[i] + 0.0;
            }
        }
        Arrays.sort(distinct, 0, known);
        sizes = 0;
        for (int i = 0; i < known; i++) {
            if (i == 0 || distinct[i] != distinct[sizes - 1]) {
                distinct[sizes++] = distinct[i];
            }
        }
        Arrays.fill(counts, 0, sizes + 1, 0);
    }

    /** The place of a known value among the distinct ones, from 1 on. */
    private int place(double value) {
        return Arrays.binarySearch(distinct, 0, sizes, value + 0.0) + 1;
    }

    /** Counts a value in or out. */
    void add(double value, int change) {
        if (!Double.isNaN(value)) {
            for (int i = place(value); i <= sizes; i += i & -i) {
                counts[i] += change;
            }
        }
    }

    /** How many values of the window do not lie above a known one of the row. */
    int atMost(double value) {
        int count = 0;
        for (int i = place(value); i > 0; i -= i & -i) {
            count += counts[i];
        }
        return count;
    }

    /** The value of the window that so many others of it stand before. */
    double at(int before) {
        int place = 0;
        int left = before;
        for (int step = Integer.highestOneBit(Math.max(1, sizes)); step > 0; step >>= 1) {
            if (place + step <= sizes && counts[place + step] <= left) {
                place += step;
                left -= counts[place];
            }
        }
        return distinct[place];
    }
}
