package org.kpilang.evaluate.internal;

/** The values of a leaf in the slices that are being worked out. For the use of one thread. */
final class TileColumn {

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

    /** Copies a run of cells, counted from the first of these slices, to the start of an array. */
    void copy(int cell, int count, double[] to) {
        System.arraycopy(values, base + cell, to, 0, count);
    }
}
