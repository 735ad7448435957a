package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;

/**
 * The facts of a group of cells in the order of their periods, which are counted from the first of the input:
 * identities, or the values of events. What an absent fact means is applied cell by cell: under {@code carries forward}
 * what turned up last is still there, until something turns up again. Keeps working memory; for the use of one thread.
 */
final class OrderedFacts implements Occurrences {

    private final InputFacts input;
    private final AbsentRule absent;
    private final int periods;
    /** Where the facts of each period start; one more entry than periods, and one that is used while they are sorted. */
    private final int[] starts;
    /** How many of the periods before each are known. */
    private final int[] knownBefore;
    private int[] facts = new int[0];
    private int[] until = new int[0];
    private int longest;

    OrderedFacts(InputFacts input, AbsentRule absent) {
        this.input = input;
        this.absent = absent;
        this.periods = input.lastPeriod() - input.firstPeriod() + 1;
        this.starts = new int[periods + 2];
        this.knownBefore = new int[periods + 1];
    }

    @Override
    public int origin() {
        return input.firstPeriod();
    }

    @Override
    public int periods() {
        return periods;
    }

    /** The index of the first fact of a period; after the last period, the number of facts. */
    @Override
    public int start(int period) {
        return starts[period];
    }

    /** The period, or the nearest one that has a {@link #start}. */
    private int within(int period) {
        return Math.min(Math.max(period, 0), periods);
    }

    /** How many facts there are. */
    int size() {
        return starts[periods];
    }

    /** The number that a fact has in the input. */
    int inInput(int fact) {
        return facts[fact];
    }

    @Override
    public int identity(int fact) {
        return input.identity(facts[fact]);
    }

    @Override
    public int times(int fact) {
        return input.times(facts[fact]);
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
    @Override
    public int known(int from, int to) {
        return from > to ? 0 : knownBefore[to + 1] - knownBefore[from];
    }

    /** Windows in the periods that there are. */
    IdentitySummary.Spans spans(BaseWindows windows) {
        int[] lo = new int[windows.size()];
        int[] end = new int[windows.size()];
        for (int i = 0; i < lo.length; i++) {
            lo[i] = within(windows.lo()[i]);
            end[i] = Math.max(lo[i], within(windows.hi()[i] + 1));
        }
        return new IdentitySummary.Spans(lo, end);
    }

    /** Leaves no value for the windows of which too little is known. */
    void leaveOut(BaseWindows windows, double[] out, int at) {
        for (int i = 0; i < windows.size(); i++) {
            if (!windows.isEnough(i, known(Math.max(windows.lo()[i], 0), Math.min(windows.hi()[i], periods - 1)))) {
                out[at + i] = Double.NaN;
            }
        }
    }

    /** Which periods are known for a group; its facts take the place of those that were there. */
    BitSet known(CellGroups groups, int group) {
        fill(groups, group);
        BitSet known = new BitSet();
        for (int period = 0; period < periods; period++) {
            known.set(period, known(period, period) > 0);
        }
        return known;
    }

    /** Takes the facts of a group in place of those that were there. */
    void fill(CellGroups groups, int group) {
        fill(groups.cells(), groups.start(group), groups.end(group));
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
        if (facts.length < size) {
            facts = new int[size];
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
                facts[place] = fact;
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
