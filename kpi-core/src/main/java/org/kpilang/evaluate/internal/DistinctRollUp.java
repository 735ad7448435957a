package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;

/**
 * Counts different identities, in time linear in facts, periods and windows, however long the windows are. Of every
 * identity only the latest period in which it is there by the end of a window matters: it is in the window if that
 * period is. So the periods are gone through once, with a note of how many identities have their latest period where,
 * and each window is answered when its end is reached; its start leaves out or takes back what it passes.
 */
final class DistinctRollUp implements RollUp {

    private final OrderedFacts column;
    private final CellGroups groups;
    /** The latest period of each identity up to now, or -1. */
    private final int[] latest;
    /** How many identities have their latest period here. */
    private final int[] latestHere;
    /** The number of identities whose latest period is {@code left} or later. */
    private int different;
    private int left;

    /** The windows by their ends, which are the same for all groups. */
    private int @Nullable [] order;
    private int earliest;

    DistinctRollUp(InputFacts input, AbsentRule absent, CellGroups groups) {
        this.groups = groups;
        this.column = new OrderedFacts(input, absent);
        this.latest = new int[input.identities()];
        this.latestHere = new int[column.periods()];
        Arrays.fill(latest, -1);
    }

    @Override
    public int additiveBefore(int group) {
        return Integer.MAX_VALUE;
    }

    @Override
    public BitSet known(int group) {
        return column.known(groups, group);
    }

    @Override
    public void fill(int from, int to, BaseWindows windows, double[] out, int at) {
        for (int group = from; group < to; group++) {
            fill(group, windows, out, at + (group - from) * windows.size());
        }
    }

    private void fill(int group, BaseWindows windows, double[] out, int at) {
        if (groups.start(group) == groups.end(group)) {
            Arrays.fill(out, at, at + windows.size(), Double.NaN);
            return;
        }
        if (order == null) {
            order = byEnd(windows.hi());
            earliest = Arrays.stream(windows.lo()).min().orElse(0);
        }
        column.fill(groups, group);
        int first = Math.min(Math.max(0, earliest - column.longest()), column.periods());
        int next = first;
        left = first;
        different = 0;
        for (int i : order) {
            int lo = Math.max(windows.lo()[i], 0);
            int hi = Math.min(windows.hi()[i], column.periods() - 1);
            if (!windows.isEnough(i, column.known(lo, hi))) {
                out[at + i] = Double.NaN;
                continue;
            }
            for (; next <= hi; next++) {
                add(next);
            }
            moveTo(lo);
            out[at + i] = different;
        }
        forget(first, next);
    }

    /** The windows in the order of their ends; nearly always they are in it. */
    private static int[] byEnd(int[] hi) {
        boolean inOrder = true;
        for (int i = 1; i < hi.length; i++) {
            inOrder &= hi[i - 1] <= hi[i];
        }
        IntStream all = IntStream.range(0, hi.length);
        return inOrder ? all.toArray()
                : all.boxed().sorted(Comparator.comparingInt(i -> hi[i])).mapToInt(Integer::intValue).toArray();
    }

    /** Goes on by a period, which is not before {@code left}. */
    private void add(int period) {
        for (int fact = column.start(period); fact < column.start(period + 1); fact++) {
            int identity = column.identity(fact);
            int until = column.until(fact);
            int before = latest[identity];
            if (before >= until) {
                continue;
            }
            if (before >= 0) {
                latestHere[before]--;
            }
            if (before < left) {
                different++;
            }
            latest[identity] = until;
            latestHere[until]++;
        }
    }

    private void moveTo(int lo) {
        for (; left < lo; left++) {
            different -= latestHere[left];
        }
        while (left > lo) {
            different += latestHere[--left];
        }
    }

    private void forget(int first, int next) {
        for (int fact = column.start(first); fact < column.start(next); fact++) {
            latest[column.identity(fact)] = -1;
        }
        Arrays.fill(latestHere, 0);
    }
}
