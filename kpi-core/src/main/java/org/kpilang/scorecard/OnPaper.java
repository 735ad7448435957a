package org.kpilang.scorecard;

import java.math.BigDecimal;

/**
 * Arithmetic as on paper: 7% of 100 is 7 and 42% less 2 points is 40%, where binary fractions would come to a little
 * more or less and leave out the bound. NaN for what is not known.
 */
final class OnPaper {

    private OnPaper() {}

    static double product(double a, double b) {
        return isKnown(a, b) ? BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)).doubleValue() : Double.NaN;
    }

    static double sum(double a, double b) {
        return isKnown(a, b) ? BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue() : Double.NaN;
    }

    static double difference(double a, double b) {
        return sum(a, -b);
    }

    private static boolean isKnown(double a, double b) {
        return Double.isFinite(a) && Double.isFinite(b);
    }
}
