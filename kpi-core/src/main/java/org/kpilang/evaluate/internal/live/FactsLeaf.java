package org.kpilang.evaluate.internal.live;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.Leaf;
import org.kpilang.facts.GrowingInput;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/** An input under a path: facts put together by groups, and then over the windows that are asked. */
abstract class FactsLeaf implements LiveColumn {

    /** Groups that are worked out at once. */
    static final int BLOCK = 512;

    private final Leaf.Facts leaf;
    private final Grain grain;
    private final int origin;
    private final Groups groups;
    private final Pages values = new Pages();
    private @Nullable LeafWindow[] windows = new LeafWindow[8];
    private int size;
    private final IntRow fresh = new IntRow();
    private final BitSet isFresh = new BitSet();
    private int knownGroups;

    FactsLeaf(Leaf.Facts leaf, GrowingInput input, int origin, Groups groups) {
        this.leaf = leaf;
        this.grain = input.grain();
        this.origin = origin;
        this.groups = groups;
    }

    /** Which groups changed in which page of the facts. */
    abstract Cells changed();

    /** The value of a group in a window; NaN if there is none. */
    abstract double value(int group, LeafWindow window);

    /** Writes the values of a run of groups in a window, all at once; false if it is to be done one by one. */
    boolean fill(int from, int count, LeafWindow window, double[] out) {
        return false;
    }

    /** Forgets what is kept of facts for the next window, where they changed. */
    void forget(Cells facts) {}

    /** Whether the values of a window are those of its only page, as they stand. */
    boolean isPage(LeafWindow window) {
        return false;
    }

    /** The values of such a page by group. */
    double[] page(LeafWindow window) {
        throw new AssertionError(window);
    }

    /** Adds what changes in a window beside the facts in it. */
    @Nullable BitSet changedBeside(LeafWindow window) {
        return null;
    }

    @Override
    public void add(int index, Window window) {
        if (index >= windows.length) {
            windows = Arrays.copyOf(windows, Math.max(index + 1, 2 * windows.length));
        }
        if (windows[index] == null) {
            windows[index] = LeafWindow.of(leaf, window, grain, origin);
            size = Math.max(size, index + 1);
            fresh.add(index);
            isFresh.set(index);
        }
    }

    @Override
    public Cells update(Batch batch) {
        Cells dirty = new Cells();
        Cells facts = changed();
        forget(facts);
        boolean grows = knownGroups < groups.size();
        for (int index = 0; index < size; index++) {
            LeafWindow window = windows[index];
            if (window == null || isFresh.get(index)) {
                continue;
            }
            BitSet inside = facts.isEmpty() || window.hi() < facts.firstPage() || window.lo() > facts.lastPage()
                    ? null : facts.between(window.lo(), window.hi());
            BitSet beside = changedBeside(window);
            if (isPage(window)) {
                if (inside != null) {
                    dirty.addAll(index, groups.rowsOf(inside));
                }
                continue;
            }
            if (inside != null) {
                workOut(index, window, inside, dirty);
            }
            if (beside != null) {
                workOut(index, window, beside, dirty);
            }
            if (grows) {
                workOut(index, window, range(knownGroups, groups.size()), dirty);
            }
        }
        for (int i = 0; i < fresh.size(); i++) {
            LeafWindow window = windows[fresh.get(i)];
            if (!isPage(window)) {
                fill(fresh.get(i), window);
            }
        }
        fresh.clear();
        isFresh.clear();
        knownGroups = groups.size();
        return dirty;
    }

    /** Works out all groups of a new window; that it changes need not be told. */
    private void fill(int index, LeafWindow window) {
        double[] out = values.overwritten(index, groups.size());
        for (int from = 0; from < groups.size(); from += BLOCK) {
            int count = Math.min(BLOCK, groups.size() - from);
            if (!fill(from, count, window, out)) {
                for (int group = from; group < from + count; group++) {
                    out[group] = value(group, window);
                }
            }
        }
    }

    private static BitSet range(int from, int to) {
        BitSet range = new BitSet(to);
        range.set(from, to);
        return range;
    }

    private void workOut(int index, LeafWindow window, BitSet some, Cells dirty) {
        double[] out = values.writable(index, groups.size());
        BitSet different = new BitSet();
        for (int group = some.nextSetBit(0); group >= 0; group = some.nextSetBit(group + 1)) {
            double value = value(group, window);
            if (GroupValues.differ(value, out[group])) {
                out[group] = value;
                different.set(group);
            }
        }
        if (!different.isEmpty()) {
            dirty.addAll(index, groups.rowsOf(different));
        }
    }

    @Override
    public void copy(int index, int[] rows, int from, int count, double[] out, int at) {
        LeafWindow window = windows[index];
        double[] page = isPage(window) ? page(window) : values.page(index);
        for (int i = 0; i < count; i++) {
            int group = groups.ofRow(rows[from + i]);
            double value = group < page.length ? page[group] : Double.NaN;
            // Infinity stands for what is too large a number in a page; other values are finite.
            out[at + i] = value + (value - value);
        }
    }
}
