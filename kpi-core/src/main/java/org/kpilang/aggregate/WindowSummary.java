package org.kpilang.aggregate;

/**
 * Answers a row of windows over a row of values: for each window the summary of its known values, and how many those
 * are.
 *
 * <p>An instance keeps working memory that it uses again, so that a run allocates nothing once the memory has its size.
 * It is not thread-safe: each thread takes its own from {@link NamedStatistic#summary}.
 */
public sealed interface WindowSummary permits SlidingWindow, SortedWindow, RankedWindow {

    /**
     * Answers the windows {@code [lo[i], hi[i]]}, both ends inclusive, for {@code i} from 0 to {@code windows - 1}. The
     * ends never step back from one window to the next. They are indexes into the row and may lie outside it, where
     * nothing is known; a window whose end lies before its start is empty.
     *
     * @param values    holds the row; NaN stands for no value, and all others are finite
     * @param offset    where in {@code values} the row starts
     * @param length    how long the row is
     * @param lo        the first index of each window
     * @param hi        the last index of each window
     * @param windows   how many windows there are
     * @param results   receives the summaries, the first at {@code resultsAt}; NaN where there is none, as in a window
     *                  without a known value (of which only a count has a summary, 0)
     * @param resultsAt where in {@code results} the first summary goes
     * @param known     receives how many values of each window are known, the first at 0
     * @throws IllegalArgumentException if an end steps back
     */
    void run(double[] values, int offset, int length, int[] lo, int[] hi, int windows,
            double[] results, int resultsAt, int[] known);
}
