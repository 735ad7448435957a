package org.kpilang.aggregate;

import java.util.Objects;

/**
 * Answers a row of windows over a row of values: for each window the summary of its known values, and how many those
 * are.
 *
 * <p><b>What a summary depends on.</b> The ordinals of the first and the last period of the window, and the values in
 * it, to the last bit; and nothing else: not which other windows are answered in the same run, where the row starts,
 * how far it reaches, or what else stands in it. So one window that is answered anew, over a row of no more than its
 * own values, comes to the same as in a run over all of history. Only deviations and slopes depend on the ordinals at all,
 * in their last digits: they are merged of two parts, and the window is cut at the first multiple of the largest power
 * of two that is not above its length. All others come to the same wherever the window lies.
 *
 * <p>A run takes time linear in the windows and in the values between the start of the first and the end of the last
 * one; how long the windows are and how long the row is does not count. Only for ranks and quantiles, which do not
 * merge, and for moving averages of windows that do not start together, the length of the windows counts.
 *
 * <p>An instance keeps working memory that it uses again, so that a run allocates nothing once the memory has its size.
 * It is not thread-safe: each thread takes its own from {@link #of} or {@link NamedStatistic#summary}.
 */
public sealed interface WindowSummary permits ForwardWindows, SteadyWindows, SlidingSum {

    /** The fastest way to answer windows with a summary that merges. */
    static WindowSummary of(Aggregate aggregate) {
        Objects.requireNonNull(aggregate, "aggregate is null");
        if (aggregate == Aggregates.SUM || aggregate == Aggregates.MEAN) {
            return new SlidingSum(aggregate == Aggregates.MEAN);
        } else if (aggregate == Aggregates.MINIMUM || aggregate == Aggregates.MAXIMUM) {
            return new SlidingExtreme(aggregate == Aggregates.MAXIMUM);
        } else if (aggregate == Aggregates.DEVIATION) {
            return new SlidingDeviation();
        }
        return aggregate == Aggregates.COUNT ? new SlidingCount() : new SlidingWindow(aggregate);
    }

    /**
     * Answers windows over a row.
     *
     * @param values    holds the row; NaN stands for no value, and all others are finite, or infinite where they are
     *                  too large to tell, of which a sum, a mean, a deviation and a slope come to NaN
     * @param offset    where in {@code values} the row starts
     * @param windows   the windows, which say how long the row is
     * @param results   receives the summaries, the first at {@code resultsAt}; NaN where there is none, as in a window
     *                  without a known value (of which only a count has a summary, 0)
     * @param resultsAt where in {@code results} the first summary goes
     * @param known     receives how many values of each window are known, the first at 0
     */
    void run(double[] values, int offset, Windows windows, double[] results, int resultsAt, int[] known);
}
