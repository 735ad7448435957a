package org.kpilang.facts;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of several loads as one, in the order of their cells and periods. Inputs that come from the same loads share
 * it.
 */
final class LoadedRows {

    private final List<Load> loads;
    /** The number of the first row of each load, and the number of all. */
    private final int[] offsets;
    private final int[] cellRanks;
    private final StableOrder order;
    private final int[] cellStarts;
    private final long[] firsts;
    private int[] periods = {};

    /**
     * @param cellRanks the place of each cell among all
     * @param inner     orders the rows of a cell and period; null for that of their days if a later one replaces an
     *                  earlier one, and else as they came
     */
    LoadedRows(List<Load> loads, int[] cellRanks, int @Nullable [] inner) {
        this.loads = loads;
        this.cellRanks = cellRanks;
        offsets = new int[loads.size() + 1];
        for (int part = 0; part < loads.size(); part++) {
            offsets[part + 1] = Math.addExact(offsets[part], loads.get(part).size());
        }
        order = new StableOrder(offsets[loads.size()]);
        sort(inner);
        cellStarts = new int[cellRanks.length + 1];
        firsts = new long[(order.size() + Long.SIZE - 1) / Long.SIZE];
        findFirsts();
    }

    private void sort(int @Nullable [] inner) {
        boolean byDay = inner == null
                && loads.stream().anyMatch(load -> load.duplicates() == DuplicateRule.LAST)
                && loads.stream().anyMatch(Load::isDated);
        if (inner == null && !byDay && isInOrder()) {
            return;
        }
        if (inner != null) {
            order.by(inner);
        }
        int[] keys = new int[order.size()];
        if (byDay) {
            for (int part = 0; part < loads.size(); part++) {
                loads.get(part).copyDays(keys, offsets[part]);
            }
            order.by(keys);
        }
        for (int part = 0; part < loads.size(); part++) {
            loads.get(part).copyPeriods(keys, offsets[part]);
        }
        order.by(keys);
        for (int part = 0; part < loads.size(); part++) {
            loads.get(part).copyCells(keys, offsets[part]);
        }
        for (int row = 0; row < keys.length; row++) {
            keys[row] = cellRanks[keys[row]];
        }
        order.by(keys);
    }

    private boolean isInOrder() {
        int rank = -1;
        int period = Integer.MIN_VALUE;
        for (Load load : loads) {
            for (int row = 0; row < load.size(); row++) {
                int nextRank = cellRanks[load.cell(row)];
                int nextPeriod = load.period(row);
                if (nextRank < rank || nextRank == rank && nextPeriod < period) {
                    return false;
                }
                rank = nextRank;
                period = nextPeriod;
            }
        }
        return true;
    }

    List<Load> loads() {
        return loads;
    }

    int size() {
        return order.size();
    }

    /** The row at a place of the order; rows are numbered over all loads. */
    int at(int place) {
        return order.at(place);
    }

    /** Which of the loads a row belongs to. */
    int part(int row) {
        if (offsets.length == 2) {
            return 0;
        }
        int found = Arrays.binarySearch(offsets, row);
        int part = found >= 0 ? found : -found - 2;
        while (offsets[part + 1] == offsets[part]) {
            part++;
        }
        return part;
    }

    /** The number of a row within its load. */
    int within(int part, int row) {
        return row - offsets[part];
    }

    /** The place of the first row of each cell in the order, by rank, and after them the number of all rows. */
    int[] cellStarts() {
        return cellStarts;
    }

    /** Whether a row is the first of its cell and period. */
    boolean isFirst(int place) {
        return (firsts[place >>> 6] & 1L << place) != 0;
    }

    /** The period of each first row. */
    int[] periods() {
        return periods;
    }

    private void findFirsts() {
        for (Load load : loads) {
            for (int row = 0; row < load.size(); row++) {
                cellStarts[cellRanks[load.cell(row)] + 1]++;
            }
        }
        int count = 0;
        int[] found = new int[size()];
        for (int rank = 0; rank + 1 < cellStarts.length; rank++) {
            cellStarts[rank + 1] += cellStarts[rank];
            for (int place = cellStarts[rank]; place < cellStarts[rank + 1]; place++) {
                int row = at(place);
                int part = part(row);
                int period = loads.get(part).period(row - offsets[part]);
                if (place == cellStarts[rank] || period != found[count - 1]) {
                    firsts[place >>> 6] |= 1L << place;
                    found[count++] = period;
                }
            }
        }
        periods = count == found.length ? found : Arrays.copyOf(found, count);
    }
}
