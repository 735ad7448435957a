package org.kpilang.model.internal;

import java.math.BigDecimal;
import org.kpilang.series.Interval;
import org.kpilang.unit.Unit;

/** Numbers and ranges in messages: percentages with their sign, without other units. */
final class Shown {

    private static final int MOST_DIGITS = 15;

    private Shown() {}

    static String range(Interval interval, Unit unit) {
        return interval.text(number -> number(number, unit));
    }

    static String number(double number, Unit unit) {
        BigDecimal value = BigDecimal.valueOf(number);
        BigDecimal shown = (unit.isShownTimesHundred() ? value.movePointRight(2) : value).stripTrailingZeros();
        boolean plain = Math.abs(shown.precision() - shown.scale()) <= MOST_DIGITS && shown.scale() <= MOST_DIGITS;
        return (plain ? shown.toPlainString() : shown.toString()) + (unit.isShownTimesHundred() ? "%" : "");
    }
}
