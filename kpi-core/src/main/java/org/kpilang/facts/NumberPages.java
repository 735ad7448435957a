package org.kpilang.facts;

import java.util.Arrays;

/** Numbers by period and cell, a page for each period, NaN where there is none. A new period moves nothing. */
final class NumberPages {

    static final double[] NONE = {};

    /** The period of the first page. */
    private int origin;
    private double[][] pages = new double[0][];

    /** The numbers of a period by cell; cells beyond the end have none. The array is not to be changed. */
    double[] page(int period) {
        long index = (long) period - origin;
        double[] page = index < 0 || index >= pages.length ? NONE : pages[(int) index];
        return page == null ? NONE : page;
    }

    /**
     * The page of a period, with room for a cell, to be written to.
     *
     * @param cells how many cells a new page has room for
     */
    double[] writable(int period, int cell, int cells) {
        if (pages.length == 0) {
            origin = period;
        }
        int index = period - origin;
        if (index < 0 || index >= pages.length) {
            grow(index);
            index = period - origin;
        }
        double[] page = pages[index];
        if (page == null || cell >= page.length) {
            int from = page == null ? 0 : page.length;
            int capacity = Math.max(cells, cell + 1);
            page = page == null ? new double[capacity] : Arrays.copyOf(page, capacity);
            Arrays.fill(page, from, page.length, Double.NaN);
            pages[index] = page;
        }
        return page;
    }

    private void grow(int index) {
        int[] room = CellLists.room(pages.length, index);
        double[][] more = new double[room[0] + room[1]][];
        System.arraycopy(pages, 0, more, room[0], pages.length);
        pages = more;
        origin -= room[0];
    }

    /** The same numbers in pages of their own. */
    NumberPages copy() {
        NumberPages copy = new NumberPages();
        copy.origin = origin;
        copy.pages = pages.clone();
        for (int i = 0; i < pages.length; i++) {
            double[] page = pages[i];
            copy.pages[i] = page == null ? null : page.clone();
        }
        return copy;
    }
}
