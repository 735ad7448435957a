package org.kpilang.evaluate.internal.decimal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The known numbers of a window in order, for windows that mostly move forward. For the use of one thread. */
final class WindowOrder {

    private final @Nullable Rational[] values;
    private final int offset;
    private final int length;
    private final List<Rational> sorted = new ArrayList<>();
    private int start;
    private int end;

    WindowOrder(@Nullable Rational[] values, int offset, int length) {
        this.values = values;
        this.offset = offset;
        this.length = length;
    }

    /** The numbers of {@code [lo, hi]} as far as it lies within the row, the smallest first, until the next call. */
    List<Rational> over(int lo, int hi) {
        int from = Math.min(Math.max(lo, 0), length);
        int to = Math.max(from, hi < length ? Math.max(hi + 1, 0) : length);
        if (from < start || to < end || from >= end) {
            sorted.clear();
            start = from;
            end = from;
        }
        for (; start < from; start++) {
            Rational value = values[offset + start];
            if (value != null) {
                sorted.remove(Collections.binarySearch(sorted, value));
            }
        }
        for (; end < to; end++) {
            Rational value = values[offset + end];
            if (value != null) {
                int found = Collections.binarySearch(sorted, value);
                sorted.add(found >= 0 ? found : -found - 1, value);
            }
        }
        return sorted;
    }

    /** How many numbers of {@code [lo, hi]} are greater than one. */
    int above(int lo, int hi, Rational number) {
        List<Rational> ordered = over(lo, hi);
        int from = 0;
        int to = ordered.size();
        while (from < to) {
            int between = (from + to) >>> 1;
            if (ordered.get(between).compareTo(number) <= 0) {
                from = between + 1;
            } else {
                to = between;
            }
        }
        return ordered.size() - from;
    }
}
