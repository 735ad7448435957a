package org.kpilang.aggregate;

/**
 * The largest or the smallest value of each window. Short windows are made of two that are half as long or a little
 * longer, and those likewise; long ones of the end of a block and the start of the next (van Herk 1992, Gil and Werman
 * 1993). Nothing is rounded, so all ways come to the same.
 */
final class SlidingExtreme extends SteadyWindows {

    /** Up to which length halves are faster than blocks. */
    private static final int SHORT = 32;

    private final boolean largest;
    private double[] shifted = new double[0];

    SlidingExtreme(boolean largest) {
        super(largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY,
                largest ? Aggregates.MAXIMUM : Aggregates.MINIMUM);
        this.largest = largest;
    }

    @Override
    boolean slide(long ordinal, int width, int count, double[] results, int resultsAt, int[] known, int knownAt) {
        int size = count + width - 1;
        double[] values = row.filled();
        grow(size);
        if (!largest) {
            negate(values, size);
        }
        if (width <= SHORT) {
            byHalves(values, size, width);
        } else {
            byBlocks(values, size, width);
        }
        if (largest) {
            withoutNegativeZeros(values, count);
        } else {
            negate(values, count);
        }
        System.arraycopy(values, 0, results, resultsAt, count);
        for (int i = 0; row.hasGaps() && i < count; i++) {
            if (known[knownAt + i] == 0) {
                results[resultsAt + i] = Double.NaN;
            }
        }
        return true;
    }

    private void grow(int size) {
        if (shifted.length < size) {
            shifted = new double[CacheLines.length(Math.max(size, 2 * shifted.length))];
        }
    }

    private static void negate(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            // Not the sign alone: a zero stays one without a sign.
            values[i] = 0.0 - values[i];
        }
    }

    private static void withoutNegativeZeros(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] += 0.0;
        }
    }

    /** Puts the largest of each so many values in the place of the first of them. */
    private void byHalves(double[] values, int size, int width) {
        int reach = 1;
        while (reach < width) {
            int step = Math.min(reach, width - reach);
            int left = size - reach - step + 1;
            System.arraycopy(values, step, shifted, 0, left);
            takeLarger(values, shifted, left);
            reach += step;
        }
    }

    /** The same by the largest up to the end of each block, and from the start of each. */
    private void byBlocks(double[] values, int size, int width) {
        for (int start = 0; start < size; start += width) {
            int end = Math.min(start + width, size);
            double most = values[start];
            for (int i = start; i < end; i++) {
                most = values[i] > most ? values[i] : most;
                if (i >= width - 1) {
                    shifted[i - width + 1] = most;
                }
            }
            for (int i = end - 2; i >= start; i--) {
                values[i] = values[i] > values[i + 1] ? values[i] : values[i + 1];
            }
        }
        takeLarger(values, shifted, size - width + 1);
    }

    private static void takeLarger(double[] values, double[] others, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(values[i], others[i]);
        }
    }
}
