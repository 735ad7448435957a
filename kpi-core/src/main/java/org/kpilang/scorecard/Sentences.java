package org.kpilang.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/** The words of events. */
final class Sentences {

    /** As many digits as anybody reads in a sentence. */
    private static final MathContext DIGITS = new MathContext(4);
    private static final int WHOLE_DIGITS = 15;

    private Sentences() {}

    static String subject(Kpi kpi, Slice slice) {
        return kpi.title() + (slice.isTotal() ? "" : " (" + slice + ")");
    }

    static LocalDate day(TargetOutcome outcome) {
        return outcome.asOf().or(outcome::due).map(Period::window).orElseThrow().lastDay();
    }

    static String target(TargetOutcome outcome) {
        Property.Wanted said = outcome.target();
        if (said instanceof Property.TargetDirection direction) {
            return "target to be " + (direction.way() == Property.Better.Way.LOWER ? "lower" : "higher");
        }
        String due = outcome.due().map(period -> " by " + period).orElse("");
        return "target" + outcome.goal().map(goal -> " of " + shown(goal.target(), outcome.kpi().unit())).orElse("")
                + due;
    }

    static String value(TargetOutcome outcome) {
        return outcome.value().isEmpty() || outcome.asOf().isEmpty() ? ""
                : ": " + shown(outcome.value().getAsDouble(), outcome.kpi().unit()) + " in " + outcome.asOf().get();
    }

    /** A value for people, in a few digits and its unit. */
    static String shown(double value, Unit unit) {
        BigDecimal exact = BigDecimal.valueOf(value).movePointRight(unit.isShownTimesHundred() ? 2 : 0);
        boolean whole = exact.precision() - exact.scale() >= DIGITS.getPrecision();
        BigDecimal rounded = exact.round(whole
                ? new MathContext(Math.min(Math.max(exact.precision() - exact.scale(), 1), WHOLE_DIGITS)) : DIGITS);
        String number = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return unit.isPercent() ? number + "%"
                : unit.isPure() || unit.equals(Unit.ANY) || unit.equals(Unit.BARE) ? number : number + " " + unit;
    }
}
