package org.kpilang.scorecard;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/** The words of events. */
final class Sentences {

    private Sentences() {}

    static String subject(Kpi kpi, Slice slice) {
        return kpi.title() + (slice.isTotal() ? "" : " (" + slice + ")");
    }

    static LocalDate day(TargetOutcome outcome) {
        return outcome.asOf().or(outcome::due).map(Period::window).orElseThrow().lastDay();
    }

    static String target(TargetOutcome outcome, ValueText text) {
        Property.Wanted said = outcome.target();
        if (said instanceof Property.TargetDirection direction) {
            return "target to be " + (direction.way() == Property.Better.Way.LOWER ? "lower" : "higher");
        }
        String due = outcome.due().map(period -> " by " + period).orElse("");
        return "target" + outcome.goal().map(goal -> " of " + text.of(goal.target(), outcome.kpi().unit())).orElse("")
                + due;
    }

    /** How a target stands. */
    static String of(TargetOutcome outcome, ValueText text) {
        String subject = subject(outcome.kpi(), outcome.slice());
        return switch (outcome.achievement()) {
            case ACHIEVED -> subject + " reached its " + target(outcome, text) + value(outcome, text);
            case MISSED, BROKEN -> subject + " missed its " + target(outcome, text) + value(outcome, text);
            case HELD -> subject + " held its " + target(outcome, text) + " so far" + value(outcome, text);
            case NO_DATA -> subject + " has no data for its " + target(outcome, text);
            case NOT_YET_DUE -> subject + " is on the way to its " + target(outcome, text) + value(outcome, text)
                    + way(outcome, text);
        };
    }

    private static String way(TargetOutcome outcome, ValueText text) {
        Unit unit = outcome.kpi().unit();
        StringBuilder way = new StringBuilder();
        outcome.progress().ifPresent(progress -> way.append(", ").append(text.of(progress, Unit.PERCENT))
                .append(" of the way"));
        OptionalDouble left = outcome.isReached() ? OptionalDouble.empty() : outcome.required();
        way.append(outcome.isReached() ? ", which meets it already" : "");
        left.ifPresent(required -> way.append("; it takes ").append(text.ofDifference(required, unit))
                .append(" a ").append(outcome.asOf().orElseThrow().grain().word()));
        outcome.pace().ifPresent(pace -> {
            way.append("; at this pace it gets to ").append(text.of(pace.projection().value(), unit));
            pace.projection().band().ifPresent(band -> way.append(" (").append(text.of(band.low(), unit)).append(" to ")
                    .append(text.of(band.high(), unit)).append(')'));
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

    static String value(TargetOutcome outcome, ValueText text) {
        return outcome.value().isEmpty() || outcome.asOf().isEmpty() ? ""
                : ": " + text.of(outcome.value().getAsDouble(), outcome.kpi().unit()) + " in " + outcome.asOf().get();
    }
}
