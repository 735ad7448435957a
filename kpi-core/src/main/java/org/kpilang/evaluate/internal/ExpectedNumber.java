package org.kpilang.evaluate.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.kpilang.unit.Unit;

/**
 * A number that is expected, and how near another must come to it.
 *
 * @param lastDigit the unit of its last digit if it is written out, half of which it may differ by; null if it is
 *                  calculated
 */
record ExpectedNumber(double value, @Nullable BigDecimal lastDigit, Unit unit) {

    private static final double RELATIVE = 1e-9;
    /** By how many digits what comes out is shown more exactly than what is expected. */
    private static final int MORE_DIGITS = 2;
    private static final MathContext TWELVE_DIGITS = new MathContext(12);
    /** From here on digits before the point are not shown. */
    private static final double LARGE = 1e15;

    boolean isMetBy(double other) {
        double tolerance = lastDigit == null
                ? RELATIVE * Math.max(Math.abs(value), Math.abs(other))
                // What lies exactly between two numbers need not do so in binary.
                : lastDigit.doubleValue() / 2 * (1 + RELATIVE);
        return Math.abs(other - value) <= tolerance;
    }

    /** Another number as it is shown beside this one: 0.385 is {@code 38.5%} if percentages are expected. */
    String shown(double other) {
        if (Math.abs(other) >= LARGE) {
            return Double.toString(other);
        }
        BigDecimal exact = new BigDecimal(other);
        BigDecimal rounded = lastDigit == null ? exact.round(TWELVE_DIGITS)
                : exact.setScale(lastDigit.scale() + MORE_DIGITS, RoundingMode.HALF_UP);
        BigDecimal shown = unit.isPercent() ? rounded.movePointRight(2) : rounded;
        return (shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString()) + (unit.isPercent() ? "%" : "");
    }
}
