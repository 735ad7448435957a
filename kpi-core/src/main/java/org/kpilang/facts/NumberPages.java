package org.kpilang.facts;

import java.util.Arrays;

/** Numbers by period and cell, a page for each period, NaN where there is none. Not thread-safe. */
final class NumberPages {

    static final double[] NONE = {};

    private final PeriodPages<double[]> pages;

    NumberPages() {
        this(new PeriodPages<>());
    }

    private NumberPages(PeriodPages<double[]> pages) {
        this.pages = pages;
    }

    /** The numbers of a period by cell; cells beyond the end have none. The array is not to be changed. */
    double[] page(int period) {
        double[] page = pages.get(period);
        return page == null ? NONE : page;
    }

    /**
     * The page of a period, with room for a cell, to be written to.
     *
     * @param cells how many cells a new page has room for
     */
    double[] writable(int period, int cell, int cells) {
        double[] page = page(period);
        if (cell >= page.length) {
            int from = page.length;
            page = Arrays.copyOf(page, Math.max(cells, cell + 1));
            Arrays.fill(page, from, page.length, Double.NaN);
            pages.put(period, page);
        }
        return page;
    }

    /** The same numbers in pages of their own. */
    NumberPages copy() {
        return new NumberPages(pages.copy(double[]::clone));
    }
}
