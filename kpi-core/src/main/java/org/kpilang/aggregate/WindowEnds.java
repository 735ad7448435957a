package org.kpilang.aggregate;

/** The starts and ends of windows that move forward over a row. */
final class WindowEnds {

    /** How many windows are looked at together at most. */
    private static final int MOST_TOGETHER = 256;

    private WindowEnds() {}

    /** Up to which window those from one on have one length, and each starts one further on than the one before. */
    static int steadyUntil(int[] lo, int[] hi, int first, int windows) {
        int until = first + 1;
        // More and more at a time, without a jump between them; where one is not steady, fewer and fewer.
        int together = 1;
        while (until < windows && areSteady(lo, hi, first, until, Math.min(until + together, windows))) {
            until = Math.min(until + together, windows);
            together = Math.min(2 * together, MOST_TOGETHER);
        }
        for (together /= 2; together > 0; together /= 2) {
            int further = Math.min(until + together, windows);
            until = areSteady(lo, hi, first, until, further) ? further : until;
        }
        return until;
    }

    private static boolean areSteady(int[] lo, int[] hi, int first, int from, int until) {
        int other = 0;
        int firstLo = lo[first] - first;
        int firstHi = hi[first] - first;
        for (int i = from; i < until; i++) {
            other |= lo[i] - firstLo - i | hi[i] - firstHi - i;
        }
        return other == 0;
    }

    /**
     * Checks that a window does not lie before the one that comes before it.
     *
     * @throws IllegalArgumentException if an end steps back
     */
    static void requireForward(int[] lo, int[] hi, int window) {
        if (window > 0 && (lo[window] < lo[window - 1] || hi[window] < hi[window - 1])) {
            throw new IllegalArgumentException("a window steps back: " + lo[window - 1] + " to " + hi[window - 1]
                    + ", then " + lo[window] + " to " + hi[window]);
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
