package org.kpilang.evaluate.internal.live;

import java.util.BitSet;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** A set of cells, each a row of a page. */
final class Cells {

    private final TreeMap<Integer, BitSet> rows = new TreeMap<>();

    void add(int page, int row) {
        in(page).set(row);
    }

    void addRows(int page, int from, int to) {
        if (from < to) {
            in(page).set(from, to);
        }
    }

    void addAll(int page, BitSet more) {
        in(page).or(more);
    }

    void addAll(Cells others) {
        others.rows.forEach(this::addAll);
    }

    /** The rows of a page, which become part of the set. */
    BitSet in(int page) {
        BitSet found = rows.get(page);
        if (found == null) {
            found = new BitSet();
            rows.put(page, found);
        }
        return found;
    }

    /** The rows of some pages together, both ends inclusive; null if there are none. */
    @Nullable BitSet between(int first, int last) {
        BitSet all = null;
        boolean own = false;
        for (BitSet each : rows.subMap(first, true, Math.max(first, last), true).values()) {
            if (all == null) {
                all = each;
            } else {
                if (!own) {
                    all = (BitSet) all.clone();
                    own = true;
                }
                all.or(each);
            }
        }
        return first > last ? null : all;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int firstPage() {
        return rows.firstKey();
    }

    int lastPage() {
        return rows.lastKey();
    }

    /** Goes through the pages in order. */
    void forEach(ObjIntConsumer<BitSet> action) {
        rows.forEach((page, of) -> action.accept(of, page));
    }
}
