package org.kpilang.report;

import java.util.Optional;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Property;
import org.kpilang.unit.Unit;

/**
 * How a value changed from another: percents and scores by points, what is above zero by a share of itself, anything
 * else by an amount; and whether that is better, by the direction of the KPI.
 *
 * @param change   the change in that measure; not NaN
 * @param unit     what it is in: percentage points, percent, or the unit of the KPI
 * @param verdict  what it means
 */
record Movement(double change, Unit unit, Verdict verdict) {

    /** Whether a change is for the better. */
    enum Verdict {
        BETTER, WORSE, NEUTRAL;

        /** {@code better}, {@code worse}, or nothing. */
        String word() {
            return this == BETTER ? "better" : this == WORSE ? "worse" : "";
        }
    }

    /** The change from one value to another; empty if one of them is not known. */
    static Optional<Movement> of(double before, double now, Unit unit, Optional<KpiVersion> version) {
        if (Double.isNaN(before) || Double.isNaN(now) || !Double.isFinite(now - before)) {
            return Optional.empty();
        }
        Property.Better better = version.flatMap(each -> each.property(Property.Better.class)).orElse(null);
        int sign = Double.compare(now, before) * (better == null || better.way() == Property.Better.Way.BETWEEN ? 0
                : better.way() == Property.Better.Way.HIGHER ? 1 : -1);
        Verdict verdict = sign > 0 ? Verdict.BETTER : sign < 0 ? Verdict.WORSE : Verdict.NEUTRAL;
        if (unit.isShownTimesHundred()) {
            return Optional.of(new Movement(now - before, Unit.PERCENTAGE_POINTS, verdict));
        } else if (unit.equals(Unit.POINTS) || before <= 0 || !Double.isFinite(now / before)) {
            return Optional.of(new Movement(now - before, unit, verdict));
        }
        return Optional.of(new Movement(now / before - 1, Unit.PERCENT, verdict));
    }

    /** {@code ↑}, {@code ↓}, or {@code →} if nothing changed. */
    char arrow() {
        return change > 0 ? '↑' : change < 0 ? '↓' : '→';
    }

    /** {@code ↑ +2.1%}, {@code ↓ -1.3 points}. */
    String text(Numbers numbers) {
        String points = unit.equals(Unit.PERCENTAGE_POINTS) || unit.equals(Unit.POINTS) ? " points" : "";
        return arrow() + " " + (change > 0 ? "+" : "") + numbers.figure(change == 0 ? 0 : change, unit) + points;
    }
}
