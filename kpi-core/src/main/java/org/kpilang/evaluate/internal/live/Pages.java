package org.kpilang.evaluate.internal.live;

import java.util.Arrays;

/** Values by page and row. What was never written is NaN. A new page or row moves no other. */
final class Pages {

    private static final double[] EMPTY = {};

    private double[][] pages = new double[8][];

    double at(int page, int row) {
        double[] found = page(page);
        return row < found.length ? found[row] : Double.NaN;
    }

    /** A page as far as it was written; rows beyond its end are NaN. */
    double[] page(int page) {
        double[] found = page < 0 || page >= pages.length ? null : pages[page];
        return found == null ? EMPTY : found;
    }

    /** A page to write to in all of its rows; what it held before may be lost. */
    double[] overwritten(int page, int rows) {
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, 2 * pages.length));
        }
        double[] found = pages[page];
        if (found == null || found.length < rows) {
            found = new double[rows];
            pages[page] = found;
        } else {
            Arrays.fill(found, rows, found.length, Double.NaN);
        }
        return found;
    }

    /** A page to write to, with room for at least so many rows. */
    double[] writable(int page, int rows) {
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, 2 * pages.length));
        }
        double[] found = pages[page];
        if (found == null || found.length < rows) {
            int from = found == null ? 0 : found.length;
            // Twice as many, so that rows which come one by one are copied a few times at most.
            found = found == null ? new double[rows] : Arrays.copyOf(found, Math.max(rows, 2 * from));
            Arrays.fill(found, from, found.length, Double.NaN);
            pages[page] = found;
        }
        return found;
    }
}
