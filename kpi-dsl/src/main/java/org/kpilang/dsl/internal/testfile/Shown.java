package org.kpilang.dsl.internal.testfile;

import java.math.BigDecimal;

/** Numbers as they are shown in a report. */
final class Shown {

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e15;

    private Shown() {}

    /** All digits, without an exponent where people need none. */
    static String number(double value) {
        return shown(new BigDecimal(Double.toString(value)), value);
    }

    /** The same as a percent, for what was written as one. */
    static String percent(double value) {
        return shown(new BigDecimal(Double.toString(value)).movePointRight(2), value * 100) + "%";
    }

    private static String shown(BigDecimal number, double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = number.stripTrailingZeros();
        double size = Math.abs(value);
        return size >= SMALLEST_PLAIN && size <= LARGEST_PLAIN ? exact.toPlainString() : exact.toString();
    }
}
