package org.kpilang.model.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.model.TargetTerms;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.time.Calendar;
import org.kpilang.time.Period;

/** Periods in properties are written as the calendar reads them, and do not end before they start. */
final class PeriodCheck implements Check {

    private final Draft draft;
    private final Calendar calendar;
    private final Findings findings;

    PeriodCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.calendar = draft.calendar();
        this.findings = findings;
    }

    @Override
    public void run() {
        for (ObjectiveDefinition objective : draft.definitions().of(ObjectiveDefinition.class)) {
            objective.properties().forEach(this::check);
        }
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            kpi.properties().forEach(this::check);
            Period since = kpi.property(Property.Since.class).map(property -> quietly(property.period())).orElse(null);
            kpi.property(Property.Until.class).ifPresent(until -> inOrder(since, quietly(until.period()), until.origin(),
                    "the definition ends before it begins"));
        }
    }

    private void check(Property property) {
        if (property instanceof Property.Wanted wanted
                && wanted.terms().course() instanceof TargetTerms.Course.Like like) {
            read(like.period(), wanted.origin());
        }
        if (property instanceof Property.Target target) {
            Period by = read(target.by(), target.origin());
            Period start = read(target.start(), target.origin());
            inOrder(start, by, target.origin(), "the target is due before its path starts");
        } else if (property instanceof Property.TargetChange target) {
            read(target.during(), target.origin());
        } else if (property instanceof Property.TargetDirection target) {
            read(target.during(), target.origin());
        } else if (property instanceof Property.KeyResult result) {
            read(result.by(), result.origin());
        } else if (property instanceof Property.Baseline baseline) {
            read(baseline.at(), baseline.origin());
        } else if (property instanceof Property.Since since) {
            read(since.period(), since.origin());
        } else if (property instanceof Property.Until until) {
            read(until.period(), until.origin());
        } else if (property instanceof Property.Example example) {
            read(example.during(), example.origin());
        }
    }

    private void inOrder(@Nullable Period start, @Nullable Period end, Origin origin, String message) {
        if (start != null && end != null
                && calendar.lastDay(end.grain(), end.ordinal()).isBefore(calendar.firstDay(start.grain(), start.ordinal()))) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, origin, message, "exchange `" + start + "` and `" + end + "`");
        }
    }

    private @Nullable Period read(@Nullable String text, Origin origin) {
        try {
            return text == null ? null : calendar.parse(text);
        } catch (IllegalArgumentException e) {
            findings.error(DiagnosticCode.PERIOD_NOT_VALID, origin, e.getMessage());
            return null;
        }
    }

    private @Nullable Period quietly(String text) {
        try {
            return calendar.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
