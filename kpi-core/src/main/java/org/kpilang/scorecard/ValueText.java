package org.kpilang.scorecard;

import org.kpilang.unit.Unit;

/**
 * How values are written in sentences, with their unit. The numbers of the reports are one way:
 * {@code Numbers.of(model)::text}.
 */
@FunctionalInterface
public interface ValueText {

    String of(double value, Unit unit);

    /** How far two values of a unit lie apart: of percentages in points. */
    default String ofDifference(double difference, Unit unit) {
        return unit.isShownTimesHundred() ? of(difference * 100, Unit.POINTS) : of(difference, unit);
    }
}
