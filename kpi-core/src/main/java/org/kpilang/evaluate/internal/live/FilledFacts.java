package org.kpilang.evaluate.internal.live;

import org.kpilang.facts.GrowingInput;
import org.kpilang.model.AbsentRule;

/**
 * The facts of an input as they grow, with the absent ones filled in as the input says, cell by cell, from the first
 * fact of the cell on.
 */
record FilledFacts(GrowingInput input, AbsentRule absent) {

    /** The value of a cell in a period; NaN where nothing is known. */
    double value(int cell, int period) {
        double value = input.value(cell, period);
        if (!Double.isNaN(value) || absent instanceof AbsentRule.Unknown
                || period < input.firstPeriod() || period > input.lastPeriod()) {
            return value;
        } else if (absent instanceof AbsentRule.Zero) {
            return period >= (input.dimensions().isEmpty() ? input.firstPeriod() : input.firstFact(cell))
                    ? 0 : Double.NaN;
        }
        int source = source(cell, period);
        return source == Integer.MIN_VALUE ? Double.NaN : input.value(cell, source);
    }

    /** The period whose fact holds in another one; the smallest number if none does. */
    int source(int cell, int period) {
        if (period < input.firstFact(cell) || period < input.firstPeriod() || period > input.lastPeriod()) {
            return Integer.MIN_VALUE;
        }
        int source = Math.min(period, input.lastFact(cell));
        int bound = absent instanceof AbsentRule.CarriesForward carries
                ? carries.periods() == 0 ? Integer.MAX_VALUE : carries.periods() : 0;
        while (period - source <= bound && Double.isNaN(input.value(cell, source))) {
            source--;
        }
        return period - source <= bound ? source : Integer.MIN_VALUE;
    }

    /** The last period that a fact of a cell, or its absence, may tell of. */
    int reach(int cell, int period) {
        if (!(absent instanceof AbsentRule.CarriesForward carries)) {
            return period;
        }
        int last = carries.periods() == 0 ? input.lastPeriod()
                : (int) Math.min(input.lastPeriod(), (long) period + carries.periods());
        int next = period + 1;
        int lastFact = Math.min(last, input.firstFact(cell) == Integer.MAX_VALUE ? period : input.lastFact(cell));
        while (next <= lastFact && Double.isNaN(input.value(cell, next))) {
            next++;
        }
        return next <= lastFact ? next - 1 : last;
    }
}
