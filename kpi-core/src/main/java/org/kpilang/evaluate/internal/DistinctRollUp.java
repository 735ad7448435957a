package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;

/**
 * Counts different identities, in time linear in facts, periods and windows, however long the windows are. Of every
 * identity only the latest period in which it is there by the end of a window matters: it is in the window if that
 * period is. So while windows move on, the count is kept along with how many identities have their latest period where,
 * and what the start of the window leaves behind is taken off. Windows that step back are counted from their start.
 */
final class DistinctRollUp implements RollUp {

    private final IdentityColumn column;
    /** The latest period of each identity among those counted, or -1. */
    private final int[] latest;
    /** How many identities have their latest period here. */
    private final int[] latestHere;
    /** The periods counted go from {@code first} to before {@code next}; those before {@code left} were taken off. */
    private int first;
    private int left;
    private int next;
    private int different;

    DistinctRollUp(InputFacts input, AbsentRule absent) {
        this.column = new IdentityColumn(input, absent);
        this.latest = new int[input.identities()];
        this.latestHere = new int[column.periods()];
        Arrays.fill(latest, -1);
    }

    @Override
    public int additiveBefore(int[] cells) {
        return Integer.MAX_VALUE;
    }

    @Override
    public BitSet known(int[] cells) {
        column.fill(cells);
        BitSet known = new BitSet();
        for (int period = 0; period < column.periods(); period++) {
            known.set(period, column.known(period, period) > 0);
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
        column.fill(cells);
        startAt(0);
        for (int i = 0; i < windows.size(); i++) {
            int lo = Math.max(windows.lo()[i], 0);
            int hi = Math.min(windows.hi()[i], column.periods() - 1);
            out[at + i] = windows.isEnough(i, column.known(lo, hi)) ? count(lo, hi) : Double.NaN;
        }
        forget();
    }

    /** The number of identities in a window that is not empty. */
    private int count(int lo, int hi) {
        if (lo < left || hi + 1 < next) {
            forget();
            startAt(Math.max(0, lo - column.longest()));
        }
        for (; next <= hi; next++) {
            for (int fact = column.start(next); fact < column.start(next + 1); fact++) {
                add(column.identity(fact), column.until(fact));
            }
        }
        for (; left < lo; left++) {
            different -= latestHere[left];
        }
        return different;
    }

    private void add(int identity, int until) {
        int before = latest[identity];
        if (before >= until) {
            return;
        } else if (before >= left) {
            latestHere[before]--;
        } else {
            different++;
        }
        latest[identity] = until;
        latestHere[until]++;
    }

    private void startAt(int period) {
        first = period;
        left = period;
        next = period;
        different = 0;
    }

    private void forget() {
        for (int fact = column.start(first); fact < column.start(next); fact++) {
            latest[column.identity(fact)] = -1;
            latestHere[column.until(fact)] = 0;
        }
    }
}
