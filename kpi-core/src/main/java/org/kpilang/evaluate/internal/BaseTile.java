package org.kpilang.evaluate.internal;

import org.kpilang.aggregate.RowTotals;

/**
 * The base rows of the groups that are being worked out, which all leaves of an input read: facts are gone through once
 * for all of them. Keeps working memory; for the use of one thread.
 */
final class BaseTile {

    private final BaseColumn column;
    private final CellGroups groups;
    private double[] rows = new double[0];
    private final RowTotals totals = new RowTotals();
    private int from;
    private int to;
    /** Up to which group the totals of rows are there. */
    private int totalsTo;

    BaseTile(BaseColumn column, CellGroups groups) {
        this.column = column;
        this.groups = groups;
    }

    /** The number of values in a row. */
    int periods() {
        return column.periods();
    }

    /** The period from which on the cells of a group cannot be put together. */
    int additiveBefore(int group) {
        return column.additiveBefore(groups.cells(), groups.start(group), groups.end(group));
    }

    /**
     * The rows of the groups {@code [first, last)} one after the other, each as
     * {@linkplain BaseColumn#fill BaseColumn} gives it. They stay until others are asked for.
     */
    double[] rows(int first, int last) {
        if (first != from || last > to) {
            int periods = column.periods();
            if (rows.length < (last - first) * periods) {
                rows = new double[(last - first) * periods];
            }
            for (int group = first; group < last; group++) {
                column.fill(groups.cells(), groups.start(group), groups.end(group), rows, (group - first) * periods);
            }
            from = first;
            to = last;
            totalsTo = first;
        }
        return rows;
    }

    /** The totals of the same rows, the first of which is that of the first group. */
    RowTotals totals(int first, int last) {
        double[] base = rows(first, last);
        if (totalsTo < last) {
            totals.take(base, last - first, column.periods());
            totalsTo = last;
        }
        return totals;
    }

    /** Says that all rows are to be worked out again. */
    void outdated() {
        to = from;
        totalsTo = from;
    }
}
