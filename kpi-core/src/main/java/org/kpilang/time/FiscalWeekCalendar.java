package org.kpilang.time;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Objects;
import org.kpilang.time.FiscalCalendar.Naming;

/**
 * Fiscal years of 52 or 53 whole weeks, divided into months of four or five weeks: the calendars 4-4-5, 4-5-4 (retail),
 * 5-4-4 and 13x4. Every year ends on the same weekday, and days, weeks, months, quarters and years all nest.
 *
 * <p>Years, quarters, months and weeks are written {@code FY2023}, {@code FY2023-Q1}, {@code FY2023-M01} and
 * {@code FY2023-W05}; a month number such as {@code 2023-01} is no period, since it would read as January.
 *
 * <p>A year of 53 weeks is compared as reported: one year before week 53 is week 52, and one year before a month with
 * the leap week is the month of that number, a week shorter.
 */
public final class FiscalWeekCalendar extends NumberedCalendar {

    private static final int WEEKS = 52;

    private final YearDivision division;
    private final YearEnd end;
    /** The month that takes the week 53, counted from 0. */
    private final int leapMonth;
    private final Naming naming;
    /** What is added to the year of the year end to get the name of a year. */
    private final int shift;

    private FiscalWeekCalendar(YearDivision division, YearEnd end, int leapMonth, Naming naming) {
        super(division.months(), end.weekday().plus(1));
        this.division = division;
        this.end = end;
        this.leapMonth = leapMonth;
        this.naming = naming;
        // A year that follows on December is, by and large, the calendar year that it is named by.
        this.shift = naming == Naming.BY_START && end.month() != Month.DECEMBER ? -1 : 0;
    }

    /**
     * A calendar whose last month takes week 53.
     *
     * @param division how the weeks of a year make months
     * @param end      the day on which years end
     * @param naming   whether a year has the name of the calendar year of its end (of the month that the year end is
     *                 declared by), or of its start (the month after)
     */
    public static FiscalWeekCalendar of(YearDivision division, YearEnd end, Naming naming) {
        Objects.requireNonNull(division, "division is null");
        return new FiscalWeekCalendar(division, Objects.requireNonNull(end, "end is null"), division.months() - 1,
                Objects.requireNonNull(naming, "naming is null"));
    }

    /**
     * The same calendar, but another month takes week 53.
     *
     * @param month the number of the month, from 1
     * @throws IllegalArgumentException if a year has no such month
     */
    public FiscalWeekCalendar leapWeekIn(int month) {
        if (month < 1 || month > division.months()) {
            throw new IllegalArgumentException("a year of " + division + " has no month " + month);
        }
        return new FiscalWeekCalendar(division, end, month - 1, naming);
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "%s ends %s leap week in month %d named by %s",
                division, end, leapMonth + 1, naming == Naming.BY_END ? "end" : "start");
    }

    @Override
    LocalDate firstDayOfMonth(int month) {
        int year = Math.floorDiv(month, division.months());
        return start(year).plusDays(7L * division.weeksBefore(Math.floorMod(month, division.months()), leapMonth(year)));
    }

    @Override
    int monthOf(LocalDate day) {
        int year = day.getYear() + shift;
        if (day.isAfter(lastDay(year))) {
            year++;
        } else if (day.isBefore(start(year))) {
            year--;
        }
        int week = Math.toIntExact(day.toEpochDay() - start(year).toEpochDay()) / 7;
        return Math.addExact(Math.multiplyExact(year, division.months()), division.monthOf(week, leapMonth(year)));
    }

    private LocalDate start(int year) {
        return lastDay(year - 1).plusDays(1);
    }

    private LocalDate lastDay(int year) {
        return end.in(year - shift);
    }

    private int leapMonth(int year) {
        return lastDay(year).toEpochDay() - lastDay(year - 1).toEpochDay() > 7 * WEEKS ? leapMonth : -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FiscalWeekCalendar that && division == that.division && end.equals(that.end)
                && leapMonth == that.leapMonth && naming == that.naming;
    }

    @Override
    public int hashCode() {
        return Objects.hash(division, end, leapMonth, naming);
    }
}
