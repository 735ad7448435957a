package org.kpilang.expression;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of the context in which an expression is asked: another window of time, or another slice of the business.
 * Selectors of time and of slices do not disturb each other.
 */
public sealed interface Selector {

    // Equality is written out where it is asked at every evaluation: what records have of their own is linked at run
    // time, which a cold start pays for.

    /**
     * The same window, moved back: {@code [1 year ago]}. {@code sameWeekday} moves a year of 52 whole weeks, 364 days:
     * {@code [same weekday 1 year ago]}.
     */
    record Ago(int count, PeriodUnit unit, boolean sameWeekday) implements Selector {

        public Ago {
            Objects.requireNonNull(unit, "unit is null");
            if (count < 0) {
                throw new IllegalArgumentException("cannot go back by " + count);
            }
            if (sameWeekday && unit != PeriodUnit.YEAR) {
                throw new IllegalArgumentException("the same weekday is that of another year");
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Ago that && count == that.count && unit == that.unit && sameWeekday == that.sameWeekday;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * count + unit.hashCode()) + Boolean.hashCode(sameWeekday);
        }
    }

    /** The window of the same length before this one: {@code [previous]}. */
    record Previous() implements Selector {}

    /** The whole unit before the one that encloses the window's end: {@code [previous year]}. */
    record PreviousWhole(PeriodUnit unit) implements Selector {

        public PreviousWhole {
            Objects.requireNonNull(unit, "unit is null");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PreviousWhole that && unit == that.unit;
        }

        @Override
        public int hashCode() {
            return unit.hashCode();
        }
    }

    /**
     * A window of that length which ends with this one: {@code [last 12 months]}, {@code [last 12 months at least 6]}.
     * {@code atLeast} says how much of it must be known; 0 means all.
     */
    record Last(int count, PeriodUnit unit, int atLeast) implements Selector {

        public Last {
            Objects.requireNonNull(unit, "unit is null");
            if (count < 1 || atLeast < 0 || atLeast > count) {
                throw new IllegalArgumentException("not a window: " + count + ", at least " + atLeast);
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Last that && count == that.count && unit == that.unit && atLeast == that.atLeast;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * count + unit.hashCode()) + atLeast;
        }
    }

    /** From the start of the enclosing unit to the end of this window: {@code [year to date]}. */
    record ToDate(PeriodUnit unit) implements Selector {

        public ToDate {
            Objects.requireNonNull(unit, "unit is null");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ToDate that && unit == that.unit;
        }

        @Override
        public int hashCode() {
            return unit.hashCode();
        }
    }

    /** The unit that encloses the window's end, to its own end: {@code [whole year]}. It may reach ahead. */
    record Whole(PeriodUnit unit) implements Selector {

        public Whole {
            Objects.requireNonNull(unit, "unit is null");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Whole that && unit == that.unit;
        }

        @Override
        public int hashCode() {
            return unit.hashCode();
        }
    }

    /** The balance just before the window: {@code [opening]}. */
    record Opening() implements Selector {}

    /** A part of the business: {@code [channel = "email"]}. It narrows the slice that is asked about. */
    record Slice(SliceCondition condition) implements Selector {

        public Slice {
            Objects.requireNonNull(condition, "condition is null");
        }
    }

    /** A total: lifts what the context says of these dimensions, or of all if none is named: {@code [all channel]}. */
    record All(List<String> dimensions) implements Selector {

        public All {
            dimensions = List.copyOf(dimensions);
            dimensions.forEach(Names::required);
        }
    }
}
