package org.kpilang.aggregate;

/** How many values of each window are known. */
final class SlidingCount implements WindowSummary {

    @Override
    public void run(double[] values, int offset, int length, int origin, int[] lo, int[] hi, int windows,
            double[] results, int resultsAt, int[] known) {
        KnownWindow window = new KnownWindow(values, offset, length);
        for (int i = 0; i < windows; i++) {
            window.moveTo(lo[i], hi[i]);
            known[i] = window.known();
            results[resultsAt + i] = window.known();
        }
    }
}
