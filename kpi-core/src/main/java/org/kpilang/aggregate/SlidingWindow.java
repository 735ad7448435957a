package org.kpilang.aggregate;

import java.util.Objects;

/**
 * Slides over a row with any summary that merges, in time linear in values and windows, however long the windows are.
 *
 * <p>No value ever leaves a state by subtraction. The window is cut in two: the older part has one state for every
 * place at which the window may still start, built from right to left; the newer part has one running state. An answer
 * merges the two, and once the window has left its older part the newer one becomes the older. So zeros add to zero
 * after any large number, and a variance is never negative.
 */
public final class SlidingWindow implements WindowSummary {

    private final Aggregate aggregate;
    private final int width;
    private final double[] newer;
    private final double[] both;
    /**
     * The states of the older part: the one of the values from index {@code i} on stands at
     * {@code (i - olderFrom) * width}.
     */
    private double[] older;
    private int olderFrom;
    /** Where the older part ends and the newer one starts. */
    private int newerFrom;
    /** The index after the newer part. */
    private int newerTo;

    /** Slides with a summary whose values are added with their index in the row as position. */
    public SlidingWindow(Aggregate aggregate) {
        this.aggregate = Objects.requireNonNull(aggregate, "aggregate is null");
        this.width = aggregate.width();
        this.newer = new double[width];
        this.both = new double[width];
        this.older = new double[16 * width];
    }

    @Override
    public void run(double[] values, int offset, int length, int[] lo, int[] hi, int windows,
            double[] results, int resultsAt, int[] known) {
        KnownWindow window = new KnownWindow(values, offset, length);
        restartAt(0);
        for (int i = 0; i < windows; i++) {
            window.moveTo(lo[i], hi[i]);
            int start = window.start();
            if (start >= newerTo) {
                restartAt(start);
            } else if (start > newerFrom) {
                makeOlder(start, values, offset);
            }
            for (; newerTo < window.end(); newerTo++) {
                double value = values[offset + newerTo];
                if (!Double.isNaN(value)) {
                    aggregate.add(newer, 0, value, newerTo);
                }
            }
            known[i] = window.known();
            results[resultsAt + i] = known[i] == 0 ? aggregate.empty() : answer(start);
        }
    }

    private void restartAt(int start) {
        aggregate.clear(newer, 0);
        newerFrom = start;
        newerTo = start;
    }

    /** Turns all that is left of the newer part into the older one, from the window's start on. */
    private void makeOlder(int start, double[] values, int offset) {
        int states = newerTo - start;
        if (older.length < states * width) {
            older = new double[Math.max(states * width, 2 * older.length)];
        }
        for (int i = newerTo - 1; i >= start; i--) {
            int at = (i - start) * width;
            aggregate.clear(older, at);
            double value = values[offset + i];
            if (!Double.isNaN(value)) {
                aggregate.add(older, at, value, i);
            }
            if (i < newerTo - 1) {
                aggregate.merge(older, at, older, at + width);
            }
        }
        olderFrom = start;
        newerFrom = newerTo;
        aggregate.clear(newer, 0);
    }

    private double answer(int start) {
        if (start == newerFrom) {
            return aggregate.finish(newer, 0);
        }
        System.arraycopy(older, (start - olderFrom) * width, both, 0, width);
        aggregate.merge(both, 0, newer, 0);
        return aggregate.finish(both, 0);
    }
}
