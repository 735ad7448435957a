package org.kpilang.aggregate;

/**
 * The place of the last known value of each window among the known values of the window: 1 for the highest, and the
 * best place for all of several that are equal.
 *
 * <p>The distinct values of a row are numbered by size, and a tree of counts (Fenwick 1994) says how many of a window
 * lie above a number; a step takes time logarithmic in the length of the row.
 */
final class RankedWindow extends ForwardWindows {

    private final CountedValues counted = new CountedValues();

    @Override
    void answer(double[] values, int offset, Windows windows, int first, int until, double[] results, int resultsAt,
            int[] known) {
        CountedWindow window = new CountedWindow(counted, values, offset, windows.length());
        for (int i = first; i < until; i++) {
            window.moveTo(windows.start(i), windows.end(i));
            known[i] = window.known();
            results[resultsAt + i] = known[i] == 0 ? Double.NaN : 1 + known[i] - counted.atMost(window.last());
        }
    }
}
