package org.kpilang.signal;

import org.kpilang.series.Interval;

/**
 * A rate that was counted: so many successes of so many trials. Trials count as independent draws of the same kind.
 *
 * @param successes at least 0
 * @param trials    at least as many, and more than 0
 */
public record Proportion(double successes, double trials) {

    public Proportion {
        if (!(successes >= 0 && successes <= trials && trials > 0 && trials < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no rate: " + successes + " of " + trials);
        }
    }

    public double rate() {
        return successes / trials;
    }

    /**
     * Where the true rate may lie. Wilson, Probable Inference, the Law of Succession, and Statistical Inference,
     * Journal of the American Statistical Association 22, 1927. It lies within 0 and 1 and holds the rate; it begins
     * exactly at 0 if there was no success, and ends exactly at 1 if there was nothing else.
     *
     * @param confidence such as 0.95, between 0 and 1
     */
    public Interval interval(double confidence) {
        double deviations = Confidence.deviations(confidence);
        return Interval.between(low(deviations), high(deviations));
    }

    /** The lower end of the {@linkplain #interval interval}, with the confidence as a number of standard deviations. */
    public double low(double deviations) {
        return successes == 0 ? 0 : Math.max(0, Math.min(rate(), end(-deviations)));
    }

    /** The upper end of the {@linkplain #interval interval}, with the confidence as a number of standard deviations. */
    public double high(double deviations) {
        return successes == trials ? 1 : Math.min(1, Math.max(rate(), end(deviations)));
    }

    private double end(double deviations) {
        double square = deviations * deviations;
        double middle = rate() + square / (2 * trials);
        double half = deviations * Math.sqrt((rate() * (1 - rate()) + square / (4 * trials)) / trials);
        return (middle + half) / (1 + square / trials);
    }

    /**
     * Where the difference of the true rates may lie, this one less another of independent trials: method 10 of
     * Newcombe, Interval Estimation for the Difference Between Independent Proportions, Statistics in Medicine 17,
     * 1998.
     */
    public Interval less(Proportion other, double confidence) {
        double deviations = Confidence.deviations(confidence);
        double difference = rate() - other.rate();
        return Interval.between(
                difference - StrictMath.hypot(rate() - low(deviations), other.high(deviations) - other.rate()),
                difference + StrictMath.hypot(high(deviations) - rate(), other.rate() - other.low(deviations)));
    }

    /** Whether two rates differ by more than chance would let them: 0 does not lie in {@link #less}. */
    public boolean differsFrom(Proportion other, double confidence) {
        Interval difference = less(other, confidence);
        return difference.low() > 0 || difference.high() < 0;
    }
}
