package org.kpilang.aggregate;

/** A window that moves forward over a row: where it lies inside the row, and how many values in it are known. */
final class KnownWindow {

    private final double[] values;
    private final int offset;
    private int start;
    private int end;
    private int known;

    KnownWindow(double[] values, int offset) {
        this.values = values;
        this.offset = offset;
    }

    /**
     * Moves on to the values from an index of the row to before another, neither of which lies before that of the
     * window before.
     */
    void moveTo(int nextStart, int nextEnd) {
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
