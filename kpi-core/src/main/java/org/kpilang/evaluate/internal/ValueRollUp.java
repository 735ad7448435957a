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

    private final BaseColumn upper;
    /** The weights, if there are any. */
    private final @Nullable BaseColumn lower;
    private final @Nullable WindowSummary overTime;
    private final double[] base;
    private int[] known = new int[0];
    private double[] divisor = new double[0];

    private ValueRollUp(BaseColumn upper, @Nullable BaseColumn lower, @Nullable Aggregate overTime) {
        this.upper = upper;
        this.lower = lower;
        this.overTime = overTime == null || overTime == Aggregates.LAST ? null : WindowSummary.of(overTime);
        this.base = new double[upper.periods()];
    }

    static ValueRollUp of(Leaf.Facts leaf, InputFacts input, Facts facts) {
        InputDefinition definition = leaf.input();
        InputDefinition weight = leaf.weight();
        FilledCells values = new FilledCells(input, definition.absent());
        if (weight == null) {
            return new ValueRollUp(new BaseColumn(values, definition.kind().overSlices()), null,
                    definition.kind().overTime());
        }
        FilledCells weights = new FilledCells(facts.of(weight.name()).orElseThrow(), weight.absent());
        return new ValueRollUp(new BaseColumn(new WeightedCells(values, weights, true), Aggregates.SUM),
                new BaseColumn(new WeightedCells(values, weights, false), Aggregates.SUM), Aggregates.SUM);
    }

    @Override
    public int additiveBefore(CellGroups groups, int group) {
        return upper.additiveBefore(groups.cells(), groups.start(group), groups.end(group));
    }

    @Override
    public void fill(CellGroups groups, int group, BaseWindows windows, double[] out, int at) {
        int count = windows.size();
        if (known.length < count) {
            known = new int[count];
            divisor = new double[count];
        }
        if (groups.start(group) == groups.end(group)) {
            Arrays.fill(out, at, at + count, Double.NaN);
            return;
        }
        slide(upper, groups, group, windows, out, at);
        int additiveBefore = additiveBefore(groups, group);
        for (int i = 0; i < count; i++) {
            if (windows.hi()[i] >= additiveBefore || !windows.isAdditive(i) || !windows.isEnough(i, known[i])) {
                out[at + i] = Double.NaN;
            }
        }
        if (lower != null) {
            slide(lower, groups, group, windows, divisor, 0);
            for (int i = 0; i < count; i++) {
                double mean = out[at + i] / divisor[i];
                out[at + i] = mean + (mean - mean);
            }
        }
    }

    @Override
    public BitSet known(CellGroups groups, int group) {
        BitSet result = new BitSet();
        upper.fill(groups.cells(), groups.start(group), groups.end(group), base);
        for (int period = 0; period < base.length; period++) {
            result.set(period, !Double.isNaN(base[period]));
        }
        return result;
    }

    private void slide(BaseColumn column, CellGroups groups, int group, BaseWindows windows, double[] out, int at) {
        column.fill(groups.cells(), groups.start(group), groups.end(group), base);
        if (overTime == null) {
            for (int i = 0; i < windows.size(); i++) {
                int period = windows.hi()[i];
                boolean inside = period >= 0 && period < base.length;
                double value = inside ? base[period] : Double.NaN;
                out[at + i] = value + (value - value);
                known[i] = inside && !Double.isNaN(base[period]) ? 1 : 0;
            }
        } else {
            ForwardRuns.run(overTime, base, 0, base.length, windows.origin(), windows.lo(), windows.hi(),
                    windows.size(), out, at, known);
        }
    }
}
