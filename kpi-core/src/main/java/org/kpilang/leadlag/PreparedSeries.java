package org.kpilang.leadlag;

import org.jspecify.annotations.Nullable;
import org.kpilang.probability.SampleMoments;

/**
 * A series made comparable: its growth, with outliers clipped and without its season, and the model of what is left.
 *
 * @param seasonFreedom how many degrees of freedom the season took
 * @param spread        the local variance at each value: the mean square of those within a quarter of all to each side
 */
record PreparedSeries(double[] growth, double seasonFreedom, AutoregressiveModel model, double[] spread) {

    private static final double FIRST_CLIP = 6;
    private static final double LAST_CLIP = 3;
    private static final int NARROWEST = 4;
    /** Below this share of the largest value, movement is rounding. */
    private static final double ROUNDING = 1e-12;

    /** The series, or null if it does not move. */
    static @Nullable PreparedSeries of(double[] values, int season, boolean logarithms) {
        double[] growth = SampleMoments.clipped(growth(values, logarithms), FIRST_CLIP);
        SeasonalAdjustment adjusted = SeasonalAdjustment.of(growth, season);
        double[] prepared = SampleMoments.centred(SampleMoments.clipped(adjusted.unguarded(), LAST_CLIP));
        double scale = logarithms ? 1 : largest(values);
        if (!(SampleMoments.deviation(prepared) >= ROUNDING * scale) || scale == 0) {
            return null;
        }
        return new PreparedSeries(prepared, adjusted.freedom(), AutoregressiveModel.of(prepared), spread(prepared));
    }

    private static double[] spread(double[] growth) {
        int count = growth.length;
        int reach = Math.max(NARROWEST, count / 4);
        double[] before = new double[count + 1];
        for (int t = 0; t < count; t++) {
            before[t + 1] = before[t] + growth[t] * growth[t];
        }
        double[] spread = new double[count];
        for (int t = 0; t < count; t++) {
            int from = Math.max(0, t - reach);
            int to = Math.min(count, t + reach + 1);
            spread[t] = (before[to] - before[from]) / (to - from);
        }
        return spread;
    }

    static boolean isPositive(double[] values) {
        for (double value : values) {
            if (value <= 0) {
                return false;
            }
        }
        return true;
    }

    private static double[] growth(double[] values, boolean logarithms) {
        double[] growth = new double[values.length - 1];
        double before = logarithms ? StrictMath.log(values[0]) : values[0];
        for (int t = 0; t < growth.length; t++) {
            double now = logarithms ? StrictMath.log(values[t + 1]) : values[t + 1];
            growth[t] = now - before;
            before = now;
        }
        return growth;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
