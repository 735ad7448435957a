package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Aggregate;
import org.kpilang.aggregate.Aggregates;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.evaluate.internal.decimal.RationalWindows;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputDefinition;

/**
 * Rolls up the values of an input exactly, group by group, as {@link ValueRollUp} does in doubles: over the cells of a
 * group, then over the periods of each window. Keeps working memory; for the use of one thread.
 */
final class ExactRollUp {

    private final Side upper;
    /** The weights, if there are any. */
    private final @Nullable Side lower;
    /** How periods are put together; null if the last one of a window stands for it. */
    private final @Nullable RationalWindows overTime;
    private final @Nullable LongSums longSums;
    private final @Nullable Rational[] base;

    private ExactRollUp(Side upper, @Nullable Side lower, @Nullable Aggregate overTime, @Nullable LongSums longSums) {
        this.upper = upper;
        this.lower = lower;
        this.overTime = overTime == null || overTime == Aggregates.LAST ? null : windows(overTime);
        this.longSums = longSums;
        this.base = new Rational[upper.values.periods()];
    }

    /** The exact values of an input, beside its column in doubles, which knows why there is none. */
    static ExactColumn column(FactsColumn column, Facts facts) {
        Leaf.Facts leaf = column.leaf();
        InputFacts input = facts.of(leaf.input().name()).orElseThrow();
        CellGroups groups = column.groups();
        BaseWindows windows = column.windows();
        Rational[] values = new Rational[groups.groups() * windows.size()];
        if (input.hasIdentities()) {
            counts(leaf, input, facts, groups, windows, values);
        } else {
            ExactRollUp rollUp = of(leaf, input, facts);
            for (int group = 0; group < groups.groups(); group++) {
                rollUp.fill(groups, group, windows, values, group * windows.size());
            }
        }
        return new ExactColumn(column, values, groups.groupOfSlice(), windows.size());
    }

    /** Counts are whole numbers as they are. */
    private static void counts(Leaf.Facts leaf, InputFacts input, Facts facts, CellGroups groups, BaseWindows windows,
            @Nullable Rational[] values) {
        RollUp rollUp = RollUp.of(leaf, input, facts);
        double[] row = new double[windows.size()];
        for (int group = 0; group < groups.groups(); group++) {
            rollUp.fill(groups, group, windows, row, 0);
            for (int i = 0; i < row.length; i++) {
                values[group * row.length + i] = Double.isNaN(row[i]) ? null : Rational.of(row[i]);
            }
        }
    }

    private static ExactRollUp of(Leaf.Facts leaf, InputFacts input, Facts facts) {
        InputDefinition definition = leaf.input();
        InputDefinition weight = leaf.weight();
        FilledCells values = new FilledCells(input, definition.absent());
        if (weight == null) {
            Aggregate overSlices = definition.kind().overSlices();
            Aggregate overTime = definition.kind().overTime();
            boolean adds = overSlices == Aggregates.SUM && (overTime == Aggregates.SUM || overTime == Aggregates.LAST)
                    && !(definition.absent() instanceof AbsentRule.CarriesForward);
            UnscaledFacts unscaled = adds ? UnscaledFacts.of(input) : null;
            return new ExactRollUp(new Side(values, overSlices), null, overTime,
                    unscaled == null ? null : new LongSums(input, unscaled,
                            definition.absent() instanceof AbsentRule.Zero, overTime == Aggregates.LAST));
        }
        FilledCells weights = new FilledCells(facts.of(weight.name()).orElseThrow(), weight.absent());
        return new ExactRollUp(new Side(new WeightedCells(values, weights, true), Aggregates.SUM),
                new Side(new WeightedCells(values, weights, false), Aggregates.SUM), Aggregates.SUM, null);
    }

    private static RationalWindows windows(Aggregate aggregate) {
        return aggregate == Aggregates.SUM ? RationalWindows.SUM : aggregate == Aggregates.MEAN ? RationalWindows.MEAN
                : aggregate == Aggregates.MAXIMUM ? RationalWindows.LARGEST : RationalWindows.SMALLEST;
    }

    private void fill(CellGroups groups, int group, BaseWindows windows, @Nullable Rational[] out, int at) {
        int count = windows.size();
        int[] cells = groups.cells(group);
        if (groups.lacking(group) != null || cells.length == 0) {
            return;
        }
        int[] known = new int[count];
        if (longSums == null || !longSums.fill(cells, windows, out, at, known)) {
            slide(upper, cells, windows, out, at, known);
        }
        int additiveBefore = upper.additiveBefore(cells);
        for (int i = 0; i < count; i++) {
            if (windows.hi()[i] >= additiveBefore || !windows.isAdditive(i) || !windows.isEnough(i, known[i])) {
                out[at + i] = null;
            }
        }
        if (lower != null) {
            Rational[] divisors = new Rational[count];
            slide(lower, cells, windows, divisors, 0, known);
            for (int i = 0; i < count; i++) {
                Rational sum = out[at + i];
                Rational divisor = divisors[i];
                out[at + i] = sum == null || divisor == null || divisor.isZero() ? null
                        : sum.dividedBy(divisor).orNone();
            }
        }
    }

    private void slide(Side side, int[] cells, BaseWindows windows, @Nullable Rational[] out, int at, int[] known) {
        side.fill(cells, base);
        if (overTime != null) {
            overTime.run(base, 0, base.length, windows.lo(), windows.hi(), windows.size(), out, at, known);
            return;
        }
        for (int i = 0; i < windows.size(); i++) {
            int period = windows.hi()[i];
            Rational value = period >= 0 && period < base.length ? base[period] : null;
            out[at + i] = value == null ? null : value.orNone();
            known[i] = value == null ? 0 : 1;
        }
    }

    /** The cells of a group put together, as {@link BaseColumn} does. */
    private static final class Side {

        private final CellValues values;
        private final ExactCells exact;
        private final @Nullable Aggregate overSlices;
        private final @Nullable Rational[] cell;
        private final BaseColumn doubles;

        Side(CellValues values, @Nullable Aggregate overSlices) {
            this.values = values;
            this.exact = ExactCells.of(values);
            this.overSlices = overSlices;
            this.cell = new Rational[values.periods()];
            this.doubles = new BaseColumn(values, overSlices);
        }

        int additiveBefore(int[] cells) {
            return doubles.additiveBefore(cells);
        }

        void fill(int[] cells, @Nullable Rational[] out) {
            if (overSlices == null) {
                exact.fill(Arrays.stream(cells).boxed().min(Comparator.comparingInt(values::firstFact)).orElseThrow(),
                        out);
                return;
            }
            Arrays.fill(out, doubles.isZeroFilledSum() ? Rational.ZERO : null);
            for (int each : cells) {
                exact.fill(each, cell);
                for (int p = 0; p < cell.length; p++) {
                    Rational value = cell[p];
                    Rational before = out[p];
                    out[p] = value == null ? before : before == null ? value : together(before, value);
                }
            }
        }

        private Rational together(Rational a, Rational b) {
            if (overSlices == Aggregates.SUM) {
                return a.plus(b);
            }
            boolean larger = a.compareTo(b) > 0;
            return larger == (overSlices == Aggregates.MAXIMUM) ? a : b;
        }
    }
}
