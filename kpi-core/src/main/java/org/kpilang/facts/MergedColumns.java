package org.kpilang.facts;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Aggregates;
import org.kpilang.series.ShortestDecimal;

/**
 * The facts of one input from all of its columns, ordered by cell and period, one for each; of identities each once for
 * a cell and period, in the order of their texts.
 */
final class MergedColumns {

    private final String input;
    private final List<LoadedColumn> parts;
    private final LoadedRows rows;
    private final Duplicates duplicates;
    /** The place of each identity among all of them by its code; null where facts are numbers. */
    private final int @Nullable [] identityRanks;

    private final int[] periods;
    private final double[] values;
    private final int @Nullable [] identities;
    /** How often each identity turned up in its cell and period; null while none did more than once. */
    private int @Nullable [] times;
    private final boolean events;
    private int size;
    private final boolean keepsDecimals;
    /** The decimals of facts that their doubles do not tell. */
    private final Map<Integer, BigDecimal> decimals = new HashMap<>();
    private int cellCount;
    private int[] cellRanks = new int[1];
    private int[] starts = new int[2];

    /** The rows whose facts are to become one. */
    private int[] group = new int[4];
    private int grouped;
    private double[] addends = new double[4];
    private final double[] state = new double[Aggregates.SUM.width()];

    /**
     * @param parts  the column of the input in each load of the rows
     * @param events whether each row is the value of an event, and a fact of its own
     */
    MergedColumns(String input, List<LoadedColumn> parts, LoadedRows rows, int @Nullable [] identityRanks,
            boolean events, Duplicates duplicates) {
        this.events = events;
        this.input = input;
        this.parts = parts;
        this.rows = rows;
        this.identityRanks = identityRanks;
        this.duplicates = duplicates;
        this.keepsDecimals = !events && parts.stream().anyMatch(part -> part.load().keepsDecimals());
        int known = parts.stream().mapToInt(part -> part.load().known(part.index())).sum();
        boolean merging = identityRanks == null && !events;
        int most = merging ? Math.min(known, rows.periods().length) : known;
        // Where every row has a fact, its periods are those of the rows, and need not be kept twice.
        periods = merging && known == rows.size() ? rows.periods() : new int[most];
        values = new double[identityRanks == null ? most : 0];
        identities = identityRanks == null ? null : new int[most];
        merge();
    }

    private void merge() {
        int[] cellStarts = rows.cellStarts();
        int first = -1;
        for (int rank = 0; rank + 1 < cellStarts.length; rank++) {
            int before = size;
            for (int place = cellStarts[rank]; place < cellStarts[rank + 1]; place++) {
                int row = rows.at(place);
                int part = rows.part(row);
                double value = parts.get(part).load().value(parts.get(part).index(), rows.within(part, row));
                if (rows.isFirst(place)) {
                    finishGroup();
                    first++;
                }
                if (!Double.isNaN(value)) {
                    add(row, value, rows.periods()[first]);
                }
            }
            finishGroup();
            if (size > before) {
                addCell(rank, before);
            }
        }
        if (cellCount == 0 && parts.get(0).load().cells().dimensions().isEmpty()) {
            // Without dimensions there is one cell, even when no row has a fact.
            addCell(0, 0);
        }
        starts[cellCount] = size;
    }

    private void addCell(int rank, int start) {
        if (cellCount + 1 == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            cellRanks = Arrays.copyOf(cellRanks, starts.length);
        }
        starts[cellCount] = start;
        cellRanks[cellCount++] = rank;
    }

    private void add(int row, double value, int period) {
        boolean another = grouped > 0;
        if (identityRanks != null && identities != null) {
            int identity = identityRanks[(int) value];
            if (another && identities[size - 1] == identity) {
                countAgain();
                return;
            }
            identities[size] = identity;
            periods[size++] = period;
            grouped = 1;
            return;
        }
        if (!another || events) {
            values[size] = value;
            periods[size++] = period;
            keep(keepsDecimals ? untold(row) : null);
        }
        if (!events) {
            if (grouped == group.length) {
                group = Arrays.copyOf(group, grouped * 2);
            }
            group[grouped] = row;
        }
        grouped++;
    }

    /** However often an identity turns up in a cell and period, it is one fact. */
    private void countAgain() {
        if (times == null) {
            times = new int[periods.length];
            Arrays.fill(times, 1);
        }
        times[size - 1]++;
    }

    /** Makes one fact of several for the same cell and period, or puts the values of events in order. */
    private void finishGroup() {
        if (events) {
            Arrays.sort(values, size - grouped, size);
        } else if (grouped > 1) {
            int first = firstThatCounts();
            values[size - 1] = merged(first);
            keep(keepsDecimals ? mergedDecimal(first) : null);
        }
        grouped = 0;
    }

    /** The first of a group that counts; the rule of each decides on those before it. */
    private int firstThatCounts() {
        int start = 0;
        for (int i = 1; i < grouped; i++) {
            switch (load(group[i]).duplicates()) {
                case SUM -> { }
                case LAST -> start = i;
                case REJECT -> duplicates.add(input, load(group[i]), within(group[i]), load(group[0]),
                        within(group[0]));
            }
        }
        return start;
    }

    private double merged(int start) {
        if (start == grouped - 1) {
            return value(group[start]);
        }
        double sum = sum(start);
        if (Double.isNaN(sum)) {
            duplicates.tooLarge(input, load(group[start]), within(group[start]));
            return 0;
        }
        return sum;
    }

    /** The sum of the facts from one on, the same in whatever order they came; NaN if it is too large. */
    private double sum(int from) {
        int count = grouped - from;
        if (addends.length < count) {
            addends = new double[group.length];
        }
        for (int i = 0; i < count; i++) {
            addends[i] = value(group[from + i]);
        }
        Arrays.sort(addends, 0, count);
        Aggregates.SUM.clear(state, 0);
        for (int i = 0; i < count; i++) {
            Aggregates.SUM.add(state, 0, addends[i], 0);
        }
        return Aggregates.SUM.finish(state, 0);
    }

    /** What the facts from one on come to as decimals; null if the double tells it. */
    private @Nullable BigDecimal mergedDecimal(int from) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = from; i < grouped; i++) {
            BigDecimal untold = untold(group[i]);
            sum = sum.add(untold == null ? ShortestDecimal.of(value(group[i])) : untold);
        }
        return ShortestDecimal.of(values[size - 1]).compareTo(sum) == 0 ? null : sum.stripTrailingZeros();
    }

    private @Nullable BigDecimal untold(int row) {
        return load(row).untold(parts.get(rows.part(row)).index(), within(row));
    }

    /** Keeps the decimal of the fact that was added last, or that its double tells it. */
    private void keep(@Nullable BigDecimal untold) {
        if (untold != null) {
            decimals.put(size - 1, untold);
        } else if (!decimals.isEmpty()) {
            decimals.remove(size - 1);
        }
    }

    private Load load(int row) {
        return parts.get(rows.part(row)).load();
    }

    private int within(int row) {
        return rows.within(rows.part(row), row);
    }

    private double value(int row) {
        return load(row).value(parts.get(rows.part(row)).index(), within(row));
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
        return size == values.length || identityRanks != null ? values : Arrays.copyOf(values, size);
    }

    /** The decimals of facts that their doubles do not tell, by the numbers of the facts. */
    Map<Integer, BigDecimal> decimals() {
        return Map.copyOf(decimals);
    }

    /** How often each identity turned up; null if none did more than once. */
    int @Nullable [] times() {
        return times == null || size == times.length ? times : Arrays.copyOf(times, size);
    }

    /** The identities as numbers from 0 on; null where facts are numbers. */
    int @Nullable [] identities() {
        return identities == null || size == identities.length ? identities : Arrays.copyOf(identities, size);
    }
}
