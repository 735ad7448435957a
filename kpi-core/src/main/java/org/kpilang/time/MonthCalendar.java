package org.kpilang.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The calendars whose months are those of the Gregorian calendar; they differ in where the year starts. Weeks are those
 * of ISO 8601, and stand beside the months: they nest in nothing longer.
 */
abstract class MonthCalendar implements Calendar {

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-M?(\\d{2})");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?W(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(?:FY)?(\\d{4})-?Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("(?:FY)?(\\d{4})");

    private final int startMonth;
    /** What is added to the year in which a year starts to get its name. */
    private final int naming;
    private final String prefix;

    /**
     * @param startMonth the month in which the year starts, 1 to 12
     * @param naming     0 if the year is named by the year it starts in, 1 if by the one it ends in
     * @param prefix     what stands before the number of a year
     */
    MonthCalendar(int startMonth, int naming, String prefix) {
        if (startMonth < 1 || startMonth > 12) {
            throw new IllegalArgumentException("not a month: " + startMonth);
        }
        this.startMonth = startMonth;
        this.naming = naming;
        this.prefix = prefix;
    }

    @Override
    public int ordinal(Grain grain, LocalDate day) {
        return switch (grain) {
            case DAY -> Math.toIntExact(day.toEpochDay());
            case WEEK -> IsoWeeks.ordinal(day);
            case MONTH, QUARTER, YEAR -> enclosing(Grain.MONTH, month(day.getYear(), day.getMonthValue()), grain);
        };
    }

    @Override
    public LocalDate firstDay(Grain grain, int ordinal) {
        return switch (grain) {
            case DAY -> LocalDate.ofEpochDay(ordinal);
            case WEEK -> IsoWeeks.monday(ordinal);
            case MONTH, QUARTER, YEAR -> {
                int month = firstWithin(grain, ordinal, Grain.MONTH);
                yield LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
            }
        };
    }

    @Override
    public boolean nests(Grain fine, Grain coarse) {
        return fine == coarse || fine == Grain.DAY || fine != Grain.WEEK && coarse.compareTo(fine) > 0;
    }

    @Override
    public int ratio(Grain fine, Grain coarse) {
        if (fine == coarse) {
            return 1;
        } else if (fine == Grain.DAY) {
            return coarse == Grain.WEEK ? 7 : 0;
        }
        return nests(fine, coarse) ? months(coarse) / months(fine) : 0;
    }

    @Override
    public int firstWithin(Grain coarse, int ordinal, Grain fine) {
        Nesting.require(this, fine, coarse);
        if (fine == coarse) {
            return ordinal;
        } else if (fine == Grain.DAY) {
            return Math.toIntExact(firstDay(coarse, ordinal).toEpochDay());
        }
        return Math.addExact(Math.multiplyExact(ordinal, ratio(fine, coarse)),
                fine == Grain.MONTH ? startMonth - 1 : 0);
    }

    @Override
    public int enclosing(Grain fine, int ordinal, Grain coarse) {
        Nesting.require(this, fine, coarse);
        if (fine == coarse) {
            return ordinal;
        } else if (fine == Grain.DAY) {
            return ordinal(coarse, LocalDate.ofEpochDay(ordinal));
        }
        return Math.floorDiv(Math.subtractExact(ordinal, fine == Grain.MONTH ? startMonth - 1 : 0), ratio(fine, coarse));
    }

    /** Weeks are numbered within years, although years are not made of them. */
    @Override
    public int plus(Grain grain, int ordinal, int count, Grain coarse) {
        return grain == Grain.WEEK && coarse == Grain.YEAR ? IsoWeeks.plusYears(ordinal, count)
                : Calendar.super.plus(grain, ordinal, count, coarse);
    }

    @Override
    public String label(Grain grain, int ordinal) {
        return switch (grain) {
            case DAY -> firstDay(grain, ordinal).toString();
            case WEEK -> IsoWeeks.label(ordinal);
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", Math.floorDiv(ordinal, 12),
                    Math.floorMod(ordinal, 12) + 1);
            case QUARTER -> String.format(Locale.ROOT, "%s%04d-Q%d", prefix, Math.floorDiv(ordinal, 4) + naming,
                    Math.floorMod(ordinal, 4) + 1);
            case YEAR -> String.format(Locale.ROOT, "%s%04d", prefix, ordinal + naming);
        };
    }

    @Override
    public Period parse(String text) {
        Objects.requireNonNull(text, "text is null");
        String trimmed = text.strip();
        try {
            Matcher matcher;
            if ((matcher = DAY.matcher(trimmed)).matches()) {
                return period(Grain.DAY, LocalDate.parse(trimmed));
            } else if ((matcher = MONTH.matcher(trimmed)).matches()) {
                return period(Grain.MONTH, LocalDate.of(number(matcher, 1), number(matcher, 2), 1));
            } else if ((matcher = WEEK.matcher(trimmed)).matches()) {
                return new Period(this, Grain.WEEK, IsoWeeks.week(number(matcher, 1), number(matcher, 2)));
            } else if ((matcher = QUARTER.matcher(trimmed)).matches()) {
                return new Period(this, Grain.QUARTER,
                        (number(matcher, 1) - naming) * 4 + number(matcher, 2) - 1);
            } else if ((matcher = YEAR.matcher(trimmed)).matches()) {
                return new Period(this, Grain.YEAR, number(matcher, 1) - naming);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("`" + trimmed + "` is no date of the calendar", e);
        }
        throw new IllegalArgumentException("`" + trimmed + "` is no period; expected " + prefix + "2024, " + prefix
                + "2024-Q3, 2024-07, 2024-W27 or 2024-07-01");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int month(int year, int monthOfYear) {
        return Math.addExact(Math.multiplyExact(year, 12), monthOfYear - 1);
    }

    private static int months(Grain grain) {
        return switch (grain) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
            case DAY, WEEK -> throw new AssertionError(grain);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MonthCalendar that
                && startMonth == that.startMonth && naming == that.naming && prefix.equals(that.prefix);
    }

    @Override
    public int hashCode() {
        return Objects.hash(startMonth, naming, prefix);
    }

    @Override
    public String toString() {
        return name();
    }
}
