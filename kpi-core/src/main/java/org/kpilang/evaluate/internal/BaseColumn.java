package org.kpilang.evaluate.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Aggregate;
import org.kpilang.aggregate.Aggregates;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;

/**
 * Puts the cells of a group together: one value for each period of the facts' own grain, from the first to the last of the
 * input. What an absent fact means is applied cell by cell, before anything is added up. Keeps working memory; for the use of
 * one thread.
 */
final class BaseColumn {

    private final InputFacts input;
    private final AbsentRule absent;
    private final @Nullable Aggregate overSlices;
    private final int periods;
    private final double[] cell;
    private final double[] states;
    private final boolean[] known;

    BaseColumn(InputFacts input, AbsentRule absent, @Nullable Aggregate overSlices) {
        this.input = input;
        this.absent = absent;
        this.overSlices = overSlices;
        this.periods = input.lastPeriod() - input.firstPeriod() + 1;
        this.cell = new double[periods];
        this.states = new double[overSlices == null ? 0 : periods * overSlices.width()];
        this.known = new boolean[periods];
    }

    int periods() {
        return periods;
    }

    /** Whether the cells of a group can be put together at all. */
    boolean isAdditive(int[] cells) {
        return overSlices != null || cells.length <= 1;
    }

    /** Writes the values of a group that is {@linkplain #isAdditive additive}; NaN where nothing is known. */
    void fill(int[] cells, double[] out) {
        if (cells.length == 1 || overSlices == null) {
            Arrays.fill(out, Double.NaN);
            if (cells.length == 1) {
                fillCell(cells[0], out);
            }
            return;
        }
        int width = overSlices.width();
        Arrays.fill(known, false);
        for (int p = 0; p < periods; p++) {
            overSlices.clear(states, p * width);
        }
        for (int each : cells) {
            add(each, overSlices, width);
        }
        for (int p = 0; p < periods; p++) {
            out[p] = known[p] ? overSlices.finish(states, p * width) : Double.NaN;
        }
        // For a sum the zeros of the cells can be put in at the end.
        if (isZeroFilledSum() && cells.length > 0) {
            fillZeros(out);
        }
    }

    private void add(int which, Aggregate aggregate, int width) {
        if (absent instanceof AbsentRule.Unknown || isZeroFilledSum()) {
            for (int fact = input.start(which); fact < input.end(which); fact++) {
                int p = input.period(fact) - input.firstPeriod();
                aggregate.add(states, p * width, input.value(fact), 0);
                known[p] = true;
            }
            return;
        }
        Arrays.fill(cell, Double.NaN);
        fillCell(which, cell);
        for (int p = 0; p < periods; p++) {
            if (!Double.isNaN(cell[p])) {
                aggregate.add(states, p * width, cell[p], 0);
                known[p] = true;
            }
        }
    }

    private boolean isZeroFilledSum() {
        return absent instanceof AbsentRule.Zero && overSlices == Aggregates.SUM;
    }

    /** The values of one cell, with its absent facts filled in as the rule says. */
    private void fillCell(int which, double[] out) {
        for (int fact = input.start(which); fact < input.end(which); fact++) {
            int p = input.period(fact) - input.firstPeriod();
            out[p] = input.value(fact);
            if (absent instanceof AbsentRule.CarriesForward carries) {
                int next = fact + 1 < input.end(which) ? input.period(fact + 1) - input.firstPeriod() : periods;
                int to = carries.periods() == 0 ? next : (int) Math.min(next, (long) p + 1 + carries.periods());
                Arrays.fill(out, p, to, out[p]);
            }
        }
        if (absent instanceof AbsentRule.Zero) {
            fillZeros(out);
        }
    }

    private static void fillZeros(double[] out) {
        for (int p = 0; p < out.length; p++) {
            if (Double.isNaN(out[p])) {
                out[p] = 0;
            }
        }
    }
}
