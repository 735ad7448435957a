package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Aggregate;
import org.kpilang.aggregate.Aggregates;
import org.kpilang.aggregate.WindowSummary;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.InputDefinition;

/**
 * Rolls up values. A weighted level is two sums, of value times weight and of weight, and their quotient. Keeps working
 * memory; for the use of one thread.
 */
final class ValueRollUp implements RollUp {

    private final CellGroups groups;
    private final BaseTile upper;
    /** The weights, if there are any. */
    private final @Nullable BaseTile lower;
    /** Null where a window is its last period. */
    private final @Nullable WindowSummary overTime;
    private final boolean adds;
    private int[] known = new int[0];
    private double[] divisor = new double[0];

    private ValueRollUp(CellGroups groups, BaseTile upper, @Nullable BaseTile lower, @Nullable Aggregate overTime) {
        this.groups = groups;
        this.upper = upper;
        this.lower = lower;
        this.adds = overTime == Aggregates.SUM;
        this.overTime = overTime == null || overTime == Aggregates.LAST ? null : WindowSummary.of(overTime);
    }

    static ValueRollUp of(Leaf.Facts leaf, InputFacts input, CellGroups groups, Facts facts, Workspace workspace) {
        InputDefinition definition = leaf.input();
        InputDefinition weight = leaf.weight();
        FilledCells values = new FilledCells(input, definition.absent());
        if (weight == null) {
            BaseTile base = workspace.base(new Key(definition.name(), false, groups),
                    () -> new BaseTile(new BaseColumn(values, definition.kind().overSlices()), groups));
            return new ValueRollUp(groups, base, null, definition.kind().overTime());
        }
        FilledCells weights = new FilledCells(facts.of(weight.name()).orElseThrow(), weight.absent());
        return new ValueRollUp(groups,
                workspace.base(new Key(definition.name(), false, groups), () -> new BaseTile(
                        new BaseColumn(new WeightedCells(values, weights, true), Aggregates.SUM), groups)),
                workspace.base(new Key(definition.name(), true, groups), () -> new BaseTile(
                        new BaseColumn(new WeightedCells(values, weights, false), Aggregates.SUM), groups)),
                Aggregates.SUM);
    }

    /** What tells base rows apart: the input, or its weights, and the groups, which are the same object if equal. */
    private record Key(String input, boolean weights, CellGroups groups) {

        // Equality is written out as it is for selectors, for the sake of a cold start.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && input.equals(key.input) && weights == key.weights
                    && groups.equals(key.groups);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * input.hashCode() + Boolean.hashCode(weights)) + groups.hashCode();
        }
    }

    @Override
    public int additiveBefore(int group) {
        return upper.additiveBefore(group);
    }

    @Override
    public void fill(int from, int to, BaseWindows windows, double[] out, int at) {
        int size = windows.size();
        if (known.length < size) {
            known = new int[size];
            divisor = new double[lower == null ? 0 : size];
        }
        for (int group = from; group < to; group++) {
            int start = at + (group - from) * size;
            if (groups.start(group) == groups.end(group)) {
                Arrays.fill(out, start, start + size, Double.NaN);
            } else if (lower == null && windows.areBasePeriods()) {
                take(upper, from, to, group, windows, out, start);
                leaveOut(windows.hi(), upper.additiveBefore(group), out, start);
            } else {
                slide(upper, from, to, group, windows, out, start);
                leaveOut(windows, out, start);
                leaveOut(windows.hi(), upper.additiveBefore(group), out, start);
            }
        }
        if (lower != null) {
            divide(lower, from, to, windows, out, at);
        }
    }

    private void divide(BaseTile weights, int from, int to, BaseWindows windows, double[] out, int at) {
        int size = windows.size();
        for (int group = from; group < to; group++) {
            int start = at + (group - from) * size;
            slide(weights, from, to, group, windows, divisor, 0);
            for (int i = 0; i < size; i++) {
                double mean = out[start + i] / divisor[i];
                out[start + i] = mean + (mean - mean);
            }
        }
    }

    @Override
    public BitSet known(int group) {
        BitSet result = new BitSet();
        double[] base = upper.rows(group, group + 1);
        for (int period = 0; period < upper.periods(); period++) {
            result.set(period, !Double.isNaN(base[period]));
        }
        return result;
    }

    /** Takes the values of periods as they are: each window is the one after the window before. */
    private void take(BaseTile tile, int from, int to, int group, BaseWindows windows, double[] out, int at) {
        double[] base = tile.rows(from, to);
        int periods = tile.periods();
        int row = (group - from) * periods;
        int size = windows.size();
        int first = windows.hi()[0];
        int begin = Math.min(size, Math.max(0, -first));
        int end = Math.max(begin, Math.min(size, periods - first));
        Arrays.fill(out, at, at + begin, Double.NaN);
        Arrays.fill(out, at + end, at + size, Double.NaN);
        for (int i = begin; i < end; i++) {
            double value = base[row + first + i];
            out[at + i] = value + (value - value);
        }
    }

    private void slide(BaseTile tile, int from, int to, int group, BaseWindows windows, double[] out, int at) {
        if (adds) {
            tile.totals(from, to).sums(group - from, windows.over(tile.periods()), out, at, known);
            return;
        }
        double[] base = tile.rows(from, to);
        int periods = tile.periods();
        int row = (group - from) * periods;
        if (overTime == null) {
            for (int i = 0; i < windows.size(); i++) {
                int period = windows.hi()[i];
                boolean inside = period >= 0 && period < periods;
                double value = inside ? base[row + period] : Double.NaN;
                out[at + i] = value + (value - value);
                known[i] = inside && !Double.isNaN(value) ? 1 : 0;
            }
        } else {
            overTime.run(base, row, windows.over(periods), out, at, known);
        }
    }

    /** Leaves no value where too little is known. */
    private void leaveOut(BaseWindows windows, double[] out, int at) {
        int[] enough = windows.enough();
        for (int i = 0; i < enough.length; i++) {
            if (known[i] < enough[i]) {
                out[at + i] = Double.NaN;
            }
        }
    }

    /** Leaves no value where cells cannot be put together. */
    private static void leaveOut(int[] ends, int additiveBefore, double[] out, int at) {
        for (int i = 0; additiveBefore < Integer.MAX_VALUE && i < ends.length; i++) {
            if (ends[i] >= additiveBefore) {
                out[at + i] = Double.NaN;
            }
        }
    }
}
