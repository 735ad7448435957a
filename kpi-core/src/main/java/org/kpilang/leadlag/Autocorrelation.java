package org.kpilang.leadlag;

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
        result[0] = 1;
        for (int lag = 1; lag <= most && all > 0; lag++) {
            double sum = 0;
            for (int t = lag; t < centred.length; t++) {
                sum += centred[t] * centred[t - lag];
            }
            result[lag] = sum / all;
        }
        return result;
    }
}
