package org.kpilang.dsl.internal.testfile;

import java.math.BigDecimal;

/** Numbers as they are shown in a report. */
final class Shown {

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e15;

    private Shown() {}

    /** All digits, without an exponent where people need none. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= SMALLEST_PLAIN && size <= LARGEST_PLAIN ? exact.toPlainString() : exact.toString();
    }
}
