package org.kpilang.leadlag;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpilang.probability.SampleMoments;

/** How two rows of values correlate at each lead, defined as R's {@code ccf} does. Immutable and thread-safe. */
public final class CrossCorrelation {

    /** From {@code -most} to {@code most}; never handed out. */
    private final double[] values;

    private CrossCorrelation(double[] values) {
        this.values = values;
    }

    /**
     * The correlations: the sum over all overlapping pairs of deviations from the means of the whole rows, divided by
     * the root of the product of the sums of squared deviations of the whole rows. 0 if a row is constant. (R's
     * {@code ccf(x, y)} shows the lead k at lag -k.)
     *
     * @param candidate finite numbers
     * @param outcome   as many finite numbers
     * @param most      the largest lead, less than the number of values
     */
    public static CrossCorrelation of(double[] candidate, double[] outcome, int most) {
        if (candidate.length != outcome.length) {
            throw new IllegalArgumentException("rows of " + candidate.length + " and " + outcome.length + " values");
        }
        double[] x = SampleMoments.centred(candidate);
        double[] y = SampleMoments.centred(outcome);
        return new CrossCorrelation(
                ofCentred(x, y, Math.sqrt(SampleMoments.sumOfSquares(x) * SampleMoments.sumOfSquares(y)), most));
    }

    /** The correlations of rows with mean zero; the scale is the root of the product of their sums of squares. */
    static double[] ofCentred(double[] candidate, double[] outcome, double scale, int most) {
        double[] values = new double[2 * most + 1];
        if (scale > 0) {
            LaggedProducts.sum(candidate, outcome, -most, values);
            for (int i = 0; i < values.length; i++) {
                values[i] /= scale;
            }
        }
        return values;
    }

    /** The largest lead. */
    public int most() {
        return values.length / 2;
    }

    /**
     * The correlation at a lead: of the candidate so many periods before with the outcome.
     *
     * @throws IndexOutOfBoundsException if the lead is longer than the {@linkplain #most largest}
     */
    public double at(int lead) {
        return values[lead + most()];
    }

    /** The correlations at leads from {@code -most} to {@code most}, as a new array. */
    public double[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CrossCorrelation that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** The correlations from the largest lag to the largest lead. */
    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
