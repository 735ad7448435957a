package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;

/**
 * Counts different identities, in time linear in facts, periods and windows, however long the windows are: of every
 * identity only the latest period in which it turned up by the end of the window matters, and it is in the window if
 * that period is. So the facts of a group are put in the order of periods, and while the windows move on, the count is
 * kept along with how many identities have their latest period where.
 *
 * <p>What an absent fact means is applied cell by cell: under {@code carries forward} what turned up last is still
 * there, until something else does. Keeps working memory; for the use of one thread.
 */
final class DistinctRollUp implements RollUp {

    private final InputFacts input;
    private final AbsentRule absent;
    private final int periods;
    /** Where the facts of each period start, once in order; and where the last end. */
    private final int[] starts;
    /** How many of the periods before each are known. */
    private final int[] knownBefore;
    /** The latest period of each identity up to now, or -1. */
    private final int[] latest;
    /** How many identities have their latest period here. */
    private final int[] latestHere;
    /** The facts of a group, period by period: what turned up, and up to which period it is there. */
    private int[] identities = new int[0];
    private int[] until = new int[0];
    /** For how many periods more than its own a fact may hold. */
    private int longest;

    /** The periods that are counted: those from {@code counted} to before {@code next}, without those before {@code left}. */
    private int counted;
    private int left;
    private int next;
    private int different;

    DistinctRollUp(InputFacts input, AbsentRule absent) {
        this.input = input;
        this.absent = absent;
        this.periods = input.lastPeriod() - input.firstPeriod() + 1;
        this.starts = new int[periods + 2];
        this.knownBefore = new int[periods + 1];
        this.latest = new int[input.identities()];
        this.latestHere = new int[periods];
        Arrays.fill(latest, -1);
    }

    @Override
    public int additiveBefore(int[] cells) {
        return Integer.MAX_VALUE;
    }

    @Override
    public BitSet known(int[] cells) {
        arrange(cells);
        BitSet known = new BitSet();
        for (int period = 0; period < periods; period++) {
            known.set(period, knownBefore[period + 1] > knownBefore[period]);
        }
        return known;
    }

    @Override
    public void fill(CellGroups groups, int group, BaseWindows windows, double[] out, int at) {
        int[] cells = groups.cells(group);
        if (groups.lacking(group) != null || cells.length == 0) {
            Arrays.fill(out, at, at + windows.size(), Double.NaN);
            return;
        }
        arrange(cells);
        startAt(0);
        for (int i = 0; i < windows.size(); i++) {
            int lo = Math.max(windows.lo()[i], 0);
            int hi = Math.min(windows.hi()[i], periods - 1);
            int known = lo > hi ? 0 : knownBefore[hi + 1] - knownBefore[lo];
            out[at + i] = windows.isEnough(i, known) ? count(lo, hi) : Double.NaN;
        }
        forget();
    }

    /** Puts the facts of some cells in the order of their periods. */
    private void arrange(int[] cells) {
        Arrays.fill(starts, 0);
        int size = 0;
        for (int cell : cells) {
            size += input.end(cell) - input.start(cell);
            for (int fact = input.start(cell); fact < input.end(cell); fact++) {
                starts[input.period(fact) - input.firstPeriod() + 2]++;
            }
        }
        for (int period = 2; period < starts.length; period++) {
            starts[period] += starts[period - 1];
        }
        if (identities.length < size) {
            identities = new int[size];
            until = new int[size];
        }
        longest = 0;
        Arrays.fill(knownBefore, 0);
        for (int cell : cells) {
            place(cell);
        }
        sumUpKnown(cells.length > 0 && absent instanceof AbsentRule.Zero);
    }

    private void place(int cell) {
        int end = input.end(cell);
        int after;
        for (int fact = input.start(cell); fact < end; fact = after) {
            int period = input.period(fact) - input.firstPeriod();
            after = fact + 1;
            while (after < end && input.period(after) - input.firstPeriod() == period) {
                after++;
            }
            int last = last(period, after == end ? periods : input.period(after) - input.firstPeriod());
            longest = Math.max(longest, last - period);
            knownBefore[period]++;
            knownBefore[last + 1]--;
            for (int i = fact; i < after; i++) {
                int place = starts[period + 1]++;
                identities[place] = input.identity(i);
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

    /** The number of identities in a window that is not empty. */
    private int count(int lo, int hi) {
        if (lo < left || hi + 1 < next) {
            forget();
            startAt(Math.max(0, lo - longest));
        }
        for (; next <= hi; next++) {
            for (int fact = starts[next]; fact < starts[next + 1]; fact++) {
                add(identities[fact], until[fact]);
            }
        }
        for (; left < lo; left++) {
            different -= latestHere[left];
        }
        return different;
    }

    private void add(int identity, int last) {
        int before = latest[identity];
        if (before >= last) {
            return;
        } else if (before >= left) {
            latestHere[before]--;
        } else {
            different++;
        }
        latest[identity] = last;
        latestHere[last]++;
    }

    private void startAt(int period) {
        counted = period;
        left = period;
        next = period;
        different = 0;
    }

    private void forget() {
        for (int fact = starts[counted]; fact < starts[next]; fact++) {
            latest[identities[fact]] = -1;
            latestHere[until[fact]] = 0;
        }
    }
}
