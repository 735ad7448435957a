package org.kpilang.dsl.internal.format;

import java.util.Arrays;

/**
 * How wide a column is: as its widest cell, but a cell that is far wider than the others stands out of the column
 * rather than drawing all lines apart.
 */
final class ColumnWidth {

    private static final int FAR_FOR_NAMES = 16;
    private static final int FAR_FOR_PHRASES = 24;

    private ColumnWidth() {}

    /** The width for names of these widths; a wider one stands out. */
    static int ofNames(int... cells) {
        return of(FAR_FOR_NAMES, cells);
    }

    /** The width for formulas or other phrases of these widths; a wider one stands out. */
    static int ofPhrases(int... cells) {
        return of(FAR_FOR_PHRASES, cells);
    }

    private static int of(int far, int... cells) {
        if (cells.length == 0) {
            return 0;
        }
        int[] sorted = cells.clone();
        Arrays.sort(sorted);
        int widest = sorted[(sorted.length - 1) / 2] + far;
        return Arrays.stream(sorted).filter(cell -> cell <= widest).max().orElse(0);
    }
}
