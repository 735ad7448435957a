package org.kpilang.probability;

/** The regularised incomplete beta function, by its continued fraction (Lentz's method). */
final class IncompleteBeta {

    private static final int MOST_TERMS = 100_000;
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-16;

    private IncompleteBeta() {}

    /**
     * I_x(a, b), given x and 1 - x separately, so that neither loses digits.
     *
     * @param x at least 0
     * @param y 1 - x, at least 0
     * @param a positive
     * @param b positive
     */
    static double of(double x, double y, double a, double b) {
        if (x <= 0) {
            return 0;
        } else if (y <= 0) {
            return 1;
        }
        // The fraction converges fast on this side of the mean only.
        return x < (a + 1) / (a + b + 2) ? tail(x, y, a, b) : 1 - tail(y, x, b, a);
    }

    private static double tail(double x, double y, double a, double b) {
        double front = StrictMath.exp(a * StrictMath.log(x) + b * StrictMath.log(y) - Gamma.logBeta(a, b)) / a;
        return front / fraction(x, a, b);
    }

    private static double fraction(double x, double a, double b) {
        double value = 1;
        double c = 1;
        double d = 0;
        for (int i = 1; i <= MOST_TERMS; i++) {
            int m = i / 2;
            double term = i % 2 == 0
                    ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                    : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / awayFromZero(1 + term * d);
            c = awayFromZero(1 + term / c);
            double change = c * d;
            value *= change;
            if (Math.abs(change - 1) < PRECISION) {
                break;
            }
        }
        return value;
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
