package org.kpilang.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The calendars whose periods are known by their numbers in a named year: {@code FY2023}, {@code FY2023-Q1},
 * {@code FY2023-M01}, {@code FY2023-W05}. They differ in the days on which months start. A quarter is three months; of
 * thirteen months the last quarter has four.
 */
abstract class NumberedCalendar implements Calendar {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBERED =
            Pattern.compile("(?:FY)?(\\d{4})(?:-?(?:M(?<month>\\d{2})|W(?<week>\\d{2})|Q(?<quarter>\\d)))?");
    private static final int QUARTERS = 4;

    private final int months;
    private final boolean weeks;
    /** The epoch day on which week 0 starts, the week that holds epoch day 0. */
    private final int firstWeek;

    /**
     * @param months    how many months every year has, 12 or 13
     * @param weekStart the day on which weeks and months start, or null if months are not made of whole weeks
     */
    NumberedCalendar(int months, @Nullable DayOfWeek weekStart) {
        this.months = months;
        weeks = weekStart != null;
        firstWeek = weekStart == null ? 0 : -Math.floorMod(DayOfWeek.THURSDAY.getValue() - weekStart.getValue(), 7);
    }

    /**
     * The first day of a month; months are counted through, so many a year, from year 0.
     *
     * @throws IllegalArgumentException if the calendar does not reach so far
     */
    abstract LocalDate firstDayOfMonth(int month);

    /**
     * The month that holds a day.
     *
     * @throws IllegalArgumentException if the calendar does not reach so far
     */
    abstract int monthOf(LocalDate day);

    @Override
    public int ordinal(Grain grain, LocalDate day) {
        int epochDay = Math.toIntExact(day.toEpochDay());
        return switch (grain) {
            case DAY -> epochDay;
            case WEEK -> {
                Nesting.require(this, Grain.WEEK, Grain.WEEK);
                yield Math.floorDiv(Math.subtractExact(epochDay, firstWeek), 7);
            }
            case MONTH, QUARTER, YEAR -> enclosing(Grain.MONTH, monthOf(day), grain);
        };
    }

    @Override
    public LocalDate firstDay(Grain grain, int ordinal) {
        return switch (grain) {
            case DAY -> LocalDate.ofEpochDay(ordinal);
            case WEEK -> {
                Nesting.require(this, Grain.WEEK, Grain.WEEK);
                yield LocalDate.ofEpochDay(7L * ordinal + firstWeek);
            }
            case MONTH, QUARTER, YEAR -> firstDayOfMonth(firstWithin(grain, ordinal, Grain.MONTH));
        };
    }

    @Override
    public boolean nests(Grain fine, Grain coarse) {
        return coarse.compareTo(fine) >= 0 && (weeks || fine != Grain.WEEK && coarse != Grain.WEEK);
    }

    @Override
    public int ratio(Grain fine, Grain coarse) {
        if (!nests(fine, coarse)) {
            return 0;
        } else if (fine == coarse) {
            return 1;
        }
        return switch (fine) {
            case DAY -> coarse == Grain.WEEK ? 7 : 0;
            case MONTH -> coarse == Grain.YEAR ? months : months == 3 * QUARTERS ? 3 : 0;
            case QUARTER -> QUARTERS;
            case WEEK, YEAR -> 0;
        };
    }

    @Override
    public int firstWithin(Grain coarse, int ordinal, Grain fine) {
        Nesting.require(this, fine, coarse);
        if (fine == coarse) {
            return ordinal;
        } else if (fine == Grain.QUARTER) {
            return Math.multiplyExact(ordinal, QUARTERS);
        } else if (fine == Grain.MONTH) {
            return coarse == Grain.YEAR ? Math.multiplyExact(ordinal, months)
                    : Math.addExact(Math.multiplyExact(Math.floorDiv(ordinal, QUARTERS), months),
                            3 * Math.floorMod(ordinal, QUARTERS));
        }
        return Calendar.super.firstWithin(coarse, ordinal, fine);
    }

    @Override
    public int enclosing(Grain fine, int ordinal, Grain coarse) {
        Nesting.require(this, fine, coarse);
        if (fine == coarse) {
            return ordinal;
        } else if (fine == Grain.QUARTER) {
            return Math.floorDiv(ordinal, QUARTERS);
        } else if (fine == Grain.MONTH) {
            int year = Math.floorDiv(ordinal, months);
            return coarse == Grain.YEAR ? year
                    : year * QUARTERS + Math.min(Math.floorMod(ordinal, months) / 3, QUARTERS - 1);
        }
        return Calendar.super.enclosing(fine, ordinal, coarse);
    }

    @Override
    public String label(Grain grain, int ordinal) {
        if (grain == Grain.DAY) {
            return firstDay(grain, ordinal).toString();
        }
        int year = enclosing(grain, ordinal, Grain.YEAR);
        int number = ordinal - firstWithin(Grain.YEAR, year, grain) + 1;
        return String.format(Locale.ROOT, switch (grain) {
            case WEEK -> "FY%04d-W%02d";
            case MONTH -> "FY%04d-M%02d";
            case QUARTER -> "FY%04d-Q%d";
            case YEAR, DAY -> "FY%04d";
        }, year, number);
    }

    @Override
    public Period parse(String text) {
        Objects.requireNonNull(text, "text is null");
        String trimmed = text.strip();
        if (DAY.matcher(trimmed).matches()) {
            LocalDate day = day(trimmed);
            monthOf(day);
            return period(Grain.DAY, day);
        }
        Matcher matcher = NUMBERED.matcher(trimmed);
        if (!matcher.matches()) {
            throw noPeriod(trimmed);
        }
        int year = Integer.parseInt(matcher.group(1));
        for (Grain grain : new Grain[] {Grain.WEEK, Grain.MONTH, Grain.QUARTER}) {
            String number = matcher.group(grain.word());
            if (number != null) {
                return numbered(trimmed, year, grain, Integer.parseInt(number));
            }
        }
        return numbered(trimmed, year, Grain.YEAR, 1);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("`" + text + "` is no date of the calendar", e);
        }
    }

    private Period numbered(String text, int year, Grain grain, int number) {
        if (!nests(grain, grain)) {
            throw noPeriod(text);
        }
        Window within = new Period(this, Grain.YEAR, year).window().in(grain);
        if (number < 1 || number > within.length()) {
            throw new IllegalArgumentException("`" + text + "` does not exist: the year has " + within.length() + " "
                    + grain + "s");
        }
        int ordinal = within.first() + number - 1;
        monthOf(firstDay(grain, ordinal));
        return new Period(this, grain, ordinal);
    }

    private IllegalArgumentException noPeriod(String text) {
        return new IllegalArgumentException("`" + text + "` is no period of the calendar " + name()
                + "; expected FY2024, FY2024-Q3, FY2024-M07" + (weeks ? ", FY2024-W27 or " : " or ") + "2024-07-01");
    }

    @Override
    public String toString() {
        return name();
    }
}
