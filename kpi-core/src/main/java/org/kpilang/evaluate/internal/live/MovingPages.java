package org.kpilang.evaluate.internal.live;

import java.util.BitSet;
import org.kpilang.aggregate.ColumnSums;

/**
 * The sums of some rows over a run of pages, which moves on: a page more or less is one addition, however many there
 * are. For the use of one thread.
 */
final class MovingPages {

    private final Pages pages;
    private final int firstRow;
    private final ColumnSums sums;
    /** The pages that are added up, of so many rows; none if there are none. */
    private int lo;
    private int hi = -1;
    private int rows;

    MovingPages(Pages pages, int firstRow, ColumnSums sums) {
        this.pages = pages;
        this.firstRow = firstRow;
        this.sums = sums;
    }

    /** The sums of the rows, the first at place 0. */
    ColumnSums sums() {
        return sums;
    }

    /**
     * Adds up other pages.
     *
     * @return whether that can be done: all are as long as that, and their numbers fit together
     */
    boolean moveTo(int first, int last, int count) {
        boolean near = first >= lo && last >= hi && first <= hi && (long) first - lo + last - hi < last - first;
        if (count != rows || !near || !move(first, last)) {
            rows = addUp(first, last, count) ? count : 0;
        }
        lo = first;
        hi = last;
        return rows > 0;
    }

    private boolean move(int first, int last) {
        for (int page = hi + 1; page <= last; page++) {
            double[] entering = pages.page(page);
            if (entering.length < firstRow + rows || !sums.enter(entering, firstRow, rows)) {
                return false;
            }
        }
        for (int page = lo; page < first; page++) {
            sums.leave(pages.page(page), firstRow, rows);
        }
        return true;
    }

    private boolean addUp(int first, int last, int count) {
        double[][] columns = new double[last - first + 1][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = pages.page(first + i);
            if (columns[i].length < firstRow + count) {
                return false;
            }
        }
        return sums.add(columns, firstRow, count);
    }

    /** Forgets the sums if some rows of a page changed that is among them. */
    void forget(int page, BitSet changed) {
        int next = page < lo || page > hi ? -1 : changed.nextSetBit(firstRow);
        if (next >= 0 && next < firstRow + rows) {
            rows = 0;
        }
    }
}
