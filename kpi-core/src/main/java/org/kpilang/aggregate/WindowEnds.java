package org.kpilang.aggregate;

/** The starts and ends of windows that move forward over a row. */
final class WindowEnds {

    private WindowEnds() {}

    /**
     * Whether each window has the same length as the one before and starts one further on.
     *
     * @throws IllegalArgumentException if an end steps back
     */
    static boolean areSliding(int[] lo, int[] hi, int windows) {
        int other = 0;
        for (int i = 1; i < windows; i++) {
            if (lo[i] < lo[i - 1] || hi[i] < hi[i - 1]) {
                throw new IllegalArgumentException("a window steps back: " + lo[i - 1] + " to " + hi[i - 1] + ", then "
                        + lo[i] + " to " + hi[i]);
            }
            other |= lo[i] - lo[i - 1] - 1 | hi[i] - hi[i - 1] - 1;
        }
        return other == 0;
    }

    /** The first index of a row that a window has. */
    static int start(int lo, int length) {
        return Math.min(Math.max(lo, 0), length);
    }

    /** The index after the last of a row that a window has; at its start if it has none. */
    static int end(int lo, int hi, int length) {
        return Math.max(hi < length ? hi + 1 : length, start(lo, length));
    }

    /** The window after the last, from one on, that ends at or before a place; at least the one after the first. */
    static int until(int[] lo, int[] hi, int first, int windows, int length, long place) {
        int least = first + 1;
        int most = windows;
        while (least < most) {
            int middle = (least + most + 1) >>> 1;
            if (end(lo[middle - 1], hi[middle - 1], length) <= place) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return least;
    }
}
