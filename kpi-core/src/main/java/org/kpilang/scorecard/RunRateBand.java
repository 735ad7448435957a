package org.kpilang.scorecard;

/**
 * How far a projection may be off by chance alone: 2.66 times the mean moving range, the distance of the natural
 * process limits from their centre, times the root of how much adds up to it. A range needs two neighbours that are
 * known. Source: Donald J. Wheeler, Understanding Variation, 2nd ed. 2000 (the factor 2.66).
 */
final class RunRateBand {

    private static final double LIMITS = 2.66;
    /** With fewer ranges than that one accident decides. */
    private static final int FEWEST_RANGES = 2;

    private RunRateBand() {}

    /**
     * The half width of a band; NaN if too few values are known.
     *
     * @param values   of which a single one varies; NaN ends a row
     * @param variance of what is projected, in variances of a single value
     */
    static double halfWidth(double[] values, double variance) {
        double sum = 0;
        int ranges = 0;
        for (int i = 1; i < values.length; i++) {
            double range = Math.abs(values[i] - values[i - 1]);
            if (!Double.isNaN(range)) {
                sum += range;
                ranges++;
            }
        }
        return ranges < FEWEST_RANGES ? Double.NaN : LIMITS * sum / ranges * Math.sqrt(variance);
    }
}
