package org.kpilang.time;

import java.util.Locale;

/** The length of a period, from fine to coarse. Which grains nest in which is the calendar's business. */
public enum Grain {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The word for it: {@code month}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }
}
