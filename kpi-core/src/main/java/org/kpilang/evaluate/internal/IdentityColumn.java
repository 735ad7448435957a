package org.kpilang.evaluate.internal;

import java.util.Arrays;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;

/**
 * The identities of a group of cells in the order of their periods, which are counted from the first of the input. What
 * an absent fact means is applied cell by cell: under {@code carries forward} what turned up last is still there, until
 * something turns up again. Keeps working memory; for the use of one thread.
 */
final class IdentityColumn {

    private final InputFacts input;
    private final AbsentRule absent;
    private final int periods;
    /** Where the facts of each period start; one more entry than periods, and one that is used while they are sorted. */
    private final int[] starts;
    /** How many of the periods before each are known. */
    private final int[] knownBefore;
    private int[] identities = new int[0];
    private int[] until = new int[0];
    private int longest;

    IdentityColumn(InputFacts input, AbsentRule absent) {
        this.input = input;
        this.absent = absent;
        this.periods = input.lastPeriod() - input.firstPeriod() + 1;
        this.starts = new int[periods + 2];
        this.knownBefore = new int[periods + 1];
    }

    int periods() {
        return periods;
    }

    /** The index of the first fact of a period; after the last period, the number of facts. */
    int start(int period) {
        return starts[period];
    }

    int identity(int fact) {
        return identities[fact];
    }

    /** The last period in which what a fact tells of is there. */
    int until(int fact) {
        return until[fact];
    }

    /** For how many periods after its own a fact holds at most. */
    int longest() {
        return longest;
    }

    /** How many periods are known, from one to another inclusive. */
    int known(int from, int to) {
        return from > to ? 0 : knownBefore[to + 1] - knownBefore[from];
    }

    /** Takes the facts of the cells {@code [from, to)} of an array in place of those that were there. */
    void fill(int[] cells, int from, int to) {
        sumUpSizes(cells, from, to);
        longest = 0;
        Arrays.fill(knownBefore, 0);
        for (int i = from; i < to; i++) {
            add(cells[i]);
        }
        sumUpKnown(from < to && absent instanceof AbsentRule.Zero);
    }

    /** Finds out how many facts each period has, and so where they start: one entry further on than in the end. */
    private void sumUpSizes(int[] cells, int from, int to) {
        Arrays.fill(starts, 0);
        int size = 0;
        for (int i = from; i < to; i++) {
            int cell = cells[i];
            size += input.end(cell) - input.start(cell);
            for (int fact = input.start(cell); fact < input.end(cell); fact++) {
                starts[period(fact) + 2]++;
            }
        }
        for (int period = 2; period < starts.length; period++) {
            starts[period] += starts[period - 1];
        }
        if (identities.length < size) {
            identities = new int[size];
            until = new int[size];
        }
    }

    private int period(int fact) {
        return input.period(fact) - input.firstPeriod();
    }

    private void add(int cell) {
        int end = input.end(cell);
        int after;
        for (int first = input.start(cell); first < end; first = after) {
            int period = period(first);
            after = first + 1;
            while (after < end && period(after) == period) {
                after++;
            }
            int last = last(period, after == end ? periods : period(after));
            longest = Math.max(longest, last - period);
            knownBefore[period]++;
            knownBefore[last + 1]--;
            for (int fact = first; fact < after; fact++) {
                int place = starts[period + 1]++;
                identities[place] = input.identity(fact);
                until[place] = last;
            }
        }
    }

    /** The last period in which what turned up in one is there, if something turns up again in another. */
    private int last(int period, int again) {
        if (absent instanceof AbsentRule.CarriesForward carries) {
            return carries.periods() == 0 ? again - 1 : (int) Math.min(again - 1L, (long) period + carries.periods());
        }
        return period;
    }

    /** Turns the steps at which cells begin and cease to be known into the number of known periods before each. */
    private void sumUpKnown(boolean all) {
        int cells = 0;
        int before = 0;
        for (int period = 0; period <= periods; period++) {
            cells += knownBefore[period];
            knownBefore[period] = before;
            before += all || cells > 0 ? 1 : 0;
        }
    }
}
