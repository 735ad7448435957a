package org.kpilang.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Takes a double for the decimal that was meant by it: the one with the fewest digits from which the very same double
 * is read back. A decimal of up to 15 digits survives the way into a double and back.
 */
public final class ShortestDecimal {

    /** A decimal of so many digits is the only one for its double. */
    private static final int SAFE_DIGITS = 15;
    private static final int MOST_DIGITS = 17;
    private static final double LARGEST_SAFE = 1e15;
    /** Powers of ten by which doubles are multiplied and divided without a second error. */
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    private ShortestDecimal() {}

    /**
     * The shortest decimal of a finite double, without trailing zeros. It is what {@link Double#toString} gives from
     * Java 19 on; before, that has a digit too many for some numbers.
     *
     * @throws NumberFormatException if the value is NaN or infinite
     */
    public static BigDecimal of(double value) {
        for (int scale = 0; scale < POWERS.length; scale++) {
            double unscaled = Math.rint(value * POWERS[scale]);
            if (Math.abs(unscaled) < LARGEST_SAFE && unscaled / POWERS[scale] == value) {
                BigDecimal found = BigDecimal.valueOf((long) unscaled, scale);
                return scale == 0 ? stripped(found) : found;
            }
        }
        BigDecimal written = stripped(BigDecimal.valueOf(value));
        if (written.precision() > SAFE_DIGITS) {
            BigDecimal exact = new BigDecimal(value);
            for (int digits = SAFE_DIGITS; digits <= MOST_DIGITS; digits++) {
                // The doubles before a power of two are closer to it than those after it.
                for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
                    BigDecimal rounded = exact.round(new MathContext(digits, mode));
                    if (rounded.doubleValue() == value) {
                        return stripped(rounded);
                    }
                }
            }
        }
        return written;
    }

    private static BigDecimal stripped(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
