package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.internal.decimal.Rational;

/** A {@link RowFiller} of exact numbers, for one row at a time. */
@FunctionalInterface
interface ExactRows {

    /** Writes a row, with one number a window; null where there is none. */
    void fill(int row, @Nullable Rational[] out);

    /** The rows of a leaf, each worked out once if slices share it. For the use of one thread. */
    static ExactRows of(LeafColumn column) {
        ExactRows rows = column.exact();
        if (!column.isShared()) {
            return rows;
        }
        @Nullable Rational[][] kept = new Rational[column.rows()][];
        return (row, out) -> {
            if (kept[row] == null) {
                kept[row] = new Rational[column.windows()];
                rows.fill(row, kept[row]);
            }
            System.arraycopy(kept[row], 0, out, 0, column.windows());
        };
    }

    /** The rows of a leaf whose values are whole numbers, or short ones. */
    static ExactRows ofShort(LeafColumn column) {
        RowFiller filler = column.filler(new Workspace(new LeafStore(), Execution.DEFAULT));
        double[] values = new double[column.windows()];
        return (row, out) -> {
            filler.fill(row, row + 1, values, 0);
            for (int i = 0; i < values.length; i++) {
                out[i] = Double.isNaN(values[i]) ? null : Rational.of(values[i]);
            }
        };
    }
}
