package org.kpilang.aggregate;

/** A window that moves on over a row, whose values are counted by their size. */
final class CountedWindow {

    private final CountedValues counted;
    private final double[] values;
    private final int offset;
    private final KnownWindow window;
    private int from;
    private int to;
    private int last = -1;

    /** An empty window at the start of a row. */
    CountedWindow(CountedValues counted, double[] values, int offset, int length) {
        this.counted = counted;
        this.values = values;
        this.offset = offset;
        this.window = new KnownWindow(values, offset);
        counted.number(values, offset, length);
    }

    /** Moves on to a window that starts and ends no earlier than the one before, as a {@link KnownWindow} does. */
    void moveTo(int start, int end) {
        window.moveTo(start, end);
        for (; from < Math.min(to, window.start()); from++) {
            counted.add(values[offset + from], -1);
        }
        from = window.start();
        to = Math.max(to, from);
        for (; to < window.end(); to++) {
            counted.add(values[offset + to], 1);
            last = Double.isNaN(values[offset + to]) ? last : to;
        }
    }

    /** The number of known values in the window. */
    int known() {
        return window.known();
    }

    /** The last known value in the window, if there is any. */
    double last() {
        return values[offset + last];
    }
}
