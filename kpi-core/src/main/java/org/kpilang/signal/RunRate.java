package org.kpilang.signal;

import org.kpilang.probability.SampleMoments;
import org.kpilang.series.Interval;

/**
 * What an amount comes to by the end of a longer period, such as the sales of a year, if it goes on as in the months
 * that are known. The band is that of a process behaviour chart: with k known months and m to come, the total lies
 * within 2.66 mean moving ranges times {@code sqrt(m + m²/k)} of the forecast, where m²/k is the doubt about the mean
 * itself. Months count as independent; where they have a season, forecast with its shape instead.
 *
 * @param actual   what was reached so far
 * @param known    how many periods that took
 * @param expected what is expected of each period to come: the mean of those known
 * @param range    the mean moving range; NaN if no two known periods follow each other
 * @param toCome   how many periods are to come
 */
public record RunRate(double actual, int known, double expected, double range, int toCome) {

    public RunRate {
        if (known < 1 || toCome < 0) {
            throw new IllegalArgumentException("no run rate of " + known + " periods for " + toCome);
        }
    }

    /**
     * The run rate of some periods.
     *
     * @param values the amounts of the periods that are over; NaN for one that is not known, which counts as usual
     * @param toCome how many periods are to come
     * @throws IllegalArgumentException if no value is known
     */
    public static RunRate of(double[] values, int toCome) {
        ProcessLimits usual = ProcessLimits.of(LimitFormula.MEAN, values, 0, values.length);
        int missing = values.length - usual.points();
        return new RunRate(usual.level() * usual.points(), usual.points(), usual.level(), usual.typicalRange(),
                Math.addExact(toCome, missing));
    }

    /** The total of the known periods and those to come. */
    public double forecast() {
        return actual + toCome * expected;
    }

    /** How far the total may lie from the forecast; NaN if the spread is not known, and 0 if nothing is to come. */
    public double margin() {
        return toCome == 0 ? 0
                : LimitFormula.MEAN.limitFactor() * range * Math.sqrt(toCome + (double) toCome * toCome / known);
    }

    /** The totals that are to be reckoned with; all numbers if the spread is not known. */
    public Interval band() {
        double margin = margin();
        return Double.isNaN(margin) ? Interval.ANY : Interval.between(forecast() - margin, forecast() + margin);
    }
}
