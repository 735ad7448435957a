package org.kpilang.evaluate.internal.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes down which values of shown rows changed, and puts them in order. */
final class RowLog implements ChangeLog {

    private final Grid grid;
    /** Rows that are shown no more, or again. */
    private final BitSet flipped;
    private final int known;
    private final TreeMap<Long, Row> rows = new TreeMap<>();
    private @Nullable Row last;
    private long lastKey = -1;

    RowLog(Grid grid, BitSet flipped) {
        this.grid = grid;
        this.flipped = flipped;
        this.known = grid.size();
    }

    /** What changed of an output in a window. */
    private static final class Row {

        private int[] rows = new int[8];
        private double[] before = new double[8];
        private double[] after = new double[8];
        private int size;

        void add(int row, double from, double to) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
                before = Arrays.copyOf(before, 2 * size);
                after = Arrays.copyOf(after, 2 * size);
            }
            rows[size] = row;
            before[size] = from;
            after[size++] = to;
        }
    }

    @Override
    public void changed(int output, int window, int row, double before, double after) {
        if (flipped.get(row)) {
            boolean again = grid.isShown(row);
            of(output, window).add(row, again ? Double.NaN : before, again ? after : Double.NaN);
        } else if (grid.isShown(row)) {
            of(output, window).add(row, before, after);
        }
    }

    private Row of(int output, int window) {
        long key = (long) output << Integer.SIZE | window;
        Row row = last;
        if (row == null || key != lastKey) {
            row = rows.computeIfAbsent(key, first -> new Row());
            last = row;
            lastKey = key;
        }
        return row;
    }

    /** Everything by KPI, period and slice. */
    List<ChangedRow> rows(int kpis, int periods, LiveState state) {
        for (int kpi = 0; !flipped.isEmpty() && kpi < kpis; kpi++) {
            for (int period = 0; period < periods; period++) {
                addFlipped(kpi, period, state);
            }
        }
        int[] places = places();
        List<ChangedRow> changed = new ArrayList<>();
        rows.forEach((key, row) -> {
            ChangedRow sorted = sorted((int) (key >> Integer.SIZE), key.intValue(), row, places);
            if (sorted.rows().length > 0) {
                changed.add(sorted);
            }
        });
        return changed;
    }

    private void addFlipped(int kpi, int period, LiveState state) {
        Row row = of(kpi, period);
        BitSet there = new BitSet();
        for (int i = 0; i < row.size; i++) {
            there.set(row.rows[i]);
        }
        flipped.stream().filter(each -> !there.get(each)).forEach(each -> {
            double value = state.value(kpi, each, period);
            row.add(each, grid.isShown(each) ? Double.NaN : value, grid.isShown(each) ? value : Double.NaN);
        });
    }

    /** The place of each row in the order of results; null if they stand in it already. */
    private int @Nullable [] places() {
        int[] order = grid.order();
        boolean inOrder = true;
        int[] places = new int[known];
        for (int place = 0; place < known; place++) {
            places[order[place]] = place;
            inOrder &= order[place] == place;
        }
        return inOrder && flipped.isEmpty() ? null : places;
    }

    private static ChangedRow sorted(int kpi, int period, Row row, int @Nullable [] places) {
        if (places == null) {
            return new ChangedRow(kpi, period, Arrays.copyOf(row.rows, row.size), Arrays.copyOf(row.before, row.size),
                    Arrays.copyOf(row.after, row.size));
        }
        int[] order = IntStream.range(0, row.size).filter(i -> GroupValues.differ(row.before[i], row.after[i])).boxed()
                .sorted((a, b) -> Integer.compare(places[row.rows[a]], places[row.rows[b]]))
                .mapToInt(Integer::intValue).toArray();
        return new ChangedRow(kpi, period, Arrays.stream(order).map(i -> row.rows[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> row.before[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> row.after[i]).toArray());
    }
}
