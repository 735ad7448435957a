package org.kpilang.time;

import java.time.LocalDate;

/**
 * Divides days into weeks, months, quarters and years. A calendar is a pure value: it numbers the periods of each grain
 * one after the other and knows on which day each starts; everything else follows from that. Implementations are
 * immutable, thread-safe and have value equality.
 *
 * <p>Day ordinals are epoch days in every calendar, so that days are days everywhere. A result that is no int, some
 * millions of years away, is an {@link ArithmeticException}; grains that must {@linkplain #nests nest} and do not, an
 * {@link IllegalArgumentException}.
 */
public interface Calendar {

    /** The calendar as it is declared: {@code gregorian}, {@code fiscal from april}. */
    String name();

    /** The ordinal of the period of a grain that holds a day. */
    int ordinal(Grain grain, LocalDate day);

    /** The first day of a period. */
    LocalDate firstDay(Grain grain, int ordinal);

    /** Whether periods of the coarse grain are made of whole periods of the fine one; true for equal grains. */
    boolean nests(Grain fine, Grain coarse);

    /**
     * How many periods of the fine grain make one of the coarse, if that number never changes, such as 3 months a quarter;
     * otherwise 0. Equal grains give 1.
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
        return ordinal(fine, firstDay(coarse, ordinal));
    }

    /** The last fine period within a coarse one; the grains must {@linkplain #nests nest}. */
    default int lastWithin(Grain coarse, int ordinal, Grain fine) {
        return firstWithin(coarse, Math.addExact(ordinal, 1), fine) - 1;
    }

    /** The coarse period that holds a fine one; the grains must {@linkplain #nests nest}. */
    default int enclosing(Grain fine, int ordinal, Grain coarse) {
        return ordinal(coarse, firstDay(fine, ordinal));
    }

    /**
     * The same period so many years later, or earlier if negative, for a grain of which a year holds no fixed number, such
     * as weeks: the period of the same number in that year, or that year's last.
     *
     * @throws IllegalArgumentException if periods of this grain are not numbered within years
     */
    int plusYears(Grain grain, int ordinal, int years);

    /** The period of a grain that holds a day. */
    default Period period(Grain grain, LocalDate day) {
        return new Period(this, grain, ordinal(grain, day));
    }
}
