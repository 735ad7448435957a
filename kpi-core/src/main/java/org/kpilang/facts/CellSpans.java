package org.kpilang.facts;

import java.util.Arrays;

/** How many periods of each cell have a fact, and which are the first and the last. */
final class CellSpans {

    /** The first period of a cell without a fact. */
    static final int NEVER = Integer.MAX_VALUE;

    private int[] counts = new int[16];
    private int[] firsts = new int[16];
    private int[] lasts = new int[16];

    CellSpans() {
        Arrays.fill(firsts, NEVER);
    }

    /** Whether a cell has a fact in a period. */
    interface Known {

        boolean has(int cell, int period);
    }

    boolean hasFacts(int cell) {
        return cell < counts.length && counts[cell] > 0;
    }

    /** The period of the first fact of a cell, or {@link #NEVER}. */
    int first(int cell) {
        return cell < firsts.length ? firsts[cell] : NEVER;
    }

    /** The period of the last fact of a cell; of no meaning if it has none. */
    int last(int cell) {
        return lasts[cell];
    }

    /** @param cells how many cells there are to be room for, if a cell needs more than there is */
    void makeRoom(int cell, int cells) {
        if (cell >= counts.length) {
            int from = firsts.length;
            int size = Math.max(Math.max(cells, cell + 1), 2 * from);
            counts = Arrays.copyOf(counts, size);
            lasts = Arrays.copyOf(lasts, size);
            firsts = Arrays.copyOf(firsts, size);
            Arrays.fill(firsts, from, size, NEVER);
        }
    }

    /** Notes that a cell has a fact more, or one less, and returns which was its first before. */
    int count(int cell, int period, boolean more, Known known) {
        int before = firsts[cell];
        counts[cell] += more ? 1 : -1;
        if (more) {
            if (period < before) {
                firsts[cell] = period;
            }
            if (before == NEVER || period > lasts[cell]) {
                lasts[cell] = period;
            }
        } else if (counts[cell] == 0) {
            firsts[cell] = NEVER;
        } else {
            while (!known.has(cell, firsts[cell])) {
                firsts[cell]++;
            }
            while (!known.has(cell, lasts[cell])) {
                lasts[cell]--;
            }
        }
        return before;
    }

    CellSpans copy() {
        CellSpans copy = new CellSpans();
        copy.counts = counts.clone();
        copy.firsts = firsts.clone();
        copy.lasts = lasts.clone();
        return copy;
    }
}
