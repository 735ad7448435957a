package org.kpilang.facts;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A page for each period, of whatever kind. A new period moves no page: many of them cost no more than a few copies of
 * each reference. Not thread-safe.
 *
 * @param <P> a page
 */
final class PeriodPages<P> {

    /** The period of the first page. */
    private int origin;
    private @Nullable Object[] pages = new Object[0];

    /** The page of a period, or null if there is none. */
    @SuppressWarnings("unchecked")
    @Nullable P get(int period) {
        long index = (long) period - origin;
        return index < 0 || index >= pages.length ? null : (P) pages[(int) index];
    }

    void put(int period, P page) {
        if (pages.length == 0) {
            origin = period;
        }
        int index = period - origin;
        if (index < 0 || index >= pages.length) {
            grow(index);
        }
        pages[period - origin] = page;
    }

    /** Makes room at the side where a page is missing, for twice as many at least. */
    private void grow(int index) {
        int before = index < 0 ? Math.max(-index, pages.length) : 0;
        int size = index < 0 ? pages.length : Math.max(index + 1, pages.length * 2);
        @Nullable Object[] more = new Object[before + size];
        System.arraycopy(pages, 0, more, before, pages.length);
        pages = more;
        origin -= before;
    }

    /** The same with a copy of each page. */
    @SuppressWarnings("unchecked")
    PeriodPages<P> copy(UnaryOperator<P> copied) {
        PeriodPages<P> copy = new PeriodPages<>();
        copy.origin = origin;
        copy.pages = pages.clone();
        for (int i = 0; i < pages.length; i++) {
            if (pages[i] != null) {
                copy.pages[i] = copied.apply((P) pages[i]);
            }
        }
        return copy;
    }
}
