package org.kpilang.report;

import java.math.BigDecimal;
import org.kpilang.series.ShortestDecimal;

/** Writes numbers with the fewest digits from which the very same double is read back. */
final class FullPrecision {

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e15;

    private FullPrecision() {}

    /**
     * Without an exponent from a millionth to a thousand million millions: {@code 0.42}, {@code 1200}, {@code
     * 1.5E+20}.
     */
    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = ShortestDecimal.of(value);
        double size = Math.abs(value);
        return size >= SMALLEST_PLAIN && size <= LARGEST_PLAIN ? shortest.toPlainString() : shortest.toString();
    }
}
