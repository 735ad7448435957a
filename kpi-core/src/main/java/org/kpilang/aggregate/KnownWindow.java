package org.kpilang.aggregate;

/** A window that moves forward over a row: where it lies inside the row, and how many values in it are known. */
final class KnownWindow {

    private final double[] values;
    private final int offset;
    private final int length;
    private int lastLo = Integer.MIN_VALUE;
    private int lastHi = Integer.MIN_VALUE;
    private int start;
    private int end;
    private int known;

    KnownWindow(double[] values, int offset, int length) {
        this.values = values;
        this.offset = offset;
        this.length = length;
    }

    /** Moves the window to {@code [lo, hi]}. */
    void moveTo(int lo, int hi) {
        if (lo < lastLo || hi < lastHi) {
            throw new IllegalArgumentException("a window steps back: " + lastLo + " to " + lastHi + ", then " + lo + " to "
                    + hi);
        }
        lastLo = lo;
        lastHi = hi;
        int nextStart = Math.min(Math.max(lo, 0), length);
        int nextEnd = hi < length ? Math.max(hi + 1, 0) : length;
        if (nextStart >= end) {
            known = 0;
            end = nextStart;
        } else {
            known -= knownIn(start, nextStart);
        }
        start = nextStart;
        if (nextEnd > end) {
            known += knownIn(end, nextEnd);
            end = nextEnd;
        }
    }

    private int knownIn(int from, int to) {
        int result = 0;
        for (int i = offset + from; i < offset + to; i++) {
            if (!Double.isNaN(values[i])) {
                result++;
            }
        }
        return result;
    }

    /** The first index of the row inside the window. */
    int start() {
        return start;
    }

    /** The index of the row after the window; never before its start. */
    int end() {
        return end;
    }

    int known() {
        return known;
    }
}
