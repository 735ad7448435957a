package org.kpilang.model.internal;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;

/** A target leads the way that is better. */
final class DirectionCheck implements Check {

    private final Draft draft;
    private final ConstantValues constants;
    private final Findings findings;

    DirectionCheck(Draft draft, ConstantValues constants, Findings findings) {
        this.draft = draft;
        this.constants = constants;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            Property.Better better = kpi.property(Property.Better.class).orElse(null);
            if (better != null) {
                kpi.properties(Property.Target.class).forEach(target -> target(kpi, better, target));
                kpi.properties(Property.TargetChange.class).forEach(change -> change(better, change));
            }
        }
    }

    private void target(KpiDefinition kpi, Property.Better better, Property.Target target) {
        OptionalDouble value = constants.of(target.value());
        Property.Baseline baseline = kpi.property(Property.Baseline.class).orElse(null);
        // The baseline is that of the whole, and not of a part.
        Expression start = target.from() != null ? target.from()
                : baseline == null || target.slice() != null ? null : baseline.value();
        if (value.isEmpty()) {
            return;
        } else if (better.way() == Property.Better.Way.BETWEEN) {
            between(better, target, value.getAsDouble());
        } else if (start != null && constants.of(start).isPresent()) {
            double change = value.getAsDouble() - constants.of(start).getAsDouble();
            if (isWorse(better, change)) {
                against(place(target.value(), target.origin()),
                        "the target goes from `" + start + "` to `" + target.value() + "`", better);
            }
        }
    }

    private void change(Property.Better better, Property.TargetChange target) {
        OptionalDouble change = constants.of(target.change());
        if (change.isPresent() && isWorse(better, change.getAsDouble())) {
            against(place(target.change(), target.origin()), "the target is a change by `" + target.change() + "`", better);
        }
    }

    private void between(Property.Better better, Property.Target target, double value) {
        if (isBelow(value, better.low()) || isBelow(-value, better.high(), -1)) {
            findings.warning(DiagnosticCode.AGAINST_DIRECTION, place(target.value(), target.origin()),
                    "the target `" + target.value() + "` lies outside what is better, from `" + better.low() + "` to `"
                            + better.high() + "`", "correct the target, or `better`");
        }
    }

    private boolean isBelow(double value, @Nullable Expression end) {
        return isBelow(value, end, 1);
    }

    private boolean isBelow(double value, @Nullable Expression end, int sign) {
        OptionalDouble fixed = end == null ? OptionalDouble.empty() : constants.of(end);
        return fixed.isPresent() && value < sign * fixed.getAsDouble();
    }

    private static boolean isWorse(Property.Better better, double change) {
        return better.way() == Property.Better.Way.HIGHER && change < 0
                || better.way() == Property.Better.Way.LOWER && change > 0;
    }

    private void against(Origin origin, String what, Property.Better better) {
        boolean higher = better.way() == Property.Better.Way.HIGHER;
        findings.warning(DiagnosticCode.AGAINST_DIRECTION, origin,
                what + ", and the KPI says `better " + (higher ? "higher" : "lower") + "`",
                "correct the target, or write `better " + (higher ? "lower" : "higher") + "`");
    }

    private static Origin place(Expression value, Origin otherwise) {
        return value.origin().isKnown() ? value.origin() : otherwise;
    }
}
