package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Aggregate;
import org.kpilang.aggregate.Aggregates;
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
    private final double[] states;
    private final boolean[] known;

    BaseColumn(CellValues values, @Nullable Aggregate overSlices) {
        this.values = values;
        this.overSlices = overSlices;
        this.periods = values.periods();
        this.cell = new double[periods];
        this.states = new double[overSlices == null ? 0 : periods * overSlices.width()];
        this.known = new boolean[periods];
    }

    int periods() {
        return periods;
    }

    /** The period from which on the cells of a group cannot be put together: there is a second one. */
    int additiveBefore(int[] cells) {
        return overSlices != null || cells.length < 2 ? Integer.MAX_VALUE
                : Arrays.stream(cells).map(values::firstFact).sorted().skip(1).findFirst().orElseThrow();
    }

    /**
     * Writes the values of a group, as far as it is {@linkplain #additiveBefore additive}; NaN where nothing is known,
     * and infinity where what is known comes to too large a number.
     */
    void fill(int[] cells, double[] out) {
        if (cells.length == 0) {
            Arrays.fill(out, Double.NaN);
        } else if (overSlices == null) {
            values.fill(Arrays.stream(cells).boxed().min(Comparator.comparingInt(values::firstFact)).orElseThrow(), out);
        } else if (cells.length == 1 && !isZeroFilledSum()) {
            values.fill(cells[0], out);
        } else {
            together(cells, overSlices, out);
        }
    }

    private void together(int[] cells, Aggregate aggregate, double[] out) {
        int width = aggregate.width();
        Arrays.fill(known, false);
        for (int p = 0; p < periods; p++) {
            aggregate.clear(states, p * width);
        }
        // The zeros that a sum of cells is filled with need not be added.
        boolean zeros = isZeroFilledSum();
        for (int each : cells) {
            if (values instanceof FilledCells filled && (zeros || filled.absent() instanceof AbsentRule.Unknown)) {
                addFacts(filled.input(), each, aggregate);
            } else {
                addValues(each, aggregate);
            }
        }
        for (int p = 0; p < periods; p++) {
            out[p] = known[p] ? orInfinity(aggregate.finish(states, p * width)) : zeros ? 0 : Double.NaN;
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

    private void addFacts(InputFacts input, int which, Aggregate aggregate) {
        for (int fact = input.start(which); fact < input.end(which); fact++) {
            add(input.period(fact) - input.firstPeriod(), input.value(fact), aggregate);
        }
    }

    private void addValues(int which, Aggregate aggregate) {
        values.fill(which, cell);
        for (int p = 0; p < periods; p++) {
            if (!Double.isNaN(cell[p])) {
                add(p, cell[p], aggregate);
            }
        }
    }

    private void add(int period, double value, Aggregate aggregate) {
        aggregate.add(states, period * aggregate.width(), value, 0);
        known[period] = true;
    }
}
