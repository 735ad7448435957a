package org.kpilang.evaluate.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Aggregate;
import org.kpilang.aggregate.Aggregates;
import org.kpilang.aggregate.RowSummary;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;

/**
 * Puts the cells of a group together: one value for each period of the facts' own grain, from the first to the last of
 * the input. What an absent fact means is applied cell by cell, before anything is added up. Keeps working memory; for
 * the use of one thread.
 */
final class BaseColumn {

    private final CellValues values;
    private final @Nullable Aggregate overSlices;
    private final int periods;
    private final double[] cell;
    private final @Nullable RowSummary together;

    BaseColumn(CellValues values, @Nullable Aggregate overSlices) {
        this.values = values;
        this.overSlices = overSlices;
        this.periods = values.periods();
        this.cell = new double[periods];
        this.together = overSlices == null ? null : RowSummary.of(overSlices, periods);
    }

    int periods() {
        return periods;
    }

    /**
     * The period from which on the cells {@code [from, to)} of an array cannot be put together: there is a second one.
     */
    int additiveBefore(int[] cells, int from, int to) {
        if (overSlices != null || to - from < 2) {
            return Integer.MAX_VALUE;
        }
        int first = Integer.MAX_VALUE;
        int second = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            int fact = values.firstFact(cells[i]);
            second = Math.min(second, Math.max(first, fact));
            first = Math.min(first, fact);
        }
        return second;
    }

    /**
     * Writes the values of the cells {@code [from, to)} of an array together, as far as they are
     * {@linkplain #additiveBefore additive}; NaN where nothing is known, and infinity where what is known comes to too
     * large a number.
     *
     * @param at where in {@code out} the first value goes
     */
    void fill(int[] cells, int from, int to, double[] out, int at) {
        if (from == to) {
            Arrays.fill(out, at, at + periods, Double.NaN);
        } else if (together == null) {
            values.fill(earliest(cells, from, to), out, at);
        } else if (to - from == 1 && !isZeroFilledSum()) {
            values.fill(cells[from], out, at);
        } else {
            together(cells, from, to, together, out, at);
        }
    }

    /** The first of the cells whose facts start earliest. */
    int earliest(int[] cells, int from, int to) {
        int earliest = cells[from];
        for (int i = from + 1; i < to; i++) {
            earliest = values.firstFact(cells[i]) < values.firstFact(earliest) ? cells[i] : earliest;
        }
        return earliest;
    }

    private void together(int[] cells, int from, int to, RowSummary summary, double[] out, int at) {
        summary.clear();
        // The zeros that a sum of cells is filled with need not be added.
        boolean zeros = isZeroFilledSum();
        for (int i = from; i < to; i++) {
            int each = cells[i];
            if (values instanceof FilledCells filled && filled.isSparse(each)
                    && (zeros || filled.absent() instanceof AbsentRule.Unknown)) {
                addFacts(filled.input(), each, summary);
            } else {
                summary.add(cell, values.fill(each, cell, 0));
            }
        }
        for (int p = 0; p < periods; p++) {
            out[at + p] = summary.isKnown(p) ? orInfinity(summary.finish(p)) : zeros ? 0 : Double.NaN;
        }
    }

    /** Whether every period of the input has a sum, since what is absent is zero. */
    boolean isZeroFilledSum() {
        return overSlices == Aggregates.SUM && values instanceof FilledCells filled
                && filled.absent() instanceof AbsentRule.Zero;
    }

    private static double orInfinity(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private static void addFacts(InputFacts input, int which, RowSummary summary) {
        for (int fact = input.start(which); fact < input.end(which); fact++) {
            summary.add(input.period(fact) - input.firstPeriod(), input.value(fact));
        }
    }
}
