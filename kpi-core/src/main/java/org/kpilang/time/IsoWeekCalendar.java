package org.kpilang.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The weeks of ISO 8601 and the years that are made of them: 52 or 53 whole weeks, from Monday to Sunday, each in the
 * year of its Thursday. There are no months and no quarters, since they are not made of whole weeks.
 *
 * <p>A year is written {@code 2024} and means the year of weeks, 2024-01-01 to 2024-12-29; weeks are {@code 2024-W07}.
 * One year before 2020-W53 is 2019-W52. One year before a day is the same day of the week of that number; the year's
 * last day for a day of a week 53 where there is none.
 */
public final class IsoWeekCalendar implements Calendar {

    public static final IsoWeekCalendar INSTANCE = new IsoWeekCalendar();

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?W(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private IsoWeekCalendar() {}

    @Override
    public String name() {
        return "iso weeks";
    }

    @Override
    public int ordinal(Grain grain, LocalDate day) {
        return switch (grain) {
            case DAY -> Math.toIntExact(day.toEpochDay());
            case WEEK -> IsoWeeks.ordinal(day);
            case YEAR -> IsoWeeks.year(IsoWeeks.ordinal(day));
            case MONTH, QUARTER -> throw Nesting.missing(this, grain);
        };
    }

    @Override
    public LocalDate firstDay(Grain grain, int ordinal) {
        return switch (grain) {
            case DAY -> LocalDate.ofEpochDay(ordinal);
            case WEEK -> IsoWeeks.monday(ordinal);
            case YEAR -> IsoWeeks.monday(IsoWeeks.firstOf(ordinal));
            case MONTH, QUARTER -> throw Nesting.missing(this, grain);
        };
    }

    @Override
    public boolean nests(Grain fine, Grain coarse) {
        return has(fine) && has(coarse) && coarse.compareTo(fine) >= 0;
    }

    private static boolean has(Grain grain) {
        return grain != Grain.MONTH && grain != Grain.QUARTER;
    }

    @Override
    public int ratio(Grain fine, Grain coarse) {
        if (fine == coarse) {
            return has(fine) ? 1 : 0;
        }
        return fine == Grain.DAY && coarse == Grain.WEEK ? 7 : 0;
    }

    @Override
    public String label(Grain grain, int ordinal) {
        return switch (grain) {
            case DAY -> firstDay(grain, ordinal).toString();
            case WEEK -> IsoWeeks.label(ordinal);
            case YEAR -> String.format(Locale.ROOT, "%04d", ordinal);
            case MONTH, QUARTER -> throw Nesting.missing(this, grain);
        };
    }

    @Override
    public Period parse(String text) {
        Objects.requireNonNull(text, "text is null");
        String trimmed = text.strip();
        try {
            Matcher week = WEEK.matcher(trimmed);
            if (DAY.matcher(trimmed).matches()) {
                return period(Grain.DAY, LocalDate.parse(trimmed));
            } else if (week.matches()) {
                return new Period(this, Grain.WEEK,
                        IsoWeeks.week(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2))));
            } else if (YEAR.matcher(trimmed).matches()) {
                return new Period(this, Grain.YEAR, Integer.parseInt(trimmed));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("`" + trimmed + "` is no date of the calendar", e);
        }
        throw new IllegalArgumentException("`" + trimmed + "` is no period of the calendar " + name()
                + ", which has no months and quarters; expected 2024, 2024-W27 or 2024-07-01");
    }

    @Override
    public String toString() {
        return name();
    }
}
