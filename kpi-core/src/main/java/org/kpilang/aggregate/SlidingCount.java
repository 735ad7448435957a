package org.kpilang.aggregate;

/** How many values of each window are known. */
final class SlidingCount extends SteadyWindows {

    SlidingCount() {
        super(0);
    }

    @Override
    boolean slide(long ordinal, int width, int count, double[] results, int resultsAt, int[] known, int knownAt) {
        for (int i = 0; i < count; i++) {
            results[resultsAt + i] = known[knownAt + i];
        }
        return true;
    }

    @Override
    void others(double[] values, int offset, int length, int origin, int[] lo, int[] hi, int first, int until,
            double[] results, int resultsAt, int[] known) {
        KnownWindow window = new KnownWindow(values, offset, length);
        for (int i = first; i < until; i++) {
            window.moveTo(lo[i], hi[i]);
            known[i] = window.known();
            results[resultsAt + i] = window.known();
        }
    }
}
