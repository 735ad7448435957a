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

    /** How a target stands. */
    static String of(TargetOutcome outcome) {
        String subject = subject(outcome.kpi(), outcome.slice());
        return switch (outcome.achievement()) {
            case ACHIEVED -> subject + " reached its " + target(outcome) + value(outcome);
            case MISSED, BROKEN -> subject + " missed its " + target(outcome) + value(outcome);
            case HELD -> subject + " held its " + target(outcome) + " so far" + value(outcome);
            case NO_DATA -> subject + " has no data for its " + target(outcome);
            case NOT_YET_DUE -> subject + " is on the way to its " + target(outcome) + value(outcome) + way(outcome);
        };
    }

    private static String way(TargetOutcome outcome) {
        Unit unit = outcome.kpi().unit();
        StringBuilder way = new StringBuilder();
        outcome.progress().ifPresent(progress -> way.append(", ").append(shown(progress, Unit.PERCENT))
                .append(" of the way"));
        outcome.required().ifPresent(required -> way.append("; it takes ").append(shown(required, unit))
                .append(" a ").append(outcome.asOf().orElseThrow().grain().word()));
        outcome.pace().ifPresent(pace -> {
            way.append("; at this pace it gets to ").append(shown(pace.projection().value(), unit));
            pace.projection().band().ifPresent(band -> way.append(" (").append(shown(band.low(), unit)).append(" to ")
                    .append(shown(band.high(), unit)).append(')'));
            way.append(switch (pace.verdict()) {
                case ON_PACE -> ", which is enough";
                case AT_RISK -> ", which may not be enough";
                case OFF_PACE -> ", which is not enough";
                case TOO_EARLY -> ", but it is early";
                case UNKNOWN -> "";
            });
        });
        return way.toString();
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
