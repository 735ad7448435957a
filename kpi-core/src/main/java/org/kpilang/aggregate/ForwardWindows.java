package org.kpilang.aggregate;

/** Answers windows run by run of those that move forward. */
abstract sealed class ForwardWindows implements WindowSummary
        permits SlidingWindow, SlidingCount, OrderedWindow, SortedWindow, QuantileWindow, RankedWindow {

    @Override
    public final void run(double[] values, int offset, Windows windows, double[] results, int resultsAt, int[] known) {
        for (int run = 0; run < windows.runs(); run++) {
            answer(values, offset, windows, windows.runStart(run), windows.runStart(run + 1), results, resultsAt,
                    known);
        }
    }

    /** Answers the windows from one to before another, which move forward. */
    abstract void answer(double[] values, int offset, Windows windows, int first, int until, double[] results,
            int resultsAt, int[] known);
}
