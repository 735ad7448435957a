package org.kpilang.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;

/** The weeks of ISO 8601: they start on Monday, and belong to the year of their Thursday. */
final class IsoWeeks {

    /** 1969-12-29, the Monday of the week that holds epoch day 0. */
    private static final int FIRST_MONDAY = -3;

    private IsoWeeks() {}

    static int ordinal(LocalDate day) {
        return Math.toIntExact(Math.floorDiv(day.toEpochDay() - FIRST_MONDAY, 7));
    }

    static LocalDate monday(int week) {
        return LocalDate.ofEpochDay(7L * week + FIRST_MONDAY);
    }

    /** The year that a week belongs to. */
    static int year(int week) {
        return monday(week).plusDays(3).getYear();
    }

    /** The first week of a year, the one with 4 January. */
    static int firstOf(int year) {
        if (year < Year.MIN_VALUE || year > Year.MAX_VALUE) {
            throw new ArithmeticException("integer overflow");
        }
        return ordinal(LocalDate.of(year, 1, 4));
    }

    /** The week of the same number so many years later, or the last of that year. */
    static int plusYears(int week, int years) {
        int year = year(week);
        int later = Math.addExact(year, years);
        return Math.min(firstOf(later) + week - firstOf(year), firstOf(Math.addExact(later, 1)) - 1);
    }

    /**
     * The week of a number.
     *
     * @throws DateTimeException if the year has no such week
     */
    static int week(int year, int number) {
        int week = firstOf(year) + number - 1;
        if (number < 1 || year(week) != year) {
            throw new DateTimeException("no week " + number + " in " + year);
        }
        return week;
    }

    /** {@code 2024-W07}. */
    static String label(int week) {
        int year = year(week);
        return String.format(Locale.ROOT, "%04d-W%02d", year, week - firstOf(year) + 1);
    }
}
