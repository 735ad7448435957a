package org.kpilang.leadlag;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpilang.probability.Fisher;
import org.kpilang.probability.SampleMoments;

/**
 * Growth without its season: the mean of each season is taken off where an F test finds seasons at all, and means of
 * the nearest five, then three, years where the season changes over time. Immutable and thread-safe.
 */
public final class SeasonalAdjustment {

    private static final double SIGNIFICANCE = 0.05;
    private static final int[] LOCAL_YEARS = {5, 3};

    /** Not handed out to others. */
    private final double[] values;
    private final double freedom;

    private SeasonalAdjustment(double[] values, double freedom) {
        this.values = values;
        this.freedom = freedom;
    }

    /**
     * Adjusts growth rates.
     *
     * @param growth finite numbers; the first belongs to season 0
     * @param season how many periods a year has; 1 for none
     */
    public static SeasonalAdjustment of(double[] growth, int season) {
        double[] centred = SampleMoments.centred(growth);
        int count = centred.length;
        if (season <= 1 || count < 2 * season - 1) {
            return new SeasonalAdjustment(centred, 0);
        }
        double[] rest = withoutMeans(centred, season);
        double before = SampleMoments.sumOfSquares(centred);
        double after = SampleMoments.sumOfSquares(rest);
        double f = ((before - after) / (season - 1)) / Math.max(after / (count - season), 1e-300);
        if (!(Fisher.upperTail(f, season - 1, count - season) < SIGNIFICANCE)) {
            return new SeasonalAdjustment(centred, 0);
        }
        double freedom = season - 1;
        for (int years : LOCAL_YEARS) {
            if (count < years * season + season || count < 4 * season) {
                continue;
            }
            if (Autocorrelation.of(rest, season)[season] <= 2 / Math.sqrt(count)) {
                break;
            }
            double inverse = 0;
            rest = new double[count];
            for (int first = 0; first < season; first++) {
                inverse += withoutLocalMeans(centred, rest, first, season, years);
            }
            rest = SampleMoments.centred(rest);
            freedom = (season - 1.0) / season * inverse;
        }
        return new SeasonalAdjustment(rest, freedom);
    }

    private static double[] withoutMeans(double[] growth, int season) {
        double[] rest = new double[growth.length];
        for (int first = 0; first < season; first++) {
            double sum = 0;
            int years = 0;
            for (int t = first; t < growth.length; t += season) {
                sum += growth[t];
                years++;
            }
            for (int t = first; t < growth.length; t += season) {
                rest[t] = growth[t] - sum / years;
            }
        }
        return rest;
    }

    /** Takes off one season's local means; returns the sum of one over the number of years in each. */
    private static double withoutLocalMeans(double[] growth, double[] rest, int first, int season, int window) {
        int years = (growth.length - first + season - 1) / season;
        int width = Math.min(window, years);
        double inverse = 0;
        for (int year = 0; year < years; year++) {
            int start = Math.min(Math.max(0, year - window / 2), Math.max(0, years - window));
            double sum = 0;
            for (int i = start; i < start + width; i++) {
                sum += growth[first + i * season];
            }
            rest[first + year * season] = growth[first + year * season] - sum / width;
            inverse += 1.0 / width;
        }
        return inverse;
    }

    /** How many values of growth there are. */
    public int size() {
        return values.length;
    }

    /** The adjusted growth of an index, counted from 0; all of them have the mean zero. */
    public double value(int index) {
        return values[index];
    }

    /** The adjusted growth, as a new array. */
    public double[] values() {
        return values.clone();
    }

    /** The values themselves, which nobody may change. */
    double[] unguarded() {
        return values;
    }

    /** How many degrees of freedom the season took; 0 if none was found. */
    public double freedom() {
        return freedom;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeasonalAdjustment that && Arrays.equals(values, that.values)
                && freedom == that.freedom;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values) + " with " + freedom + " degrees of freedom taken";
    }
}
