package org.kpilang.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a growing input as they are put into columns, cell by cell. */
final class CollectedFacts {

    private final GrowingInput input;
    private final int @Nullable [] ranks;
    private int[] periods = new int[16];
    private double[] values = new double[16];
    private int[] times = new int[16];
    private boolean repeated;
    private int size;
    /** Where the facts of the cell start. */
    private int cellStart;

    /** @param ranks the place of each identity among the sorted ones; null if they are known by their numbers */
    CollectedFacts(GrowingInput input, int @Nullable [] ranks) {
        this.input = input;
        this.ranks = ranks;
    }

    int size() {
        return size;
    }

    void addCell(int cell) {
        for (int period = input.firstPeriod(); period <= input.lastPeriod(); period++) {
            if (input.hasIdentities()) {
                for (int identity : Arrays.stream(input.identities(cell, period))
                        .map(code -> ranks == null ? code : ranks[code]).sorted().toArray()) {
                    addIdentity(period, identity);
                }
            } else if (input.hasEvents()) {
                for (double value : input.events(cell, period)) {
                    add(period, value);
                }
            } else if (!Double.isNaN(input.value(cell, period))) {
                add(period, input.value(cell, period));
            }
        }
        // The next cell begins with a fact of its own.
        cellStart = size;
    }

    private void addIdentity(int period, int identity) {
        if (size > cellStart && periods[size - 1] == period && values[size - 1] == identity) {
            times[size - 1]++;
            repeated = true;
        } else {
            add(period, identity);
        }
    }

    private void add(int period, double value) {
        if (size == periods.length) {
            periods = Arrays.copyOf(periods, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
        periods[size] = period;
        values[size] = value;
        times[size++] = 1;
    }

    int[] periods() {
        return Arrays.copyOf(periods, size);
    }

    /**
     * @param texts     the sorted identities, if their texts are known
     * @param numbering what identities are numbered under
     */
    FactValues values(@Nullable List<String> texts, @Nullable String numbering) {
        if (numbering == null) {
            return FactValues.ofNumbers(Arrays.copyOf(values, size), Map.of(), input.hasEvents());
        }
        int[] identities = Arrays.stream(values, 0, size).mapToInt(value -> (int) value).toArray();
        return FactValues.ofIdentities(identities, repeated ? Arrays.copyOf(times, size) : null, texts, numbering);
    }
}
