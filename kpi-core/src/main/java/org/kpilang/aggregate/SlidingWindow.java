package org.kpilang.aggregate;

import java.util.Objects;

/**
 * Slides over a row with any summary that merges, in time linear in values and windows, however long the windows are.
 *
 * <p>No value ever leaves a state by subtraction. A window is cut in two at a period that its own first and last one
 * determine, {@link WindowCut#of}. The part before the cut has one state for every place at which a window may start,
 * built from right to left; the part from the cut on has one running state; an answer merges the two. So zeros add to
 * zero after any large number, a variance is never negative, and an answer does not depend on the other windows.
 */
public final class SlidingWindow extends ForwardWindows {

    private final Aggregate aggregate;
    /** The latest cut for windows of each order of length, the power of two that cuts them. */
    private final WindowCut[] cuts = new WindowCut[Integer.SIZE];

    /** Slides with a summary whose values are added with their distance from the cut as position. */
    public SlidingWindow(Aggregate aggregate) {
        this.aggregate = Objects.requireNonNull(aggregate, "aggregate is null");
    }

    @Override
    void answer(double[] values, int offset, Windows windows, int first, int until, double[] results, int resultsAt,
            int[] known) {
        for (WindowCut cut : cuts) {
            if (cut != null) {
                cut.forget();
            }
        }
        KnownWindow window = new KnownWindow(values, offset);
        for (int i = first; i < until; i++) {
            window.moveTo(windows.start(i), windows.end(i));
            known[i] = window.known();
            results[resultsAt + i] = known[i] == 0 ? aggregate.empty()
                    : cut(windows.lo(i), windows.hi(i)).answer(values, offset, windows.length(),
                            WindowCut.of(windows.origin(), windows.lo(i), windows.hi(i)), window.start(), window.end());
        }
    }

    private WindowCut cut(int lo, int hi) {
        int order = WindowCut.order(lo, hi);
        if (cuts[order] == null) {
            cuts[order] = new WindowCut(aggregate);
        }
        return cuts[order];
    }
}
