package org.kpilang.facts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lists by period and cell, a page for each period: the identities of a cell in a period, or the values of its events.
 * A new period moves nothing. Not thread-safe.
 *
 * @param <A> an array, which is replaced and never changed
 */
final class CellLists<A> {

    /** The period of the first page. */
    private int origin;
    private @Nullable Object[] @Nullable [] pages = new Object[0][];

    /** The list of a cell in a period, or null if it has none. */
    @SuppressWarnings("unchecked")
    @Nullable A get(int cell, int period) {
        long index = (long) period - origin;
        @Nullable Object[] page = index < 0 || index >= pages.length ? null : pages[(int) index];
        return page == null || cell >= page.length ? null : (A) page[cell];
    }

    /**
     * Puts a list, or takes it away.
     *
     * @param cells how many cells a new page has room for
     */
    void put(int cell, int period, @Nullable A list, int cells) {
        if (pages.length == 0) {
            origin = period;
        }
        int index = period - origin;
        if (index < 0 || index >= pages.length) {
            grow(index);
            index = period - origin;
        }
        @Nullable Object[] page = pages[index];
        if (page == null || cell >= page.length) {
            int capacity = Math.max(cells, cell + 1);
            page = page == null ? new Object[capacity] : Arrays.copyOf(page, capacity);
            pages[index] = page;
        }
        page[cell] = list;
    }

    private void grow(int index) {
        int[] room = room(pages.length, index);
        @Nullable Object[] @Nullable [] more = new Object[room[0] + room[1]][];
        System.arraycopy(pages, 0, more, room[0], pages.length);
        pages = more;
        origin -= room[0];
    }

    /**
     * How many pages to add before those that are there, and how many there are to be from the first of these on: twice
     * as many at least, so that many new periods cost no more than a copy of each reference.
     */
    static int[] room(int pages, int index) {
        return new int[] {index < 0 ? Math.max(-index, pages) : 0, index < 0 ? pages : Math.max(index + 1, pages * 2)};
    }

    /** The same lists in pages of their own. */
    CellLists<A> copy() {
        CellLists<A> copy = new CellLists<>();
        copy.origin = origin;
        copy.pages = pages.clone();
        for (int i = 0; i < pages.length; i++) {
            @Nullable Object[] page = pages[i];
            copy.pages[i] = page == null ? null : page.clone();
        }
        return copy;
    }
}
