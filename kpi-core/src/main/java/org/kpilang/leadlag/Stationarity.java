package org.kpilang.leadlag;

import org.kpilang.probability.SampleMoments;

/** Whether a row of values keeps to a level, by the two usual statistics. */
public final class Stationarity {

    private Stationarity() {}

    /**
     * The statistic of Kwiatkowski, Phillips, Schmidt and Shin (1992) against a level, with {@code 4 (n/100)^(1/4)}
     * lags; above 0.463 the row does not keep to a level, at 5 percent.
     *
     * @param values finite numbers, not all the same
     */
    public static double kpss(double[] values) {
        double[] rest = SampleMoments.centred(values);
        int count = rest.length;
        int lags = (int) (4 * StrictMath.pow(count / 100.0, 0.25));
        double variance = SampleMoments.sumOfSquares(rest) / count;
        for (int lag = 1; lag <= lags; lag++) {
            double sum = 0;
            for (int t = lag; t < count; t++) {
                sum += rest[t] * rest[t - lag];
            }
            variance += 2.0 / count * (1 - lag / (lags + 1.0)) * sum;
        }
        double running = 0;
        double squares = 0;
        for (double value : rest) {
            running += value;
            squares += running * running;
        }
        return squares / ((double) count * count * variance);
    }

    /**
     * The t statistic of Dickey and Fuller (1979) with a constant and some lagged changes; below -2.87 the row returns
     * to a level, at 5 percent.
     *
     * @param values finite numbers
     * @param lags   how many changes before count
     */
    public static double dickeyFuller(double[] values, int lags) {
        int count = values.length - lags - 1;
        if (lags < 0 || count <= lags + 2) {
            throw new IllegalArgumentException(values.length + " values do not tell of " + lags + " lags");
        }
        double[][] rows = new double[count][lags + 2];
        double[] right = new double[count];
        for (int i = 0; i < count; i++) {
            int t = i + lags + 1;
            right[i] = values[t] - values[t - 1];
            rows[i][0] = 1;
            rows[i][1] = values[t - 1];
            for (int lag = 1; lag <= lags; lag++) {
                rows[i][1 + lag] = values[t - lag] - values[t - lag - 1];
            }
        }
        LeastSquares regression = LeastSquares.of(rows, right);
        return regression.coefficients()[1] / regression.standardErrors()[1];
    }
}
