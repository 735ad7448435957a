package org.kpilang.scorecard;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.time.Period;

/**
 * Something that the owners of a KPI want to know. The library tells it; what is done then is for the application to
 * say. Immutable.
 */
public sealed interface KpiEvent
        permits StatusChange, KpiEvent.OfTarget, KpiEvent.SignalRaised, KpiEvent.StaleData, KpiEvent.ReviewOverdue {

    Kpi kpi();

    /** The part of the business that it is about; the total for what concerns the KPI as a whole. */
    Slice slice();

    /** The day that it is about: the last one of its period. */
    LocalDate day();

    /** What happened, in plain words and without a full stop. Names are as they were given; escape them on output. */
    String sentence();

    /** Whom it is for: the owners of the KPI on that day, or by its latest definition; none if none is named. */
    default List<String> owners() {
        return kpi().version(day()).orElse(kpi().latest()).property(Property.Owner.class).map(Property.Owner::names)
                .orElse(List.of());
    }

    /** How a target ended. */
    sealed interface OfTarget extends KpiEvent permits TargetReached, TargetMissed {

        TargetOutcome outcome();

        /** What became of it: {@code reached}, {@code missed}. */
        String verb();

        @Override
        default Kpi kpi() {
            return outcome().kpi();
        }

        @Override
        default Slice slice() {
            return outcome().slice();
        }

        @Override
        default LocalDate day() {
            return Sentences.day(outcome());
        }

        @Override
        default String sentence() {
            return Sentences.subject(kpi(), slice()) + " " + verb() + " its " + Sentences.target(outcome(), ValueText.BRIEF)
                    + Sentences.value(outcome(), ValueText.BRIEF);
        }
    }

    /** A target was reached, be it before it is due or then. */
    record TargetReached(TargetOutcome outcome) implements OfTarget {

        public TargetReached {
            Objects.requireNonNull(outcome, "outcome is null");
        }

        @Override
        public String verb() {
            return "reached";
        }
    }

    /** A target was missed in the period in which it was due, or one that holds always was broken. */
    record TargetMissed(TargetOutcome outcome) implements OfTarget {

        public TargetMissed {
            Objects.requireNonNull(outcome, "outcome is null");
        }

        @Override
        public String verb() {
            return "missed";
        }
    }

    /**
     * The values of a KPI did something unusual.
     *
     * @param signals the chart in which it was noticed
     * @param finding one of its findings
     */
    record SignalRaised(KpiSignals signals, SignalFinding finding) implements KpiEvent {

        public SignalRaised {
            Objects.requireNonNull(signals, "signals is null");
            Objects.requireNonNull(finding, "finding is null");
        }

        @Override
        public Kpi kpi() {
            return signals.kpi();
        }

        @Override
        public Slice slice() {
            return signals.slice();
        }

        /** The last day of the period in which it could first be told. */
        @Override
        public LocalDate day() {
            return finding.noticed().window().lastDay();
        }

        @Override
        public String sentence() {
            return finding.sentence(ValueText.BRIEF);
        }
    }

    /**
     * The facts of an input that a KPI needs are older than they should be.
     *
     * @param last     the last period that has facts
     * @param expected the last period that should have some
     */
    record StaleData(Kpi kpi, InputDefinition input, Period last, Period expected) implements KpiEvent {

        public StaleData {
            Objects.requireNonNull(kpi, "kpi is null");
            Objects.requireNonNull(input, "input is null");
            if (last.compareTo(expected) >= 0) {
                throw new IllegalArgumentException("not stale: " + last + ", " + expected);
            }
        }

        @Override
        public Slice slice() {
            return Slice.TOTAL;
        }

        @Override
        public LocalDate day() {
            return expected.window().lastDay();
        }

        @Override
        public String sentence() {
            return kpi.title() + " waits for facts: " + input.name() + " ends with " + last + ", and " + expected
                    + " is over";
        }
    }

    /**
     * A KPI was to be looked at and was not.
     *
     * @param due  the day on which it was due, or null if it was never reviewed
     * @param asOf the day on which that was found
     */
    record ReviewOverdue(Kpi kpi, @Nullable LocalDate due, LocalDate asOf) implements KpiEvent {

        public ReviewOverdue {
            Objects.requireNonNull(kpi, "kpi is null");
            Objects.requireNonNull(asOf, "asOf is null");
        }

        @Override
        public Slice slice() {
            return Slice.TOTAL;
        }

        @Override
        public LocalDate day() {
            return Optional.ofNullable(due).orElse(asOf);
        }

        @Override
        public String sentence() {
            return kpi.title() + (due == null ? " was never reviewed" : " was due for review on " + due);
        }
    }
}
