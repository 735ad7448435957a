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
    public boolean fill(int cell, double[] out, int at) {
        int start = input.start(cell);
        int end = input.end(cell);
        if (end - start == periods() && isRun(start, end)) {
            input.copy(start, end, out, at);
            return true;
        }
        Arrays.fill(out, at, at + periods(), Double.NaN);
        if (absent instanceof AbsentRule.Zero) {
            Arrays.fill(out, at + firstZero(cell), at + periods(), 0);
        }
        if (isRun(start, end)) {
            input.copy(start, end, out, at + input.period(start) - input.firstPeriod());
        } else {
            for (int fact = start; fact < end; fact++) {
                out[at + input.period(fact) - input.firstPeriod()] = input.value(fact);
            }
        }
        if (absent instanceof AbsentRule.CarriesForward) {
            carry(cell, out, at);
        }
        return false;
    }

    /** Whether facts are those of one period after the other. */
    private boolean isRun(int start, int end) {
        return start < end && !input.hasEvents() && !input.hasIdentities()
                && input.period(end - 1) - input.period(start) == end - 1 - start;
    }

    /** Whether most periods of a cell have no fact. */
    boolean isSparse(int cell) {
        return 2 * (input.end(cell) - input.start(cell)) < periods();
    }

    /** Repeats each fact as long as it holds. */
    private void carry(int cell, double[] out, int at) {
        for (int fact = input.start(cell); fact < input.end(cell); fact++) {
            int place = at + input.period(fact) - input.firstPeriod();
            Arrays.fill(out, place, at + holdsUntil(cell, fact), out[place]);
        }
    }

    /** The first period of a cell that is zero if it has no fact, where that is what an absent fact means. */
    int firstZero(int cell) {
        return input.dimensions().isEmpty() ? 0 : Math.min(firstFact(cell), periods());
    }

    /** The period after the last in which a fact holds. */
    int holdsUntil(int cell, int fact) {
        int period = input.period(fact) - input.firstPeriod();
        if (!(absent instanceof AbsentRule.CarriesForward carries)) {
            return period + 1;
        }
        int next = fact + 1 < input.end(cell) ? input.period(fact + 1) - input.firstPeriod() : periods();
        return carries.periods() == 0 ? next : (int) Math.min(next, (long) period + 1 + carries.periods());
    }
}
