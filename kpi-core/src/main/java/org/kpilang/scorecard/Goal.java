package org.kpilang.scorecard;

import java.util.Objects;
import java.util.OptionalDouble;
import org.kpilang.series.Interval;

/**
 * What is wanted of a value: at least the target where higher is better, at most where lower is, and within the good
 * range where a range is, or still on the way to it. Values are compared as they are, never as they are shown.
 * Immutable.
 *
 * @param target    the target itself
 * @param wanted    the values that meet it
 * @param tolerated the values that meet it or miss it by no more than its tolerance; the same if it has none
 */
public record Goal(double target, Interval wanted, Interval tolerated) {

    public Goal {
        Objects.requireNonNull(wanted, "wanted is null");
        Objects.requireNonNull(tolerated, "tolerated is null");
        if (!Double.isFinite(target) || wanted.isEmpty() || !tolerated.contains(wanted)) {
            throw new IllegalArgumentException("no goal: " + target + ", " + wanted + " within " + tolerated);
        }
    }

    /** Where higher is better. */
    public static Goal atLeast(double target) {
        return of(target, Interval.atLeast(target), 0);
    }

    /** Where lower is better. */
    public static Goal atMost(double target) {
        return of(target, Interval.atMost(target), 0);
    }

    /** Values that meet a target, and a tolerance on either side of them, in the same unit. */
    public static Goal of(double target, Interval wanted, double tolerance) {
        Interval wider = tolerance == 0 ? wanted : Interval.between(
                wanted.low() == Double.NEGATIVE_INFINITY ? wanted.low() : OnPaper.difference(wanted.low(), tolerance),
                wanted.high() == Double.POSITIVE_INFINITY ? wanted.high() : OnPaper.sum(wanted.high(), tolerance));
        return new Goal(target, wanted, wider);
    }

    public boolean isMetBy(double value) {
        return wanted.contains(value);
    }

    /** How a value stands. */
    public Standing standing(double value) {
        return isMetBy(value) ? Standing.MET : tolerated.contains(value) ? Standing.AT_RISK : Standing.MISSED;
    }

    /**
     * How far a value is ahead, in the unit of the KPI; negative if it is behind. A cost of 110 against a budget of 100
     * is -10, a revenue of 110 against a plan of 100 is 10. For a range the nearer edge counts.
     */
    public double gap(double value) {
        return Math.min(value - wanted.low(), wanted.high() - value);
    }

    /** The value nearest to another that meets the target; an edge that does not belong to it counts as well. */
    public double nearest(double value) {
        return Math.min(Math.max(value, wanted.low()), wanted.high());
    }

    /**
     * How much of the way from a base to the target is done: 0 at the base, 1 at the target, negative if it went the
     * other way. Beyond a target it is more than 1; in a good range it is 1. Empty if the base meets the target
     * already, so that there is no way to go.
     */
    public OptionalDouble progress(double base, double now) {
        double edge = nearest(base);
        if (edge == base || !Double.isFinite(base) || !Double.isFinite(now)) {
            return OptionalDouble.empty();
        } else if (Double.isInfinite(wanted.low()) || Double.isInfinite(wanted.high())) {
            // Adding 0.0 turns a negative zero into zero.
            return OptionalDouble.of((now - base) / (edge - base) + 0.0);
        }
        double progress = 1 - Math.abs(nearest(now) - now) / Math.abs(edge - base);
        // What lies outside by less than progress can tell is not there yet.
        return OptionalDouble.of(isMetBy(now) ? progress : Math.min(progress, Math.nextDown(1.0)));
    }

    /**
     * What each of the periods to come must add so that a value just reaches the target; what it may add where the
     * target is the most there may be. Empty if there is no period to come.
     */
    public OptionalDouble required(double now, int remaining) {
        boolean range = Double.isFinite(wanted.low()) && Double.isFinite(wanted.high());
        double edge = range ? nearest(now) : Double.isFinite(wanted.low()) ? wanted.low() : wanted.high();
        return remaining == 0 ? OptionalDouble.empty() : OptionalDouble.of((edge - now) / remaining + 0.0);
    }

    /** How a value stands to a goal. */
    public enum Standing {
        /** It meets the target. */
        MET,
        /** It misses the target by no more than the tolerance. */
        AT_RISK,
        /** It misses the target. */
        MISSED
    }
}
