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
    public void fill(int cell, double[] out, int at) {
        int end = at + periods();
        int start = input.start(cell);
        int last = input.end(cell);
        Arrays.fill(out, at, end, Double.NaN);
        if (absent instanceof AbsentRule.Zero) {
            Arrays.fill(out, at + (input.dimensions().isEmpty() ? 0 : Math.min(firstFact(cell), periods())), end, 0);
        }
        int offset = at - input.firstPeriod();
        for (int fact = start; fact < last; fact++) {
            out[offset + input.period(fact)] = input.value(fact);
        }
        if (absent instanceof AbsentRule.CarriesForward carries) {
            carry(start, last, carries.periods(), out, offset, end);
        }
    }

    /** Repeats each fact until the next one, or for so many periods if that is not 0. */
    private void carry(int start, int last, int most, double[] out, int offset, int end) {
        for (int fact = start; fact < last; fact++) {
            int place = offset + input.period(fact);
            int next = fact + 1 < last ? offset + input.period(fact + 1) : end;
            int to = most == 0 ? next : (int) Math.min(next, (long) place + 1 + most);
            Arrays.fill(out, place, to, out[place]);
        }
    }
}
