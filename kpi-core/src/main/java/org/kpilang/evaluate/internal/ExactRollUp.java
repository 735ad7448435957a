package org.kpilang.evaluate.internal;

import java.util.Arrays;
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
final class ExactRollUp implements ExactRows {

    private final CellGroups groups;
    private final BaseWindows windows;
    private final Side upper;
    /** The weights, if there are any. */
    private final @Nullable Side lower;
    /** How periods are put together; null if the last one of a window stands for it. */
    private final @Nullable RationalWindows overTime;
    private final @Nullable LongSums longSums;
    private final @Nullable Rational[] base;

    private ExactRollUp(CellGroups groups, BaseWindows windows, Side upper, @Nullable Side lower,
            @Nullable Aggregate overTime, @Nullable LongSums longSums) {
        this.groups = groups;
        this.windows = windows;
        this.upper = upper;
        this.lower = lower;
        this.overTime = overTime == null || overTime == Aggregates.LAST ? null : windows(overTime);
        this.longSums = longSums;
        this.base = new Rational[upper.values.periods()];
    }

    static ExactRollUp of(Leaf.Facts leaf, InputFacts input, CellGroups groups, BaseWindows windows, Facts facts) {
        InputDefinition definition = leaf.input();
        InputDefinition weight = leaf.weight();
        FilledCells values = new FilledCells(input, definition.absent());
        if (weight == null) {
            Aggregate overSlices = definition.kind().overSlices();
            Aggregate overTime = definition.kind().overTime();
            boolean adds = overSlices == Aggregates.SUM && (overTime == Aggregates.SUM || overTime == Aggregates.LAST)
                    && !(definition.absent() instanceof AbsentRule.CarriesForward);
            UnscaledFacts unscaled = adds ? UnscaledFacts.of(input) : null;
            return new ExactRollUp(groups, windows, new Side(values, overSlices), null, overTime,
                    unscaled == null ? null : new LongSums(input, unscaled,
                            definition.absent() instanceof AbsentRule.Zero, overTime == Aggregates.LAST));
        }
        FilledCells weights = new FilledCells(facts.of(weight.name()).orElseThrow(), weight.absent());
        return new ExactRollUp(groups, windows, new Side(new WeightedCells(values, weights, true), Aggregates.SUM),
                new Side(new WeightedCells(values, weights, false), Aggregates.SUM), Aggregates.SUM, null);
    }

    private static RationalWindows windows(Aggregate aggregate) {
        return aggregate == Aggregates.SUM ? RationalWindows.SUM : aggregate == Aggregates.MEAN ? RationalWindows.MEAN
                : aggregate == Aggregates.MAXIMUM ? RationalWindows.LARGEST : RationalWindows.SMALLEST;
    }

    @Override
    public void fill(int group, @Nullable Rational[] out) {
        int count = windows.size();
        int from = groups.start(group);
        int to = groups.end(group);
        Arrays.fill(out, null);
        if (from == to) {
            return;
        }
        int[] known = new int[count];
        if (longSums == null || !longSums.fill(groups.cells(), from, to, windows, out, known)) {
            slide(upper, from, to, out, known);
        }
        int additiveBefore = upper.additiveBefore(groups.cells(), from, to);
        for (int i = 0; i < count; i++) {
            if (windows.hi()[i] >= additiveBefore || !windows.isEnough(i, known[i])) {
                out[i] = null;
            }
        }
        if (lower != null) {
            Rational[] divisors = new Rational[count];
            slide(lower, from, to, divisors, known);
            for (int i = 0; i < count; i++) {
                Rational sum = out[i];
                Rational divisor = divisors[i];
                out[i] = sum == null || divisor == null || divisor.isZero() ? null : sum.dividedBy(divisor).orNone();
            }
        }
    }

    private void slide(Side side, int from, int to, @Nullable Rational[] out, int[] known) {
        side.fill(groups.cells(), from, to, base);
        if (overTime != null) {
            overTime.run(base, 0, base.length, windows.lo(), windows.hi(), windows.size(), out, 0, known);
            return;
        }
        for (int i = 0; i < windows.size(); i++) {
            int period = windows.hi()[i];
            Rational value = period >= 0 && period < base.length ? base[period] : null;
            out[i] = value == null ? null : value.orNone();
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

        int additiveBefore(int[] cells, int from, int to) {
            return doubles.additiveBefore(cells, from, to);
        }

        void fill(int[] cells, int from, int to, @Nullable Rational[] out) {
            if (overSlices == null) {
                exact.fill(doubles.earliest(cells, from, to), out);
                return;
            }
            Arrays.fill(out, doubles.isZeroFilledSum() ? Rational.ZERO : null);
            for (int i = from; i < to; i++) {
                exact.fill(cells[i], cell);
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
