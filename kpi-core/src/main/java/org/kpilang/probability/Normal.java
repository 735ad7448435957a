package org.kpilang.probability;

/** The standard normal distribution. */
public final class Normal {

    private static final double[] CENTRE_ABOVE = {
        3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3};
    private static final double[] CENTRE_BELOW = {
        1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4,
        3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3};
    private static final double[] MIDDLE_ABOVE = {
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
    private static final double[] MIDDLE_BELOW = {
        1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
        1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9};
    private static final double[] FAR_ABOVE = {
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
    private static final double[] FAR_BELOW = {
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
        1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15};

    private Normal() {}

    /** The chance of a value above z. */
    public static double upperTail(double z) {
        double tail = ChiSquared.upperTail(z * z, 1) / 2;
        return z >= 0 ? tail : 1 - tail;
    }

    /**
     * The value above which a normal value lies with a given chance: 1.96 for a chance of 0.025. Algorithm AS 241 of
     * Wichura (Applied Statistics 37, 1988), accurate to about one part in 10^16.
     *
     * @param chance between 0 and 1, both excluded
     */
    public static double upperQuantile(double chance) {
        if (!(chance > 0 && chance < 1)) {
            throw new IllegalArgumentException("a chance lies between 0 and 1, not at " + chance);
        }
        double centred = 0.5 - chance;
        if (Math.abs(centred) <= 0.425) {
            double r = 0.180625 - centred * centred;
            return centred * quotient(CENTRE_ABOVE, CENTRE_BELOW, r);
        }
        double r = StrictMath.sqrt(-StrictMath.log(centred < 0 ? 1 - chance : chance));
        double size = r <= 5 ? quotient(MIDDLE_ABOVE, MIDDLE_BELOW, r - 1.6) : quotient(FAR_ABOVE, FAR_BELOW, r - 5);
        return centred < 0 ? -size : size;
    }

    private static double quotient(double[] above, double[] below, double x) {
        return polynomial(above, x) / polynomial(below, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
