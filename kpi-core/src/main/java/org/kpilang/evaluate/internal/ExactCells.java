package org.kpilang.evaluate.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;

/** The exact values of the cells of a {@link CellValues}, filled in the same way; null where nothing is known. */
interface ExactCells {

    /** Writes the values of a cell, one for each period. */
    void fill(int cell, @Nullable Rational[] out);

    static ExactCells of(CellValues values) {
        return values instanceof WeightedCells weighted ? weighted(weighted) : filled((FilledCells) values);
    }

    private static ExactCells filled(FilledCells cells) {
        InputFacts input = cells.input();
        return (cell, out) -> {
            int periods = cells.periods();
            Arrays.fill(out, 0, periods, null);
            if (cells.absent() instanceof AbsentRule.Zero) {
                Arrays.fill(out, cells.firstZero(cell), periods, Rational.ZERO);
            }
            for (int fact = input.start(cell); fact < input.end(cell); fact++) {
                int period = input.period(fact) - input.firstPeriod();
                BigDecimal value = input.decimal(fact);
                Arrays.fill(out, period, cells.holdsUntil(cell, fact), Rational.of(value));
            }
        };
    }

    private static ExactCells weighted(WeightedCells cells) {
        ExactCells values = filled(cells.values());
        ExactCells weights = filled(cells.weights());
        Rational[] weight = new Rational[cells.weights().periods()];
        int offset = cells.values().input().firstPeriod() - cells.weights().input().firstPeriod();
        return (cell, out) -> {
            int weightCell = cells.weightCell(cell);
            if (weightCell < 0) {
                Arrays.fill(out, 0, cells.periods(), null);
                return;
            }
            values.fill(cell, out);
            weights.fill(weightCell, weight);
            for (int p = 0; p < cells.periods(); p++) {
                Rational by = p + offset >= 0 && p + offset < weight.length ? weight[p + offset] : null;
                out[p] = out[p] == null || by == null ? null : cells.isProduct() ? out[p].times(by) : by;
            }
        };
    }
}
