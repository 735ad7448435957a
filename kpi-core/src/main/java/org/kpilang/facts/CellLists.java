package org.kpilang.facts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lists by period and cell, a page for each period: the identities of a cell in a period, or the values of its events.
 * Not thread-safe.
 *
 * @param <A> an array, which is replaced and never changed
 */
final class CellLists<A> {

    private final PeriodPages<@Nullable Object[]> pages;

    CellLists() {
        this(new PeriodPages<>());
    }

    private CellLists(PeriodPages<@Nullable Object[]> pages) {
        this.pages = pages;
    }

    /** The list of a cell in a period, or null if it has none. */
    @SuppressWarnings("unchecked")
    @Nullable A get(int cell, int period) {
        @Nullable Object[] page = pages.get(period);
        return page == null || cell >= page.length ? null : (A) page[cell];
    }

    /**
     * Puts a list, or takes it away.
     *
     * @param cells how many cells a new page has room for
     */
    void put(int cell, int period, @Nullable A list, int cells) {
        @Nullable Object[] page = pages.get(period);
        if (page == null || cell >= page.length) {
            int capacity = Math.max(cells, cell + 1);
            page = page == null ? new Object[capacity] : Arrays.copyOf(page, capacity);
            pages.put(period, page);
        }
        page[cell] = list;
    }

    /** The same lists in pages of their own. */
    CellLists<A> copy() {
        return new CellLists<>(pages.copy(page -> page.clone()));
    }
}
