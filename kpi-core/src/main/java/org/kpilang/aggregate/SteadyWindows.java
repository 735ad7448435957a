package org.kpilang.aggregate;

/**
 * Answers windows of one length that move on value by value in a way that is faster than the general one and comes to
 * the same, stretch by stretch of a row; and leaves all others to the general way, such as the first ones of a row that
 * begin with it and grow.
 */
abstract sealed class SteadyWindows implements WindowSummary
        permits SlidingSum, SlidingExtreme, SlidingDeviation, SlidingCount {

    /** How long a stretch is at least, and how much longer than a window, so that little is gone over twice. */
    private static final int STRETCH = 2048;
    private static final int WINDOWS_IN_STRETCH = 8;

    /** The values of the stretch. */
    final KnownValues row = new KnownValues();

    private final double instead;

    /** What stands in the place of values that are not known. */
    SteadyWindows(double instead) {
        this.instead = instead;
    }

    @Override
    public final void run(double[] values, int offset, int length, int origin, int[] lo, int[] hi, int windows,
            double[] results, int resultsAt, int[] known) {
        int answered = 0;
        int next;
        for (int first = 0; first < windows; first = next) {
            WindowEnds.requireForward(lo, hi, first);
            next = WindowEnds.steadyUntil(lo, hi, first, windows);
            int from = (int) Math.min(first + Math.max(-(long) lo[first], 0), next);
            int until = (int) Math.min(Math.max(first + (long) length - hi[first], from), next);
            // To begin anew costs as much as a window is long, so that it must not be done too often.
            if (hi[first] >= lo[first] && (until - from > (long) hi[first] - lo[first] || next - first == windows)) {
                if (answered < from) {
                    others(values, offset, length, origin, lo, hi, answered, from, results, resultsAt, known);
                }
                steady(values, offset, length, origin, lo, hi, from, until, results, resultsAt, known);
                answered = until;
            }
        }
        if (answered < windows) {
            others(values, offset, length, origin, lo, hi, answered, windows, results, resultsAt, known);
        }
    }

    /** Answers windows that move on value by value inside the row, stretch by stretch. */
    private void steady(double[] values, int offset, int length, int origin, int[] lo, int[] hi, int first, int windows,
            double[] results, int resultsAt, int[] known) {
        int until;
        for (int i = first; i < windows; i = until) {
            int width = hi[i] - lo[i] + 1;
            until = (int) Math.min(windows, i + stretch(width) - width + 1);
            int count = until - i;
            row.take(values, offset + lo[i], count + width - 1, instead);
            row.known(width, count, known, i);
            if (!slide((long) origin + lo[i], width, count, results, resultsAt + i, known, i)) {
                others(values, offset, length, origin, lo, hi, i, until, results, resultsAt, known);
            }
        }
    }

    /** How many values are gone over at a time for windows of a length. */
    static long stretch(int width) {
        return Math.max(STRETCH, (long) WINDOWS_IN_STRETCH * width);
    }

    /**
     * Answers windows over the row that was taken, the first of which starts with it.
     *
     * @param ordinal of the first value
     * @param known   says how many values of each window are known, the first at {@code knownAt}
     * @return whether that could be done
     */
    abstract boolean slide(long ordinal, int width, int count, double[] results, int resultsAt, int[] known,
            int knownAt);

    /** Answers any windows, from one to before another. */
    abstract void others(double[] values, int offset, int length, int origin, int[] lo, int[] hi, int first, int until,
            double[] results, int resultsAt, int[] known);
}
