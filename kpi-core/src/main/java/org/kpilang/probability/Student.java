package org.kpilang.probability;

/** Student's t distribution, with any positive number of degrees of freedom. */
public final class Student {

    private Student() {}

    /**
     * The chance of a value above t.
     *
     * @param t       finite
     * @param freedom degrees of freedom, positive; need not be whole
     */
    public static double upperTail(double t, double freedom) {
        double half = twoSidedTail(t, freedom) / 2;
        return t >= 0 ? half : 1 - half;
    }

    /**
     * The chance of a value further from zero than t.
     *
     * @param t       finite
     * @param freedom degrees of freedom, positive; need not be whole
     */
    public static double twoSidedTail(double t, double freedom) {
        requirePositive(freedom);
        double square = t * t;
        double all = freedom + square;
        return IncompleteBeta.of(freedom / all, square / all, freedom / 2, 0.5);
    }

    static void requirePositive(double freedom) {
        if (!(freedom > 0)) {
            throw new IllegalArgumentException("degrees of freedom are positive, not " + freedom);
        }
    }
}
