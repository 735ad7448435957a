package org.kpilang.probability;

/** The chi-squared distribution, of a sum of squared normal values. */
public final class ChiSquared {

    private static final int MOST_TERMS = 100_000;
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-16;

    private ChiSquared() {}

    /**
     * The chance of a value above x; 1 for an x of zero or below.
     *
     * @param freedom degrees of freedom, positive
     */
    public static double upperTail(double x, double freedom) {
        Student.requirePositive(freedom);
        if (x <= 0) {
            return 1;
        }
        double shape = freedom / 2;
        double half = x / 2;
        double front = StrictMath.exp(shape * StrictMath.log(half) - half - Gamma.log(shape));
        return half < shape + 1 ? 1 - front * series(half, shape) : front * fraction(half, shape);
    }

    /** The lower incomplete gamma function without its front, as a series. */
    private static double series(double x, double shape) {
        double term = 1 / shape;
        double sum = term;
        for (int i = 1; i <= MOST_TERMS && term > sum * PRECISION; i++) {
            term *= x / (shape + i);
            sum += term;
        }
        return sum;
    }

    /** The upper incomplete gamma function without its front, as a continued fraction (Lentz's method). */
    private static double fraction(double x, double shape) {
        double b = x + 1 - shape;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int i = 1; i <= MOST_TERMS; i++) {
            double term = -i * (i - shape);
            b += 2;
            d = term * d + b;
            d = 1 / (Math.abs(d) < TINY ? TINY : d);
            c = b + term / c;
            c = Math.abs(c) < TINY ? TINY : c;
            double change = c * d;
            value *= change;
            if (Math.abs(change - 1) < PRECISION) {
                break;
            }
        }
        return value;
    }
}
