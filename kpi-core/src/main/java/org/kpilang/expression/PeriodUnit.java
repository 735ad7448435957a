package org.kpilang.expression;

import java.util.Locale;

/** The lengths of time that formulas name, from short to long. */
public enum PeriodUnit {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The word for one: {@code month}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word for so many: {@code 1 month}, {@code 3 months}. */
    public String count(int count) {
        return count + " " + word() + (count == 1 ? "" : "s");
    }
}
