package org.kpilang.expression;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The periods that a {@link Statistic} summarises; it always ends with the window that is asked about. */
public sealed interface Stretch {

    // Equality is written out as it is for selectors, and for the same reason.

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

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Periods that && count == that.count && unit == that.unit && atLeast == that.atLeast;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * count + unit.hashCode()) + atLeast;
        }
    }

    /** From the start of the enclosing unit: {@code over year to date}. The periods are of the grain that is asked. */
    record ToDate(PeriodUnit unit, int atLeast) implements Stretch {

        public ToDate {
            Objects.requireNonNull(unit, "unit is null");
            requireCount(atLeast);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ToDate that && unit == that.unit && atLeast == that.atLeast;
        }

        @Override
        public int hashCode() {
            return 31 * unit.hashCode() + atLeast;
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

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Everything that && atLeast == that.atLeast;
        }

        @Override
        public int hashCode() {
            return atLeast;
        }
    }

    private static void requireCount(int atLeast) {
        if (atLeast < 0) {
            throw new IllegalArgumentException("not a number of periods: " + atLeast);
        }
    }
}
