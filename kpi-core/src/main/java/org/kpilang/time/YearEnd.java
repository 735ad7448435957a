package org.kpilang.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Objects;

/**
 * The day on which years of whole weeks end: the last Saturday of September, or the Saturday nearest the end of
 * January, which may be as late as 3 February.
 */
public record YearEnd(DayOfWeek weekday, Rule rule, Month month) {

    public YearEnd {
        Objects.requireNonNull(weekday, "weekday is null");
        Objects.requireNonNull(rule, "rule is null");
        Objects.requireNonNull(month, "month is null");
    }

    /** On the last such weekday of a month. */
    public static YearEnd last(DayOfWeek weekday, Month month) {
        return new YearEnd(weekday, Rule.LAST_IN_MONTH, month);
    }

    /** On such a weekday as near as possible to the last day of a month, three days later at most. */
    public static YearEnd nearest(DayOfWeek weekday, Month month) {
        return new YearEnd(weekday, Rule.NEAREST_END_OF_MONTH, month);
    }

    /** The day in the given month of a calendar year, or nearest to its end. */
    LocalDate in(int year) {
        LocalDate latest = YearMonth.of(year, month).atEndOfMonth().plusDays(rule == Rule.NEAREST_END_OF_MONTH ? 3 : 0);
        return latest.with(TemporalAdjusters.previousOrSame(weekday));
    }

    /** As it is written: {@code last saturday of september}, {@code saturday nearest end of january}. */
    @Override
    public String toString() {
        String day = weekday.name().toLowerCase(Locale.ROOT);
        String of = " of " + month.name().toLowerCase(Locale.ROOT);
        return rule == Rule.LAST_IN_MONTH ? "last " + day + of : day + " nearest end" + of;
    }

    /** Which of the days of that name. */
    public enum Rule {
        LAST_IN_MONTH,
        NEAREST_END_OF_MONTH
    }
}
