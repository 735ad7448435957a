package org.kpilang.probability;

import java.util.Arrays;

/**
 * Means, spreads and medians of a row of finite numbers; NaN of an empty one, but for sums. Means are of compensated
 * sums.
 */
public final class SampleMoments {

    /** Makes the median absolute deviation of a normal sample its standard deviation. */
    private static final double NORMAL_CONSISTENT = 1.4826;

    private SampleMoments() {}

    /** The mean. */
    public static double mean(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return (sum + lost) / values.length;
    }

    /** The values less their mean. */
    public static double[] centred(double[] values) {
        double mean = mean(values);
        double[] centred = new double[values.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    /** The sum of the squares. */
    public static double sumOfSquares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** The standard deviation, with the number of values as the divisor. */
    public static double deviation(double[] values) {
        return Math.sqrt(sumOfSquares(centred(values)) / values.length);
    }

    /** The median; of an even number of values the mean of the two in the middle. */
    public static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The values, kept within so many robust standard deviations of the median. */
    public static double[] clipped(double[] values, double deviations) {
        double median = median(values);
        double[] distances = new double[values.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(values[i] - median);
        }
        double spread = NORMAL_CONSISTENT * median(distances);
        if (spread <= 0) {
            spread = deviation(values);
        }
        double[] clipped = new double[values.length];
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = Math.max(median - deviations * spread, Math.min(median + deviations * spread, values[i]));
        }
        return clipped;
    }
}
