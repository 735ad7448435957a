package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;

/** A column of cells as a {@link CompiledProgram} reads it. NaN stands where there is no value. */
public interface CellColumn {

    /** Copies a run of cells into an array, beginning at an index of it. */
    void copy(int cell, int count, double[] to, int at);

    /**
     * The array in which every cell stands at its own index, or null if there is none. It is read in place and must not
     * change.
     */
    double @Nullable [] inPlace();
}
