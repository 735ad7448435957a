package org.kpilang.evaluate.internal;

import java.util.Arrays;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.AbsentRule;

/** The facts of an input, with the absent ones filled in as the input says, cell by cell. */
record FilledCells(InputFacts input, AbsentRule absent) implements CellValues {

    @Override
    public int periods() {
        return input.lastPeriod() - input.firstPeriod() + 1;
    }

    @Override
    public void fill(int cell, double[] out) {
        int periods = periods();
        Arrays.fill(out, 0, periods, absent instanceof AbsentRule.Zero ? 0 : Double.NaN);
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
