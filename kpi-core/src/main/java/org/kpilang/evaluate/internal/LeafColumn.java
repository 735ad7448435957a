package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.stream.Stream;
import org.kpilang.evaluate.Reason;

/**
 * What a leaf is worked out from, over a panel and a frame. It has one row for each slice, or fewer where slices ask the
 * same of the leaf; values are not kept here. Immutable and thread-safe.
 */
abstract class LeafColumn {

    private final int rows;
    private final int windows;

    /**
     * @param rows    the number of different rows
     * @param windows the values in a row
     */
    LeafColumn(int rows, int windows) {
        this.rows = rows;
        this.windows = windows;
    }

    /** The number of different rows. */
    final int rows() {
        return rows;
    }

    /** The number of values in a row. */
    final int windows() {
        return windows;
    }

    /** Whether there are fewer rows than slices. */
    abstract boolean isShared();

    /** Whether rows are worked out before the slices that share them. */
    boolean isWorkedOutFirst() {
        return isShared();
    }

    /** The row of a slice; the slice itself if rows are not shared. */
    abstract int row(int slice);

    /** What works out rows, for the use of one thread. */
    abstract RowFiller filler(Workspace workspace);

    /** What works out rows in exact numbers, for the use of one thread. */
    abstract ExactRows exact();

    /**
     * Why a cell has no value; at least one reason if it has none.
     *
     * @param inquiry what this column's stage comes to in the slice
     */
    abstract List<Reason> reasons(Inquiry inquiry, int window);

    /** The stages that are worked out for this column. */
    Stream<Stage> inner() {
        return Stream.of();
    }
}
