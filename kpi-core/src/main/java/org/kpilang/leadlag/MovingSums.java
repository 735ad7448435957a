package org.kpilang.leadlag;

import java.util.Arrays;

/**
 * The sums of so many successive growth values: growth on one time scale.
 *
 * @param values           the sums less their mean
 * @param autocorrelations those that the model of the growth implies for the sums, from lag 0 on
 */
record MovingSums(double[] values, double[] autocorrelations) {

    /**
     * @param model the autocorrelations of the growth, up to {@code lags + terms}
     * @param lags  up to which lag those of the sums are wanted
     */
    static MovingSums of(double[] growth, double[] model, int terms, int lags) {
        double[] sums = new double[growth.length - terms + 1];
        for (int t = 0; t < sums.length; t++) {
            double sum = 0;
            for (int i = 0; i < terms; i++) {
                sum += growth[t + i];
            }
            sums[t] = sum;
        }
        return new MovingSums(SampleMoments.centred(sums), autocorrelations(model, terms, lags));
    }

    private static double[] autocorrelations(double[] model, int terms, int lags) {
        if (terms == 1) {
            return Arrays.copyOf(model, lags + 1);
        }
        double[] result = new double[lags + 1];
        for (int lag = 0; lag <= lags; lag++) {
            double sum = terms * model[lag];
            for (int i = 1; i < terms; i++) {
                sum += (terms - i) * (model[lag + i] + model[Math.abs(lag - i)]);
            }
            result[lag] = sum;
        }
        double first = result[0];
        for (int lag = 0; lag <= lags; lag++) {
            result[lag] /= first;
        }
        return result;
    }
}
