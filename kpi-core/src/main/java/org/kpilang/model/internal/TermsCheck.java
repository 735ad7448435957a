package org.kpilang.model.internal;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.model.TargetTerms;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** A tolerance lies on one side of its target, and a target is approached in a way that leads there. */
final class TermsCheck implements Check {

    private final Draft draft;
    private final ConstantValues constants;
    private final Findings findings;
    private final Calendar calendar;
    private final RollUp rollUp;

    TermsCheck(Draft draft, ConstantValues constants, Findings findings) {
        this.draft = draft;
        this.constants = constants;
        this.findings = findings;
        this.calendar = draft.calendar();
        this.rollUp = RollUp.of(draft);
    }

    @Override
    public void run() {
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            for (Property.Wanted target : kpi.properties(Property.Wanted.class)) {
                tolerance(kpi, target);
                if (target.terms().course() != null) {
                    course(kpi, target, target.terms().course());
                }
                if (target.terms().count() != null) {
                    count(target, target.terms().count());
                }
            }
            kpi.property(Property.Status.class).ifPresent(status ->
                    notNegative(status.caution().margin(), "margin", status));
        }
    }

    private void tolerance(KpiDefinition kpi, Property.Wanted wanted) {
        Expression tolerance = wanted.terms().tolerance();
        notNegative(tolerance, "tolerance", wanted);
        boolean sided = kpi.property(Property.Better.class).isPresent()
                || !(wanted instanceof Property.Target target) || target.from() != null
                || kpi.property(Property.Baseline.class).isPresent();
        if (tolerance != null && !sided) {
            findings.error(DiagnosticCode.TOLERANCE_WITHOUT_DIRECTION, wanted.origin(),
                    "`" + Symbols.name(kpi) + "` does not say whether more or less is better, so it is not known on"
                            + " which side of the target the tolerance lies", "add `better higher` or `better lower`");
        }
    }

    private void notNegative(@Nullable Expression amount, String what, Property property) {
        OptionalDouble value = amount == null ? OptionalDouble.empty() : constants.of(amount);
        if (value.isPresent() && value.getAsDouble() < 0) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, property.origin(),
                    "the " + what + " `" + amount + "` is negative",
                    "write it without the sign: it holds on either side");
        }
    }

    private void course(KpiDefinition kpi, Property.Wanted wanted, TargetTerms.Course course) {
        boolean adds = rollUp.addsUp(Symbols.name(kpi));
        if (course instanceof TargetTerms.Course.Steps steps && isUnknown(wanted, steps.unit())) {
            return;
        } else if (wanted instanceof Property.TargetDirection) {
            refuse(wanted, "a direction has no end that it leads to", "say how far: `target -10% during 2026`");
        } else if (wanted instanceof Property.Target target) {
            if (target.from() == null && course instanceof TargetTerms.Course.Steps) {
                refuse(wanted, "it is not said where the steps start", "add it, as in `from 4 at 2026-01`");
            } else if (target.by() == null) {
                refuse(wanted, "it is not said by when the target is to be reached", "add the period, as in `by 2026`");
            } else if (target.from() == null && !adds) {
                refuse(wanted, "`" + Symbols.name(kpi) + "` does not add up over time, so there is no total to spread",
                        "say where it starts, as in `from 4 at 2025-12`");
            } else if (target.from() != null && adds && course instanceof TargetTerms.Course.Like) {
                refuse(wanted, "a total is spread, and a path of what adds up is not",
                        "leave out `from`, and write the total as in `target 1.2M by 2026`");
            } else if (course instanceof TargetTerms.Course.Like like) {
                like(wanted, target.by(), like.period(), target.start());
            }
        } else if (wanted instanceof Property.TargetChange change && course instanceof TargetTerms.Course.Like like) {
            like(wanted, change.during(), like.period(), null);
        }
    }

    /** The period whose shape is taken lies before the one that is due. */
    private void like(Property.Wanted wanted, String due, String shape, @Nullable String start) {
        Period end = quietly(due);
        Period model = quietly(shape);
        Period begin = start == null ? null : quietly(start);
        if (end == null || model == null) {
            return;
        } else if (begin == null && end.grain() != model.grain()) {
            refuse(wanted, "`" + due + "` is a " + word(end) + ", and `" + shape + "` is a " + word(model),
                    "name a " + word(end) + " before it");
        } else if (!model.window().lastDay().isBefore(end.window().lastDay())) {
            refuse(wanted, "`" + shape + "` does not end before `" + due + "`, so its shape is not known",
                    "name a " + word(model) + " before it");
        } else if (begin != null && !isAsLong(begin, end, model)) {
            refuse(wanted, "the way from `" + start + "` to `" + due + "` is not as long as `" + shape + "`",
                    "name a period that is, such as the year before it");
        }
    }

    /** Whether a period has as many parts as lie between two others; of days and weeks a year may have one more. */
    private boolean isAsLong(Period begin, Period end, Period model) {
        if (!calendar.nests(end.grain(), model.grain())) {
            return false;
        }
        int parts = end.ordinal() - calendar.ordinal(end.grain(), begin.window().lastDay());
        int more = end.grain().compareTo(Grain.MONTH) < 0 ? 1 : 0;
        return Math.abs(parts - model.window().in(end.grain()).length()) <= more;
    }

    /** A period, or null if it is none, which is told elsewhere. */
    private @Nullable Period quietly(String text) {
        try {
            return calendar.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String word(Period period) {
        return period.grain().name().toLowerCase(Locale.ROOT);
    }

    private void count(Property.Wanted wanted, TargetTerms.Count count) {
        String said = count instanceof TargetTerms.Count.Every every
                ? "every " + every.unit().name().toLowerCase(Locale.ROOT) : "any period";
        if (count instanceof TargetTerms.Count.Every every && isUnknown(wanted, every.unit())) {
            return;
        } else if (!(wanted instanceof Property.Target target)) {
            refuse(wanted, "a change or a direction is not for " + said, "leave out `" + said + "`");
        } else if (target.from() != null || target.terms().course() != null) {
            refuse(wanted, "a target for " + said + " is no path", "leave out `" + said + "`, or the path");
        } else if (constants.of(target.value()).isEmpty()) {
            refuse(wanted, "a formula gives each period its own figure", "leave out `" + said + "`");
        }
    }

    /** Whether the calendar does not know a length of time, which is said. */
    private boolean isUnknown(Property.Wanted wanted, PeriodUnit unit) {
        boolean unknown = !calendar.nests(Grain.DAY, Grain.valueOf(unit.name()));
        if (unknown) {
            refuse(wanted, "the calendar has no " + unit.name().toLowerCase(Locale.ROOT) + "s",
                    "name a length of time that it has");
        }
        return unknown;
    }

    private void refuse(Property.Wanted wanted, String message, String hint) {
        findings.error(DiagnosticCode.COURSE_NOT_VALID, wanted.origin(), message, hint);
    }
}
