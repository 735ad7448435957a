package org.kpilang.scorecard;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/**
 * How a value stands against an earlier one. It tells what happened, not whether it means anything: that is for
 * {@link Signals} to say.
 *
 * @param against  the earlier period
 * @param before   the value in it
 * @param change   the difference, where a KPI is in percent (0.02 is two points) or in points; else the difference as a
 *                 share of the value before, and empty if that is zero or negative, or too small to divide by
 * @param strength how large the change is; empty if there is no change that could be measured
 */
public record Trend(
        Kpi kpi, Slice slice, Period period, double value, Period against, double before, OptionalDouble change,
        Optional<Strength> strength, Verdict verdict) {

    public Trend {
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(slice, "slice is null");
        Objects.requireNonNull(period, "period is null");
        Objects.requireNonNull(against, "against is null");
        Objects.requireNonNull(change, "change is null");
        Objects.requireNonNull(strength, "strength is null");
        Objects.requireNonNull(verdict, "verdict is null");
    }

    /** Whether changes of a unit are differences in points rather than shares of the value before. */
    static boolean isInPoints(Unit unit) {
        return unit.isShownTimesHundred() || unit.equals(Unit.POINTS);
    }

    /** {@code Gross margin rose by 2.3 points, from 40.1% in 2024-02 to 42.4% in 2024-03: an improvement}. */
    public String sentence(ValueText text) {
        Unit unit = kpi.unit();
        String name = Sentences.subject(kpi, slice);
        if (verdict == Verdict.UNCHANGED && value == before) {
            return name + " was " + text.of(value, unit) + " in " + period + ", as in " + against;
        }
        String size = change.isEmpty() ? "" : " by " + (isInPoints(unit)
                ? text.ofDifference(Math.abs(change.getAsDouble()), unit)
                : text.of(Math.abs(change.getAsDouble()), Unit.PERCENT)) + ",";
        return name + (value > before ? " rose" : value < before ? " fell" : " went") + size + " from "
                + text.of(before, unit) + " in " + against + " to " + text.of(value, unit) + " in " + period
                + switch (verdict) {
                    case IMPROVEMENT -> ": an improvement";
                    case DECLINE -> ": a decline";
                    case UNCHANGED -> ": neither better nor worse";
                    case UNDIRECTED -> "";
                };
    }

    /** Whether a change is for the better. */
    public enum Verdict {
        IMPROVEMENT,
        DECLINE,
        /** Neither: the value is the same, or lies as well within the range that is good. */
        UNCHANGED,
        /** The KPI does not say what is better. */
        UNDIRECTED
    }

    /** How large a change is, whatever its direction means; the words are those of SAP's trend calculation. */
    public enum Strength {
        STRONG_UP, UP, SIDEWAYS, DOWN, STRONG_DOWN
    }
}
