package org.kpilang.evaluate.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Reason;

/**
 * The values of a leaf over a grid of slices and windows. Slices that ask the same of the leaf share a row.
 */
abstract class LeafColumn implements CellColumn {

    private final double[] values;
    private final int[] rows;
    private final int windows;

    /**
     * @param values the rows one after the other, each with one value a window; NaN where there is none
     * @param rows   the row of each slice
     */
    LeafColumn(double[] values, int[] rows, int windows) {
        this.values = values;
        this.rows = rows;
        this.windows = windows;
    }

    double value(int slice, int window) {
        return values[rows[slice] * windows + window];
    }

    /** Copies a run of cells, counted slice by slice. */
    @Override
    public void copy(int cell, int count, double[] to, int at) {
        int done = 0;
        while (done < count) {
            int slice = (cell + done) / windows;
            int window = (cell + done) % windows;
            int run = Math.min(windows - window, count - done);
            System.arraycopy(values, rows[slice] * windows + window, to, at + done, run);
            done += run;
        }
    }

    @Override
    public double @Nullable [] inPlace() {
        return null;
    }

    /** Why a cell has no value; at least one reason if it has none. */
    abstract List<Reason> reasons(int slice, int window);
}
