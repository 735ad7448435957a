package org.kpilang.evaluate.internal;

/** A column that an application holds: each cell at its own index of an array. */
record ArrayColumn(double[] values) implements CellColumn {

    @Override
    public void copy(int cell, int count, double[] to, int at) {
        System.arraycopy(values, cell, to, at, count);
    }

    @Override
    public double[] inPlace() {
        return values;
    }
}
