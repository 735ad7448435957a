package org.kpilang.evaluate.internal.live;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.IdentitySummary;
import org.kpilang.evaluate.internal.Leaf;
import org.kpilang.evaluate.internal.Occurrences;
import org.kpilang.evaluate.internal.Reading;
import org.kpilang.time.Calendar;
import org.kpilang.time.Window;

/** Two inputs of identities that are held against each other, row by row. */
final class PairLeaf implements LiveColumn {

    private final Leaf.Facts leaf;
    private final Leaf.Facts second;
    private final GroupEvents own;
    private final GroupEvents other;
    private final Grid grid;
    private final IdentitySummary.@Nullable Following reach;
    private @Nullable IdentitySummary summary;
    private int identities;
    private final Pages values = new Pages();
    private @Nullable Pair[] windows = new Pair[8];
    private int size;
    private final BitSet fresh = new BitSet();
    private int knownRows;

    PairLeaf(Leaf.Facts leaf, GroupEvents own, GroupEvents other, Grid grid, Calendar calendar) {
        this.leaf = leaf;
        this.second = Objects.requireNonNull(leaf.reading().other());
        this.own = own;
        this.other = other;
        this.grid = grid;
        this.reach = leaf.reading() instanceof Reading.Followed followed
                ? IdentitySummary.following(followed, own.input().grain(), calendar) : null;
    }

    /**
     * A window of both inputs in their own pages.
     *
     * @param changes the last page of the own input that tells something of the window
     */
    private record Pair(LeafWindow own, int changes, int otherLo, int otherHi, @Nullable LeafWindow other) {}

    private Pair pair(Window window) {
        LeafWindow here = LeafWindow.of(leaf, window, own.input().grain(), own.origin());
        if (reach == null) {
            LeafWindow there = LeafWindow.of(second, window, other.input().grain(), other.origin());
            return new Pair(here, here.hi(), there.lo(), there.hi(), there);
        }
        int last = reach.last(here.hi() + own.origin());
        int apart = own.origin() - other.origin();
        return new Pair(here, last - own.origin(), here.lo() + apart, last - other.origin(), null);
    }

    @Override
    public void add(int index, Window window) {
        if (index >= windows.length) {
            windows = Arrays.copyOf(windows, Math.max(index + 1, 2 * windows.length));
        }
        if (windows[index] == null) {
            windows[index] = pair(window);
            size = Math.max(size, index + 1);
            fresh.set(index);
        }
    }

    @Override
    public Cells update(Batch batch) {
        Cells dirty = new Cells();
        for (int index = 0; index < size; index++) {
            Pair window = windows[index];
            if (window == null) {
                continue;
            }
            BitSet rows = new BitSet();
            if (fresh.get(index)) {
                rows.set(0, grid.size());
            } else {
                collect(own, window.own.lo(), window.changes, rows);
                collect(other, window.otherLo, window.otherHi, rows);
                rows.set(knownRows, grid.size());
            }
            workOut(index, window, rows, dirty);
        }
        fresh.clear();
        knownRows = grid.size();
        return dirty;
    }

    private static void collect(GroupEvents source, int first, int last, BitSet rows) {
        BitSet changed = source.changed().between(first, last);
        if (changed != null) {
            rows.or(source.groups().rowsOf(changed));
        }
    }

    private void workOut(int index, Pair window, BitSet rows, Cells dirty) {
        if (rows.isEmpty()) {
            return;
        }
        double[] out = values.writable(index, grid.size());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            double value = value(row, window);
            if (GroupValues.differ(value, out[row])) {
                out[row] = value;
                if (!fresh.get(index) && row < knownRows) {
                    dirty.add(index, row);
                }
            }
        }
    }

    private double value(int row, Pair window) {
        Occurrences here = own.occurrences(own.groups().ofRow(row), window.own.lo(), window.changes);
        Occurrences there = other.occurrences(other.groups().ofRow(row), window.otherLo, window.otherHi);
        int end = Math.min(here.periods(), Math.max(0, window.own.hi() + own.origin() - here.origin() + 1));
        boolean enough = window.own.isEnough(here.known(0, end - 1)) && (window.other == null
                ? there.known(0, there.periods() - 1) == window.otherHi - window.otherLo + 1
                : window.other.isEnough(there.known(0, there.periods() - 1)));
        if (!enough) {
            return Double.NaN;
        }
        double[] result = new double[1];
        summary().run(here, there, new IdentitySummary.Spans(new int[1], new int[] {end}),
                new IdentitySummary.Spans(new int[1], new int[] {there.periods()}), 1, result, 0);
        return result[0];
    }

    private IdentitySummary summary() {
        int different = Math.max(own.input().differentIdentities(), other.input().differentIdentities());
        if (summary == null || different > identities) {
            identities = 2 * different;
            summary = IdentitySummary.of(leaf.reading(), identities, reach == null ? ordinal -> ordinal : reach);
        }
        return summary;
    }

    @Override
    public void copy(int window, int[] rows, int from, int count, double[] out, int at) {
        double[] page = values.page(window);
        for (int i = 0; i < count; i++) {
            int row = rows[from + i];
            out[at + i] = row < page.length ? page[row] : Double.NaN;
        }
    }
}
