package org.kpilang.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A calendar that follows no rule, or one's own: a table says on which day every month starts. Years have 12 or 13
 * months and are whole; where all months are made of whole weeks there are weeks as well. Periods are written
 * {@code FY2023}, {@code FY2023-Q1}, {@code FY2023-M01} and {@code FY2023-W05}.
 *
 * <p>What lies outside of the table can be counted but has no days: an {@link IllegalArgumentException} says so.
 */
public final class TableCalendar extends NumberedCalendar {

    private final int firstMonth;
    /** The epoch days on which months start, and the day after the last month. */
    private final int[] starts;

    private TableCalendar(int firstYear, int months, int[] starts) {
        super(months, weekStart(starts));
        this.firstMonth = Math.multiplyExact(firstYear, months);
        this.starts = starts;
    }

    /**
     * A calendar of the months of a table, in their order.
     *
     * @param months       the months of whole years, each year from month 1 to month 12, or to month 13
     * @param dayAfterLast the day after the last month
     * @throws IllegalArgumentException if months are missing or out of order; the message says which
     */
    public static TableCalendar of(List<MonthStart> months, LocalDate dayAfterLast) {
        if (months.isEmpty()) {
            throw new IllegalArgumentException("the table has no months");
        }
        int firstYear = months.get(0).year();
        int monthsPerYear = (int) months.stream().takeWhile(month -> month.year() == firstYear).count();
        if (monthsPerYear != 12 && monthsPerYear != 13) {
            throw new IllegalArgumentException(firstYear + " has " + monthsPerYear + " months; a year has 12 or 13");
        }
        int[] starts = new int[months.size() + 1];
        for (int i = 0; i <= months.size(); i++) {
            int year = firstYear + i / monthsPerYear;
            int month = i % monthsPerYear + 1;
            boolean end = i == months.size();
            if (end ? month != 1 : months.get(i).year() != year || months.get(i).month() != month) {
                throw new IllegalArgumentException("expected month " + month + " of " + year + ", found "
                        + (end ? "the end of the table" : "month " + months.get(i).month() + " of " + months.get(i).year()));
            }
            LocalDate start = end ? dayAfterLast : months.get(i).firstDay();
            starts[i] = Math.toIntExact(start.toEpochDay());
            if (i > 0 && starts[i] <= starts[i - 1]) {
                throw new IllegalArgumentException((end ? "the day after the table" : "month " + month + " of " + year)
                        + ", " + start + ", is not after the start of the month before, " + LocalDate.ofEpochDay(starts[i - 1]));
            }
        }
        return new TableCalendar(firstYear, monthsPerYear, starts);
    }

    private static @Nullable DayOfWeek weekStart(int[] starts) {
        boolean weeks = IntStream.range(1, starts.length).allMatch(i -> (starts[i] - starts[0]) % 7 == 0);
        return weeks ? LocalDate.ofEpochDay(starts[0]).getDayOfWeek() : null;
    }

    @Override
    public String name() {
        return "table from " + LocalDate.ofEpochDay(starts[0]) + " to " + LocalDate.ofEpochDay(end() - 1L);
    }

    /** The period as it is written; a week outside of the table has no number, and is told by its first day. */
    @Override
    public String label(Grain grain, int ordinal) {
        if (grain == Grain.WEEK && !covers(firstDay(Grain.WEEK, ordinal).toEpochDay())) {
            return "week of " + firstDay(Grain.WEEK, ordinal);
        }
        return super.label(grain, ordinal);
    }

    @Override
    LocalDate firstDayOfMonth(int month) {
        long row = (long) month - firstMonth;
        if (row < 0 || row >= starts.length) {
            throw outside(label(Grain.MONTH, month));
        }
        return LocalDate.ofEpochDay(starts[(int) row]);
    }

    @Override
    int monthOf(LocalDate day) {
        long epochDay = day.toEpochDay();
        if (!covers(epochDay)) {
            throw outside(day.toString());
        }
        int row = Arrays.binarySearch(starts, (int) epochDay);
        return firstMonth + (row >= 0 ? row : -row - 2);
    }

    private boolean covers(long epochDay) {
        return epochDay >= starts[0] && epochDay < end();
    }

    private int end() {
        return starts[starts.length - 1];
    }

    private IllegalArgumentException outside(String what) {
        return new IllegalArgumentException(what + " is outside the calendar " + name());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableCalendar that && firstMonth == that.firstMonth && Arrays.equals(starts, that.starts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(firstMonth, Arrays.hashCode(starts));
    }

    /** A row of the table. */
    public record MonthStart(int year, int month, LocalDate firstDay) {

        public MonthStart {
            Objects.requireNonNull(firstDay, "firstDay is null");
        }
    }
}
