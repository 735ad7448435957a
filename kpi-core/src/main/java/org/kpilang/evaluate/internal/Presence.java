package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;

/**
 * Which identities turn up often enough in a window that moves over periods. A window that moves forward takes in and
 * leaves out each period once; one that steps back is begun anew. Keeps working memory; for the use of one thread.
 */
final class Presence {

    /** What is told when an identity comes to be there, or ceases to be. */
    interface Change {
        void changes(int identity, boolean there);
    }

    private final int enough;
    private final Change change;
    /** How often each identity turns up in the window. */
    private final int[] counts;
    private @Nullable Occurrences occurrences;
    private int @Nullable [] weights;
    private int from;
    private int to;

    /** @param enough how often an identity must turn up */
    Presence(int identities, int enough, Change change) {
        this.enough = enough;
        this.change = change;
        this.counts = new int[identities];
    }

    /**
     * Begins with no period of some occurrences.
     *
     * @param theirWeights how often each of them counts; null for as often as it turned up
     */
    void begin(Occurrences others, int @Nullable [] theirWeights) {
        occurrences = others;
        weights = theirWeights;
        from = 0;
        to = 0;
    }

    /** Moves to the periods {@code [first, end)}, each one that there is. */
    void moveTo(int first, int end) {
        if (first < from || end < to || first >= to) {
            leave(to);
            from = first;
            to = first;
        }
        for (; to < end; to++) {
            add(to, 1);
        }
        leave(Math.min(first, to));
    }

    /** Ends with no period. */
    void leaveAll() {
        leave(to);
    }

    private void leave(int until) {
        for (; from < until; from++) {
            add(from, -1);
        }
    }

    private void add(int period, int sign) {
        Occurrences of = occurrences;
        for (int i = of.start(period); i < of.start(period + 1); i++) {
            int identity = of.identity(i);
            boolean before = counts[identity] >= enough;
            counts[identity] += sign * (weights == null ? of.times(i) : weights[i]);
            if (before != counts[identity] >= enough) {
                change.changes(identity, !before);
            }
        }
    }

    boolean isThere(int identity) {
        return counts[identity] >= enough;
    }
}
