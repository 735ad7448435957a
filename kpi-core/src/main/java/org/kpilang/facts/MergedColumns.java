package org.kpilang.facts;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Aggregates;

/**
 * The facts of one input from all of its columns, ordered by cell and period, one for each; of identities each once for
 * a cell and period, in the order of their texts.
 */
final class MergedColumns {

    private final String input;
    private final List<LoadedColumn> parts;
    private final Duplicates duplicates;
    /** The place of each identity among all of them by its code; null where facts are numbers. */
    private final int @Nullable [] identityRanks;
    /** The number of the first fact of each part, and the number of all. */
    private final int[] offsets;
    private final int[] rows;
    private final int[] cellRank;
    private final int[] period;
    private final int[] day;
    private final double[] value;
    private int[] order;

    private int size;
    private final int[] periods;
    private final double[] values;
    private int cellCount;
    private int[] cellRanks = new int[1];
    private int[] starts = new int[2];

    MergedColumns(String input, List<LoadedColumn> parts, int[] cellOrder, Duplicates duplicates) {
        this.input = input;
        this.parts = parts;
        this.duplicates = duplicates;
        Dictionary identities = parts.get(0).column().identities();
        identityRanks = identities == null ? null : identities.ranks();
        offsets = new int[parts.size() + 1];
        for (int part = 0; part < parts.size(); part++) {
            offsets[part + 1] = Math.addExact(offsets[part], known(parts.get(part)));
        }
        int all = offsets[parts.size()];
        rows = new int[all];
        cellRank = new int[all];
        period = new int[all];
        day = new int[all];
        value = new double[all];
        periods = new int[all];
        values = new double[all];
        order = StableOrder.asGiven(all);
        int[] ranks = new int[cellOrder.length];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[cellOrder[rank]] = rank;
        }
        int fact = 0;
        for (LoadedColumn part : parts) {
            fact = collect(part, ranks, fact);
        }
        merge();
    }

    private static int known(LoadedColumn part) {
        int known = 0;
        for (int row = 0; row < part.load().size(); row++) {
            known += Double.isNaN(part.load().value(part.index(), row)) ? 0 : 1;
        }
        return known;
    }

    private int collect(LoadedColumn part, int[] ranks, int from) {
        Load load = part.load();
        int fact = from;
        for (int row = 0; row < load.size(); row++) {
            double known = load.value(part.index(), row);
            if (!Double.isNaN(known)) {
                rows[fact] = row;
                cellRank[fact] = ranks[load.cell(row)];
                period[fact] = load.period(row);
                day[fact] = load.day(row);
                value[fact] = identityRanks == null ? known : identityRanks[(int) known];
                fact++;
            }
        }
        return fact;
    }

    private void merge() {
        if (identityRanks != null) {
            order = StableOrder.by(Arrays.stream(value).mapToInt(code -> (int) code).toArray(), order);
        } else if (parts.stream().anyMatch(part -> part.load().duplicates() == DuplicateRule.LAST)) {
            order = StableOrder.by(day, order);
        }
        order = StableOrder.by(period, order);
        order = StableOrder.by(cellRank, order);
        if (parts.get(0).load().cells().dimensions().isEmpty()) {
            // Without dimensions there is one cell, even when no row has a fact.
            cellCount = 1;
        }
        int next;
        for (int from = 0; from < order.length; from = next) {
            int fact = order[from];
            next = from + 1;
            while (next < order.length && cellRank[order[next]] == cellRank[fact]
                    && period[order[next]] == period[fact]) {
                next++;
            }
            if (cellCount == 0 || cellRank[fact] != cellRanks[cellCount - 1]) {
                startCell(cellRank[fact]);
            }
            if (identityRanks != null) {
                addIdentities(from, next);
            } else {
                periods[size] = period[fact];
                values[size++] = next == from + 1 ? value[fact] : merged(from, next);
            }
        }
        starts[cellCount] = size;
    }

    private void startCell(int rank) {
        if (cellCount + 1 == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            cellRanks = Arrays.copyOf(cellRanks, starts.length);
        }
        starts[cellCount] = size;
        cellRanks[cellCount++] = rank;
    }

    /** However often an identity turns up in a cell and period, it is there once. */
    private void addIdentities(int from, int to) {
        for (int i = from; i < to; i++) {
            if (i == from || value[order[i]] != value[order[i - 1]]) {
                periods[size] = period[order[i]];
                values[size++] = value[order[i]];
            }
        }
    }

    /** The one fact that several for the same cell and period come to; the rule of each decides on those before it. */
    private double merged(int from, int to) {
        int start = from;
        for (int i = from + 1; i < to; i++) {
            LoadedColumn part = part(order[i]);
            switch (part.load().duplicates()) {
                case SUM -> { }
                case LAST -> start = i;
                case REJECT -> duplicates.add(input, part.load(), rows[order[i]], part(order[from]).load(),
                        rows[order[from]]);
            }
        }
        if (start == to - 1) {
            return value[order[start]];
        }
        double sum = sum(start, to);
        if (Double.isNaN(sum)) {
            duplicates.tooLarge(input, part(order[start]).load(), rows[order[start]]);
            return 0;
        }
        return sum;
    }

    /** The sum of some facts, the same in whatever order they came; NaN if it is too large. */
    private double sum(int from, int to) {
        double[] addends = new double[to - from];
        for (int i = from; i < to; i++) {
            addends[i - from] = value[order[i]];
        }
        Arrays.sort(addends);
        double[] state = new double[Aggregates.SUM.width()];
        Aggregates.SUM.clear(state, 0);
        for (double addend : addends) {
            Aggregates.SUM.add(state, 0, addend, 0);
        }
        return Aggregates.SUM.finish(state, 0);
    }

    private LoadedColumn part(int fact) {
        int found = Arrays.binarySearch(offsets, fact);
        int part = found >= 0 ? found : -found - 2;
        while (offsets[part + 1] == offsets[part]) {
            part++;
        }
        return parts.get(part);
    }

    /** The place of each cell that has facts in the order of all cells. */
    int[] cellRanks() {
        return Arrays.copyOf(cellRanks, cellCount);
    }

    /** Where the facts of each cell start, and where the last end. */
    int[] starts() {
        return Arrays.copyOf(starts, cellCount + 1);
    }

    int[] periods() {
        return size == periods.length ? periods : Arrays.copyOf(periods, size);
    }

    /** The numbers; none where facts are identities. */
    double[] values() {
        return identityRanks != null ? new double[0] : size == values.length ? values : Arrays.copyOf(values, size);
    }

    /** The identities as numbers from 0 on; null where facts are numbers. */
    int @Nullable [] identities() {
        return identityRanks == null ? null : Arrays.stream(values, 0, size).mapToInt(code -> (int) code).toArray();
    }
}
