package org.kpilang.time;

import java.time.LocalDate;

/**
 * Divides days into weeks, months, quarters and years. A calendar is a pure value: it numbers the periods of each grain
 * one after the other and knows on which day each starts; everything else follows from that. Implementations are
 * immutable, thread-safe and have value equality.
 *
 * <p>Day ordinals are epoch days in every calendar, so that days are days everywhere. A result that is no int, some
 * millions of years away, is an {@link ArithmeticException}; grains that must {@linkplain #nests nest} and do not, a
 * grain that the calendar does not have, and a day that it does not divide, an {@link IllegalArgumentException}.
 */
public interface Calendar {

    /** The calendar as it is declared: {@code gregorian}, {@code fiscal from april named by end}, {@code iso weeks}. */
    String name();

    /** The ordinal of the period of a grain that holds a day. */
    int ordinal(Grain grain, LocalDate day);

    /** The first day of a period. */
    LocalDate firstDay(Grain grain, int ordinal);

    /**
     * Whether periods of the coarse grain are made of whole periods of the fine one. Equal grains nest if the calendar
     * has them at all.
     */
    boolean nests(Grain fine, Grain coarse);

    /**
     * How many periods of the fine grain make one of the coarse, if that number never changes, such as 3 months a
     * quarter; otherwise 0. Equal grains give 1 if the calendar has them.
     */
    int ratio(Grain fine, Grain coarse);

    /** The period as it is written, such as {@code 2024-Q3}; {@link #parse} reads it back. */
    String label(Grain grain, int ordinal);

    /**
     * Reads a period as people write it, in any grain of the calendar.
     *
     * @throws IllegalArgumentException if the text is no period; the message says what is expected
     */
    Period parse(String text);

    /** The last day of a period. */
    default LocalDate lastDay(Grain grain, int ordinal) {
        return firstDay(grain, Math.addExact(ordinal, 1)).minusDays(1);
    }

    /** The first fine period within a coarse one; the grains must {@linkplain #nests nest}. */
    default int firstWithin(Grain coarse, int ordinal, Grain fine) {
        Nesting.require(this, fine, coarse);
        return ordinal(fine, firstDay(coarse, ordinal));
    }

    /** The last fine period within a coarse one; the grains must {@linkplain #nests nest}. */
    default int lastWithin(Grain coarse, int ordinal, Grain fine) {
        return firstWithin(coarse, Math.addExact(ordinal, 1), fine) - 1;
    }

    /** The coarse period that holds a fine one; the grains must {@linkplain #nests nest}. */
    default int enclosing(Grain fine, int ordinal, Grain coarse) {
        Nesting.require(this, fine, coarse);
        return ordinal(coarse, firstDay(fine, ordinal));
    }

    /**
     * The period that has the same place in a longer one so many later, or earlier if negative; the last one there if
     * that place does not exist. For grains without a fixed {@linkplain #ratio ratio}: week 53 becomes week 52 of a
     * year that has 52 weeks, the fifth week of a month the fourth of a month that has four.
     *
     * @throws IllegalArgumentException if periods of this grain have no place in those of the coarse one
     */
    default int plus(Grain grain, int ordinal, int count, Grain coarse) {
        int from = enclosing(grain, ordinal, coarse);
        int to = Math.addExact(from, count);
        int place = ordinal - firstWithin(coarse, from, grain);
        return Math.min(Math.addExact(firstWithin(coarse, to, grain), place), lastWithin(coarse, to, grain));
    }

    /** The period of a grain that holds a day. */
    default Period period(Grain grain, LocalDate day) {
        return new Period(this, grain, ordinal(grain, day));
    }
}
