package org.kpilang.time;

/** The common calendar: years start in January; weeks are those of ISO 8601 and nest in no longer grain. */
public final class GregorianCalendar extends MonthCalendar {

    public static final GregorianCalendar INSTANCE = new GregorianCalendar();

    private GregorianCalendar() {
        super(1, 0, "");
    }

    @Override
    public String name() {
        return "gregorian";
    }
}
