package org.kpilang.aggregate;

import java.util.Arrays;

/**
 * A quantile of each window, by the linear rule known as type 7 (Hyndman and Fan 1996): of n sorted values the one at
 * {@code (n - 1) * q}, between two values the straight line. A quantile does not merge, so the values of the window are
 * kept in order as they come and go; each step takes time linear in the length of the window.
 */
public final class SortedWindow extends ForwardWindows {

    private final double fraction;
    private double[] sorted = new double[16];
    private int size;

    /**
     * @param fraction which quantile: 0.5 is the median
     * @throws IllegalArgumentException if the fraction lies outside 0 to 1
     */
    public SortedWindow(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("the fraction of a quantile lies between 0 and 1, not at " + fraction);
        }
        this.fraction = fraction;
    }

    @Override
    void answer(double[] values, int offset, Windows windows, int first, int until, double[] results, int resultsAt,
            int[] known) {
        KnownWindow window = new KnownWindow(values, offset);
        size = 0;
        int from = 0;
        int to = 0;
        for (int i = first; i < until; i++) {
            window.moveTo(windows.start(i), windows.end(i));
            if (window.start() >= to) {
                size = 0;
                from = window.start();
                to = from;
            }
            for (; from < window.start(); from++) {
                remove(values[offset + from]);
            }
            for (; to < window.end(); to++) {
                insert(values[offset + to]);
            }
            known[i] = size;
            results[resultsAt + i] = size == 0 ? Double.NaN : quantile();
        }
    }

    private void insert(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * size);
        }
        int found = Arrays.binarySearch(sorted, 0, size, value);
        int place = found >= 0 ? found : -found - 1;
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = value;
        size++;
    }

    private void remove(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        int place = Arrays.binarySearch(sorted, 0, size, value);
        System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
        size--;
    }

    private double quantile() {
        double place = (size - 1) * fraction;
        int below = (int) place;
        double low = sorted[below];
        double share = place - below;
        if (share == 0) {
            return low;
        }
        return between(low, sorted[below + 1], share);
    }

    /** The point at a share of the way between two values. */
    static double between(double low, double high, double share) {
        double step = high - low;
        // Two finite numbers may lie further apart than a double can say.
        double value = Double.isInfinite(step) ? low * (1 - share) + high * share : low + share * step;
        return Math.min(value, high);
    }

    /** Which quantile it is. */
    double fraction() {
        return fraction;
    }
}
