package org.kpilang.leadlag;

/**
 * How two rows of values correlate at each lead, defined as R's {@code ccf} does.
 *
 * @param values the correlations at leads from {@code -most} to {@code most}
 */
public record CrossCorrelation(double[] values) {

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
        for (int lead = -most; lead <= most && scale > 0; lead++) {
            double sum = 0;
            int first = Math.max(0, lead);
            int end = Math.min(outcome.length, outcome.length + lead);
            for (int t = first; t < end; t++) {
                sum += candidate[t - lead] * outcome[t];
            }
            values[lead + most] = sum / scale;
        }
        return values;
    }

    /** The largest lead. */
    public int most() {
        return values.length / 2;
    }

    /** The correlation at a lead: of the candidate so many periods before with the outcome. */
    public double at(int lead) {
        return values[lead + most()];
    }
}
