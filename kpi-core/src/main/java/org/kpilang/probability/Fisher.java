package org.kpilang.probability;

/** Fisher's F distribution, of the quotient of two variances. */
public final class Fisher {

    private Fisher() {}

    /**
     * The chance of a value above f; 1 for an f of zero or below.
     *
     * @param above degrees of freedom of the upper variance, positive
     * @param below degrees of freedom of the lower variance, positive
     */
    public static double upperTail(double f, double above, double below) {
        Student.requirePositive(above);
        Student.requirePositive(below);
        if (f <= 0) {
            return 1;
        }
        double all = below + above * f;
        return IncompleteBeta.of(below / all, above * f / all, below / 2, above / 2);
    }
}
