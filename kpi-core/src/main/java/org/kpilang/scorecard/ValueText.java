package org.kpilang.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import org.kpilang.unit.Unit;

/**
 * How values are written in sentences, with their unit. The numbers of the reports are one way:
 * {@code Numbers.of(model)::text}; {@link #BRIEF} needs no model.
 */
@FunctionalInterface
public interface ValueText {

    /** Four digits, or all that stand before the point: {@code 42.5%}, {@code 123456 USD}. */
    ValueText BRIEF = ValueText::brief;

    String of(double value, Unit unit);

    /** How far two values of a unit lie apart: of percentages in points. */
    default String ofDifference(double difference, Unit unit) {
        return unit.isShownTimesHundred() ? of(difference * 100, Unit.POINTS) : of(difference, unit);
    }

    private static String brief(double value, Unit unit) {
        MathContext four = new MathContext(4);
        BigDecimal exact = BigDecimal.valueOf(value).movePointRight(unit.isShownTimesHundred() ? 2 : 0);
        int whole = exact.precision() - exact.scale();
        // A double has no more than 15 digits that can be trusted.
        BigDecimal rounded = exact.round(whole >= four.getPrecision() ? new MathContext(Math.min(whole, 15)) : four);
        String number = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return unit.isPercent() ? number + "%"
                : unit.isPure() || unit.equals(Unit.ANY) || unit.equals(Unit.BARE) ? number : number + " " + unit;
    }
}
