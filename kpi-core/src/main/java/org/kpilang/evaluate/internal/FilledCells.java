package org.kpilang.evaluate.internal;

import java.util.Arrays;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;

/**
 * The facts of an input, with the absent ones filled in as the input says, cell by cell. Where the facts are split, a
 * cell is filled from its own first fact on: what is loaded later changes nothing before it.
 */
record FilledCells(InputFacts input, AbsentRule absent) implements CellValues {

    @Override
    public int periods() {
        return input.lastPeriod() - input.firstPeriod() + 1;
    }

    @Override
    public int firstFact(int cell) {
        return input.start(cell) == input.end(cell)
                ? Integer.MAX_VALUE : input.period(input.start(cell)) - input.firstPeriod();
    }

    @Override
    public void fill(int cell, double[] out) {
        int periods = periods();
        Arrays.fill(out, 0, periods, Double.NaN);
        if (absent instanceof AbsentRule.Zero) {
            Arrays.fill(out, input.dimensions().isEmpty() ? 0 : Math.min(firstFact(cell), periods), periods, 0);
        }
        for (int fact = input.start(cell); fact < input.end(cell); fact++) {
            int p = input.period(fact) - input.firstPeriod();
            out[p] = input.value(fact);
            if (absent instanceof AbsentRule.CarriesForward carries) {
                int next = fact + 1 < input.end(cell) ? input.period(fact + 1) - input.firstPeriod() : periods;
                int to = carries.periods() == 0 ? next : (int) Math.min(next, (long) p + 1 + carries.periods());
                Arrays.fill(out, p, to, out[p]);
            }
        }
    }
}
