package org.kpilang.aggregate;

/**
 * A place at which windows of about the same length are cut, and the states of their parts. Windows that are cut here
 * come in order.
 */
final class WindowCut {

    private static final long NONE = Long.MIN_VALUE;

    private final Aggregate aggregate;
    private final int width;
    private final double[] after;
    private final double[] both;
    /** The index in the row of the first value after the cut; may lie outside the row. */
    private long place = NONE;
    /** The states of the values from an index up to the cut, beginning with {@code from}. */
    private double[] before;
    private int from;
    /** Up to which index values are in the state after the cut. */
    private int to;

    WindowCut(Aggregate aggregate) {
        this.aggregate = aggregate;
        this.width = aggregate.width();
        this.after = new double[width];
        this.both = new double[width];
        this.before = new double[width];
    }

    /** The exponent of the largest power of two that is not above the length of a window. */
    static int order(int lo, int hi) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros((long) hi - lo + 1);
    }

    /**
     * Where a window that is not empty is cut, as the index in the row of the first period after the cut: the first
     * period in it whose ordinal is a multiple of the power of two. There is one.
     *
     * @param origin the ordinal of the first period of the row
     */
    static long of(int origin, int lo, int hi) {
        long block = 1L << order(lo, hi);
        return ((long) origin + lo + block - 1 & -block) - origin;
    }

    void forget() {
        place = NONE;
    }

    /** The summary of a window that is cut here, as far as it lies in the row: from an index to before another. */
    double answer(double[] values, int offset, int length, long cut, int start, int end) {
        int inside = (int) Math.min(Math.max(cut, 0), length);
        if (cut != place) {
            place = cut;
            build(values, offset, Math.min(start, inside), inside);
            aggregate.clear(after, 0);
            to = inside;
        }
        for (; to < end; to++) {
            double value = values[offset + to];
            if (!Double.isNaN(value)) {
                aggregate.add(after, 0, value, to - place);
            }
        }
        System.arraycopy(before, (Math.min(start, inside) - from) * width, both, 0, width);
        aggregate.merge(both, 0, after, 0);
        return aggregate.finish(both, 0);
    }

    /** Builds the states before the cut, for windows that start at an index or later. */
    private void build(double[] values, int offset, int start, int inside) {
        int states = inside - start + 1;
        if (before.length < states * width) {
            before = new double[Math.max(states * width, 2 * before.length)];
        }
        from = start;
        aggregate.clear(before, (inside - from) * width);
        for (int i = inside - 1; i >= from; i--) {
            int at = (i - from) * width;
            double value = values[offset + i];
            if (Double.isNaN(value)) {
                System.arraycopy(before, at + width, before, at, width);
            } else {
                aggregate.precede(before, at, value, i - place, before, at + width);
            }
        }
    }
}
