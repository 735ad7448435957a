package org.kpilang.aggregate;

/** The starts and ends of windows that move forward over a row. */
final class WindowEnds {

    private WindowEnds() {}

    /** Whether all windows have one length, and each starts one further on than the one before. */
    static boolean areSteady(int[] lo, int[] hi, int windows) {
        int other = 0;
        if (windows > 0) {
            int firstLo = lo[0];
            int firstHi = hi[0];
            for (int i = 0; i < windows; i++) {
                other |= lo[i] - firstLo - i | hi[i] - firstHi - i;
            }
        }
        return other == 0;
    }

    /**
     * Checks that windows move forward.
     *
     * @throws IllegalArgumentException if an end steps back
     */
    static void requireForward(int[] lo, int[] hi, int windows) {
        for (int i = 1; i < windows; i++) {
            if (lo[i] < lo[i - 1] || hi[i] < hi[i - 1]) {
                throw new IllegalArgumentException("a window steps back: " + lo[i - 1] + " to " + hi[i - 1] + ", then "
                        + lo[i] + " to " + hi[i]);
            }
        }
    }

    /** The first index of a row that a window has. */
    static int start(int lo, int length) {
        return Math.min(Math.max(lo, 0), length);
    }

    /** The index after the last of a row that a window has; at its start if it has none. */
    static int end(int lo, int hi, int length) {
        return Math.max(hi < length ? hi + 1 : length, start(lo, length));
    }
}
