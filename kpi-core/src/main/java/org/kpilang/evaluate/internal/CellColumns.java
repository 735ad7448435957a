package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;

/** Questions about several columns at once. */
final class CellColumns {

    private CellColumns() {}

    /** Whether the columns of some steps can all be read where they are. */
    static boolean areInPlace(@Nullable CellColumn[] columns, int[] steps) {
        for (int step : steps) {
            if (columns[step].inPlace() == null) {
                return false;
            }
        }
        return true;
    }
}
