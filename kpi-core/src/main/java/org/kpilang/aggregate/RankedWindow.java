package org.kpilang.aggregate;

import java.util.Arrays;

/**
 * The place of the last known value of each window among the known values of the window: 1 for the highest, and the
 * best place for all of several that are equal.
 *
 * <p>The distinct values of a row are numbered by size, and a tree of counts (Fenwick 1994) says how many of a window
 * lie above a number; a step takes time logarithmic in the length of the row.
 */
final class RankedWindow implements WindowSummary {

    /** The distinct known values of the row, the smallest first. */
    private double[] distinct = new double[0];
    /** How many values of the window there are of each size, as sums over ranges; from 1 on. */
    private int[] counts = new int[1];
    private int sizes;

    @Override
    public void run(double[] values, int offset, int length, int origin, int[] lo, int[] hi, int windows,
            double[] results, int resultsAt, int[] known) {
        number(values, offset, length);
        KnownWindow window = new KnownWindow(values, offset, length);
        int from = 0;
        int to = 0;
        int last = -1;
        for (int i = 0; i < windows; i++) {
            window.moveTo(lo[i], hi[i]);
            for (; from < Math.min(to, window.start()); from++) {
                add(values[offset + from], -1);
            }
            from = window.start();
            to = Math.max(to, from);
            for (; to < window.end(); to++) {
                add(values[offset + to], 1);
                last = Double.isNaN(values[offset + to]) ? last : to;
            }
            known[i] = window.known();
            results[resultsAt + i] = known[i] == 0 ? Double.NaN : 1 + known[i] - atMost(place(values[offset + last]));
        }
    }

    private void number(double[] values, int offset, int length) {
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
    private void add(double value, int change) {
        if (!Double.isNaN(value)) {
            for (int i = place(value); i <= sizes; i += i & -i) {
                counts[i] += change;
            }
        }
    }

    /** How many values of the window do not lie above that of a place. */
    private int atMost(int place) {
        int count = 0;
        for (int i = place; i > 0; i -= i & -i) {
            count += counts[i];
        }
        return count;
    }
}
