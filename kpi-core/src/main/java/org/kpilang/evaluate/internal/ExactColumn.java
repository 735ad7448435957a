package org.kpilang.evaluate.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.decimal.Rational;

/**
 * The exact values of a leaf over a grid of slices and windows, null where there is none. Slices that ask the same
 * share a row.
 *
 * @param column knows why there is no value
 * @param values the rows one after the other
 * @param rows   the row of each slice
 */
record ExactColumn(LeafColumn column, @Nullable Rational[] values, int[] rows, int windows) {

    /** A leaf whose values do not depend on the slice, and are whole numbers or short ones. */
    static ExactColumn ofShort(LeafColumn column, int slices, int windows) {
        Rational[] values = new Rational[windows];
        for (int window = 0; window < windows; window++) {
            double value = column.value(0, window);
            values[window] = Double.isNaN(value) ? null : Rational.of(value);
        }
        return new ExactColumn(column, values, new int[slices], windows);
    }

    /** A leaf that has a row for each slice. */
    static ExactColumn ofSlices(LeafColumn column, @Nullable Rational[] values, int slices, int windows) {
        int[] rows = new int[slices];
        Arrays.setAll(rows, slice -> slice);
        return new ExactColumn(column, values, rows, windows);
    }

    @Nullable Rational value(int slice, int window) {
        return values[rows[slice] * windows + window];
    }

    /** The nearest doubles, NaN where there is no value. */
    static double[] doubles(@Nullable Rational[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            Rational value = values[i];
            doubles[i] = value == null ? Double.NaN : value.toDouble();
        }
        return doubles;
    }
}
