package org.kpilang.evaluate.internal.live;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.time.Window;

/** A leaf that is made of the values of a stage of its own, row by row. */
abstract class InnerLeaf implements LiveColumn {

    private final LiveStage operand;
    private final Pages values = new Pages();
    private final IntRow fresh = new IntRow();
    private final BitSet isFresh = new BitSet();
    private final BitSet present = new BitSet();

    InnerLeaf(LiveStage operand) {
        this.operand = operand;
    }

    LiveStage operand() {
        return operand;
    }

    /** Takes in a window, and those of the stage that it needs. */
    abstract void take(int index, Window window);

    /** The rows of a window that change with some cells of the stage; null if none do. The set is not to be changed. */
    abstract @Nullable BitSet touched(int index, Cells changed);

    /** The value of a row in a window; NaN if there is none. */
    abstract double value(int index, int row);

    @Override
    public void add(int index, Window window) {
        take(index, window);
        fresh.add(index);
        isFresh.set(index);
        present.set(index);
    }

    @Override
    public Cells update(Batch batch) {
        Cells changed = operand.update(batch, ChangeLog.NONE);
        Cells dirty = new Cells();
        for (int index = present.nextSetBit(0); index >= 0 && !changed.isEmpty();
                index = present.nextSetBit(index + 1)) {
            BitSet some = isFresh.get(index) ? null : touched(index, changed);
            if (some != null) {
                workOut(index, some, batch.rows(), dirty);
            }
        }
        BitSet all = new BitSet(batch.rows());
        all.set(0, batch.rows());
        for (int i = 0; i < fresh.size(); i++) {
            workOut(fresh.get(i), all, batch.rows(), new Cells());
        }
        fresh.clear();
        isFresh.clear();
        // A value need not be there without a single known one to count; new rows are worked out even so.
        BitSet added = new BitSet(batch.rows());
        added.set(batch.firstNewRow(), batch.rows());
        for (int index = present.nextSetBit(0); index >= 0 && !added.isEmpty(); index = present.nextSetBit(index + 1)) {
            workOut(index, added, batch.rows(), new Cells());
        }
        return dirty;
    }

    private void workOut(int index, BitSet rows, int capacity, Cells dirty) {
        double[] out = values.writable(index, capacity);
        BitSet different = null;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            double value = value(index, row);
            if (GroupValues.differ(value, out[row])) {
                out[row] = value;
                different = different == null ? dirty.in(index) : different;
                different.set(row);
            }
        }
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
