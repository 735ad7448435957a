package org.kpilang.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Writes numbers with the fewest digits from which the very same double is read back. */
final class FullPrecision {

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e15;
    /** A decimal of so many digits is the only one for its double. */
    private static final int SAFE_DIGITS = 15;
    private static final int MOST_DIGITS = 17;

    private FullPrecision() {}

    /**
     * Without an exponent from a millionth to a thousand million millions: {@code 0.42}, {@code 1200}, {@code
     * 1.5E+20}.
     */
    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(value);
        double size = Math.abs(value);
        return size >= SMALLEST_PLAIN && size <= LARGEST_PLAIN ? shortest.toPlainString() : shortest.toString();
    }

    /** What {@link Double#toString} gives from Java 19 on; before, it has a digit too many for some numbers. */
    private static BigDecimal shortest(double value) {
        BigDecimal written = BigDecimal.valueOf(value).stripTrailingZeros();
        if (written.precision() > SAFE_DIGITS) {
            BigDecimal exact = new BigDecimal(value);
            for (int digits = SAFE_DIGITS; digits <= MOST_DIGITS; digits++) {
                // The doubles before a power of two are closer to it than those after it.
                for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
                    BigDecimal rounded = exact.round(new MathContext(digits, mode));
                    if (rounded.doubleValue() == value) {
                        return rounded.stripTrailingZeros();
                    }
                }
            }
        }
        return written;
    }
}
