package org.kpilang.scorecard;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.kpilang.series.Interval;

/**
 * Whether a value gets to its target in time if it goes on as it did. Immutable.
 *
 * @param goal       what is wanted in the end
 * @param base       where it started; 0 for a total
 * @param actual     how far it is
 * @param expected   how far it should be by now
 * @param elapsed    the share of the way, or of the time, that is over: more than 0, at most 1
 * @param remaining  how many periods are to come
 * @param projection what it will be in the end
 */
public record Pace(
        Goal goal, double base, double actual, double expected, double elapsed, int remaining, Projection projection) {

    /** In the first fifth of the time one sale swings the projection, so nothing is said of it unless asked. */
    public static final double EARLIEST = 0.2;

    public Pace {
        Objects.requireNonNull(goal, "goal is null");
        Objects.requireNonNull(projection, "projection is null");
        if (!Double.isFinite(base) || !Double.isFinite(actual) || !Double.isFinite(expected)
                || !(elapsed >= 0 && elapsed <= 1) || remaining < 0) {
            throw new IllegalArgumentException("no pace: " + actual + " of " + expected + " after " + elapsed);
        }
    }

    /**
     * The pace of a total of which no more is known than how much there is; so there is no band.
     *
     * @param elapsed the share of the total that was to be expected by now, more than 0
     */
    public static Pace ofTotal(Goal goal, double actual, double elapsed, int remaining) {
        return new Pace(goal, 0, actual, goal.target() * elapsed, elapsed, remaining,
                new Projection(actual / elapsed, Optional.empty()));
    }

    /**
     * The pace of a total by its known periods.
     *
     * @param shares the share of the total that each known period has in the profile that is expected
     */
    public static Pace ofTotal(Goal goal, double[] values, double[] shares, int remaining) {
        double elapsed = remaining == 0 ? 1 : Math.min(DoubleStream.of(shares).sum(), 1);
        return new Pace(goal, 0, DoubleStream.of(values).sum(), goal.target() * elapsed, elapsed, remaining,
                Projection.ofTotal(values, shares, remaining));
    }

    /**
     * The pace of a balance on its way from a base.
     *
     * @param values   the balances at the ends of all periods since the base
     * @param expected the balance that was to be reached by now
     */
    public static Pace ofBalance(Goal goal, double base, double[] values, double expected, int remaining) {
        return new Pace(goal, base, values[values.length - 1], expected,
                (double) values.length / (values.length + remaining), remaining,
                Projection.ofBalance(base, values, remaining));
    }

    /**
     * The pace of a rate, or of another value that does not build up, on its way from a base.
     *
     * @param shares   how much of the way was to be done at each known value
     * @param expected the value that was to be reached by now
     * @param elapsed  the share of the time that is over
     */
    public static Pace ofRate(Goal goal, double base, double[] values, double[] shares, double expected, double elapsed,
            int remaining) {
        return new Pace(goal, base, values[values.length - 1], expected, elapsed, remaining,
                Projection.ofRate(base, values, shares));
    }

    /** The same of a KPI whose values can lie in a range only. */
    Pace within(Interval range) {
        return new Pace(goal, base, actual, expected, elapsed, remaining, projection.within(range));
    }

    /** How much of what was to be done by now is done: 1 on the way, less behind it; empty at the start of the way. */
    public OptionalDouble ratio() {
        return expected == base ? OptionalDouble.empty() : OptionalDouble.of((actual - base) / (expected - base));
    }

    /**
     * What each period to come must add so that the target is just reached; for a balance or a rate by how much it must
     * change. Empty if there is none to come.
     */
    public OptionalDouble required() {
        return goal.required(actual, remaining);
    }

    /** Whether it gets there, {@link #EARLIEST} on at the earliest. */
    public Verdict verdict() {
        return verdict(EARLIEST);
    }

    /**
     * Whether it gets there; nothing is said before a share of the time is over.
     *
     * @param earliest the share, such as 0 for always
     */
    public Verdict verdict(double earliest) {
        if (elapsed < earliest) {
            return Verdict.TOO_EARLY;
        }
        Interval band = projection.band().orElse(null);
        if (band == null) {
            return Verdict.UNKNOWN;
        }
        return goal.wanted().contains(band) ? Verdict.ON_PACE
                : band.intersect(goal.tolerated()).isEmpty() ? Verdict.OFF_PACE : Verdict.AT_RISK;
    }

    /** What a projection and its band say. */
    public enum Verdict {
        /** All of the band meets the target. */
        ON_PACE,
        /** The band lies on both sides of the target, or within its tolerance. */
        AT_RISK,
        /** All of the band misses the target, and its tolerance if it has one. */
        OFF_PACE,
        /** It is too early to say. */
        TOO_EARLY,
        /** Too little is known for a band. */
        UNKNOWN
    }
}
