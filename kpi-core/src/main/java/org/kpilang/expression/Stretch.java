package org.kpilang.expression;

import java.util.Objects;

/** The periods that a {@link Statistic} summarises; it always ends with the window that is asked about. */
public sealed interface Stretch {

    /**
     * How many of the periods must have a value; 0 means all of them.
     */
    int atLeast();

    /** The last so many periods: {@code over 12 months}. Each period is one unit long. */
    record Periods(int count, PeriodUnit unit, int atLeast) implements Stretch {

        public Periods {
            Objects.requireNonNull(unit, "unit is null");
            if (count < 1 || atLeast < 0 || atLeast > count) {
                throw new IllegalArgumentException("not a stretch: " + count + ", at least " + atLeast);
            }
        }
    }

    /** From the start of the enclosing unit: {@code over year to date}. The periods are of the grain that is asked. */
    record ToDate(PeriodUnit unit, int atLeast) implements Stretch {

        public ToDate {
            Objects.requireNonNull(unit, "unit is null");
            requireCount(atLeast);
        }
    }

    /**
     * From the first period in which the operand has a value: {@code over all}. The periods are of the grain that is
     * asked.
     */
    record Everything(int atLeast) implements Stretch {

        public Everything {
            requireCount(atLeast);
        }
    }

    private static void requireCount(int atLeast) {
        if (atLeast < 0) {
            throw new IllegalArgumentException("not a number of periods: " + atLeast);
        }
    }
}
