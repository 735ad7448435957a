package org.kpilang.probability;

/** The logarithms of the gamma and the beta function. */
final class Gamma {

    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;
    /** From here on Stirling's series is exact to the last bits. */
    private static final double LARGE = 10;
    /** Coefficients of Lanczos' approximation with g = 607/128 (Godfrey 2001). */
    private static final double[] LANCZOS = {
        0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
        -0.49191381609762019978, 0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4,
        0.15808870322491248884e-3, -0.21026444172410488319e-3, 0.21743961811521264320e-3, -0.16431810653676389022e-3,
        0.84418223983852743293e-4, -0.26190838401581408670e-4, 0.36899182659531622704e-5};
    private static final double LANCZOS_G = 607.0 / 128.0;

    private Gamma() {}

    /** ln of the gamma function of a positive number. */
    static double log(double x) {
        if (x >= LARGE) {
            return (x - 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + correction(x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double shifted = x + LANCZOS_G + 0.5;
        return (x + 0.5) * StrictMath.log(shifted) - shifted + HALF_LOG_TWO_PI + StrictMath.log(sum / x);
    }

    /** ln of the beta function of two positive numbers, without the cancellation of large gammas. */
    static double logBeta(double a, double b) {
        double small = Math.min(a, b);
        double large = Math.max(a, b);
        double share = small / (small + large);
        if (small >= LARGE) {
            return HALF_LOG_TWO_PI - 0.5 * StrictMath.log(large)
                    + correction(small) + correction(large) - correction(small + large)
                    + (small - 0.5) * StrictMath.log(share) + large * StrictMath.log1p(-share);
        } else if (large >= LARGE) {
            return log(small) + correction(large) - correction(small + large)
                    + small - small * StrictMath.log(small + large) + (large - 0.5) * StrictMath.log1p(-share);
        }
        return log(small) + log(large) - log(small + large);
    }

    /** What Stirling's formula for ln gamma lacks, from 10 on. */
    private static double correction(double x) {
        double square = 1 / (x * x);
        return (1.0 / 12 + square * (-1.0 / 360 + square * (1.0 / 1260 + square * (-1.0 / 1680 + square * (1.0 / 1188
                + square * (-691.0 / 360360 + square * (1.0 / 156))))))) / x;
    }
}
