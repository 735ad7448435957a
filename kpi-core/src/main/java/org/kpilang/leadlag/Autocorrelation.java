package org.kpilang.leadlag;

import org.kpilang.probability.SampleMoments;

/** How a row of values correlates with itself some periods before, defined as R's {@code acf} does. */
public final class Autocorrelation {

    private Autocorrelation() {}

    /**
     * The autocorrelations at lags 0 to some lag: the sum over all overlapping pairs of deviations from the mean of the
     * whole row, divided by the sum of squared deviations of the whole row. 0 at all lags but the first for a constant
     * row.
     *
     * @param values finite numbers, at least one
     * @param most   the largest lag, less than the number of values
     */
    public static double[] of(double[] values, int most) {
        return ofCentred(SampleMoments.centred(values), most);
    }

    static double[] ofCentred(double[] centred, int most) {
        double all = SampleMoments.sumOfSquares(centred);
        double[] result = new double[most + 1];
        if (all > 0) {
            LaggedProducts.sum(centred, centred, 0, result);
            for (int lag = 1; lag <= most; lag++) {
                result[lag] /= all;
            }
        }
        result[0] = 1;
        return result;
    }

    /**
     * The partial autocorrelations at lags 1 to some lag, by the recursion of Durbin and Levinson, as R's {@code pacf}:
     * what a value has to do with one before it beyond what those between tell.
     *
     * @param values finite numbers, not all the same
     */
    public static double[] partial(double[] values, int most) {
        double[] partial = new double[most];
        levinson(of(values, most), partial);
        return partial;
    }

    /**
     * The coefficients of the model that has these autocorrelations.
     *
     * @param partial receives the partial autocorrelations; as long as the order of the model
     */
    static double[] levinson(double[] autocorrelations, double[] partial) {
        double[] coefficients = new double[0];
        double variance = 1;
        for (int k = 1; k <= partial.length; k++) {
            double sum = autocorrelations[k];
            for (int i = 1; i < k; i++) {
                sum -= coefficients[i - 1] * autocorrelations[k - i];
            }
            double reflection = sum / variance;
            double[] longer = new double[k];
            for (int i = 1; i < k; i++) {
                longer[i - 1] = coefficients[i - 1] - reflection * coefficients[k - i - 1];
            }
            longer[k - 1] = reflection;
            partial[k - 1] = reflection;
            coefficients = longer;
            variance *= 1 - reflection * reflection;
        }
        return coefficients;
    }
}
