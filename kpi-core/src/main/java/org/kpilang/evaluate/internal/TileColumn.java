package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;

/** The values of a leaf in the slices that are being worked out. For the use of one thread. */
final class TileColumn implements CellColumn {

    private double[] values = new double[0];
    private int base;

    /** Memory of its own for so many cells, from index 0 on. */
    double[] own(int cells) {
        if (values.length < cells || base > 0) {
            values = new double[cells];
            base = 0;
        }
        return values;
    }

    /** Reads from a column that is kept elsewhere, where the first cell has the index {@code from}. */
    void readFrom(double[] column, int from) {
        values = column;
        base = from;
    }

    /** Copies a run of cells, counted from the first of these slices. */
    @Override
    public void copy(int cell, int count, double[] to, int at) {
        System.arraycopy(values, base + cell, to, at, count);
    }

    @Override
    public double @Nullable [] inPlace() {
        return base == 0 ? values : null;
    }
}
