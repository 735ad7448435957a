package org.kpilang.leadlag;

import java.util.Arrays;
import org.kpilang.probability.SampleMoments;

/**
 * The sums of so many successive growth values: growth on one time scale, and all that its test needs of one series
 * alone.
 *
 * @param terms            how many values are summed
 * @param values           the sums less their mean
 * @param sumOfSquares     of the values
 * @param autocorrelations those that the model of the growth implies for the sums, from lag 0 on
 * @param sample           the autocorrelations of the values themselves, up to a fifth of their number; none for a
 *                         single term
 * @param tapered          the autocorrelations, weighed by how many values overlap at their lag
 * @param taperedSample    the same of the sample
 */
record MovingSums(
        int terms, double[] values, double sumOfSquares, double[] autocorrelations, double[] sample, double[] tapered,
        double[] taperedSample) {

    private static final int MOST_LAGS = 200;
    private static final double SAMPLE_SHARE = 0.2;

    /**
     * @param model the autocorrelations of the growth, up to {@link #modelLags}
     */
    static MovingSums of(double[] growth, double[] model, int terms) {
        double[] sums = new double[growth.length - terms + 1];
        for (int t = 0; t < sums.length; t++) {
            double sum = 0;
            for (int i = 0; i < terms; i++) {
                sum += growth[t + i];
            }
            sums[t] = sum;
        }
        double[] values = SampleMoments.centred(sums);
        int few = Math.min(values.length - 1, Math.max(2, (int) Math.floor(SAMPLE_SHARE * values.length)));
        double[] modelled = autocorrelations(model, terms, Math.min(values.length - 1, MOST_LAGS));
        double[] sample = terms == 1 ? new double[0] : Autocorrelation.ofCentred(values, few);
        return new MovingSums(terms, values, SampleMoments.sumOfSquares(values), modelled, sample,
                tapered(modelled, values.length), tapered(sample, values.length));
    }

    private static double[] tapered(double[] autocorrelations, int count) {
        double[] tapered = new double[autocorrelations.length];
        for (int lag = 0; lag < tapered.length; lag++) {
            tapered[lag] = (1 - (double) lag / count) * autocorrelations[lag];
        }
        return tapered;
    }

    /** Up to which lag the autocorrelations of growth are needed for sums of at most so many terms. */
    static int modelLags(int growth, int terms) {
        return Math.min(growth - 1, MOST_LAGS) + terms;
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
