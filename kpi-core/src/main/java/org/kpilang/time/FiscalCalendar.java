package org.kpilang.time;

import java.time.Month;
import java.util.Locale;
import java.util.Objects;

/**
 * A calendar whose years start in any month; months, weeks and days are those of the Gregorian calendar. Years and
 * quarters are written {@code FY2025} and {@code FY2025-Q1}.
 */
public final class FiscalCalendar extends MonthCalendar {

    private final Month start;
    private final Naming naming;

    private FiscalCalendar(Month start, Naming naming) {
        super(start.getValue(), naming == Naming.BY_END && start != Month.JANUARY ? 1 : 0, "FY");
        this.start = start;
        this.naming = naming;
    }

    /**
     * A fiscal calendar.
     *
     * @param start  the month in which the year starts
     * @param naming which calendar year gives the fiscal year its number
     */
    public static FiscalCalendar of(Month start, Naming naming) {
        return new FiscalCalendar(Objects.requireNonNull(start, "start is null"),
                Objects.requireNonNull(naming, "naming is null"));
    }

    @Override
    public String name() {
        String name = "fiscal from " + start.name().toLowerCase(Locale.ROOT);
        // A year that starts in January ends in the year it starts in.
        return start == Month.JANUARY ? name : name + " named by " + (naming == Naming.BY_END ? "end" : "start");
    }

    /** What a fiscal year is named by. */
    public enum Naming {
        /** The calendar year in which it starts: April 2024 to March 2025 is FY2024. */
        BY_START,
        /** The calendar year in which it ends: April 2024 to March 2025 is FY2025. */
        BY_END
    }
}
