package org.kpilang.aggregate;

/** How many values of each window are known. */
final class SlidingCount extends ForwardWindows {

    @Override
    void answer(double[] values, int offset, Windows windows, int first, int until, double[] results, int resultsAt,
            int[] known) {
        KnownWindow window = new KnownWindow(values, offset);
        for (int i = first; i < until; i++) {
            window.moveTo(windows.start(i), windows.end(i));
            known[i] = window.known();
            results[resultsAt + i] = window.known();
        }
    }
}
