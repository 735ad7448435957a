package org.kpilang.time;

import java.util.Objects;

/**
 * One day, week, month, quarter or year: an ordinal in a calendar. Two periods of one grain and calendar can be
 * compared and counted by their ordinals; nothing is said about where ordinal 0 lies.
 */
public record Period(Calendar calendar, Grain grain, int ordinal) implements Comparable<Period> {

    public Period {
        Objects.requireNonNull(calendar, "calendar is null");
        Objects.requireNonNull(grain, "grain is null");
    }

    /**
     * Reads a period of the Gregorian calendar: {@code 2024}, {@code 2024-Q3}, {@code 2024-07}, {@code 2024-W27},
     * {@code 2024-07-01}.
     *
     * @throws IllegalArgumentException if the text is no period
     */
    public static Period parse(String text) {
        return GregorianCalendar.INSTANCE.parse(text);
    }

    public Period plus(int periods) {
        return new Period(calendar, grain, Math.addExact(ordinal, periods));
    }

    /** The window of this period alone. */
    public Window window() {
        return new Window(calendar, grain, ordinal, ordinal);
    }

    /** Orders periods of one calendar and grain. */
    @Override
    public int compareTo(Period other) {
        if (grain != other.grain || !calendar.equals(other.calendar)) {
            throw new IllegalArgumentException("cannot compare " + this + " with " + other);
        }
        return Integer.compare(ordinal, other.ordinal);
    }

    /** The period as it is written: {@code 2024-Q3}. */
    @Override
    public String toString() {
        return calendar.label(grain, ordinal);
    }
}
