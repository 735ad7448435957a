package org.kpilang.model.internal;

import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;

/** A path has two ends in time, and a direction is the one that is better. */
final class TargetCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    TargetCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            kpi.properties(Property.Target.class).forEach(this::path);
            kpi.properties(Property.TargetDirection.class).forEach(direction -> direction(kpi, direction));
        }
    }

    private void path(Property.Target target) {
        if (target.from() == null) {
            return;
        }
        String from = Parts.isShort(target.from()) ? target.from().toString() : "…";
        String value = Parts.isShort(target.value()) ? target.value().toString() : "…";
        if (target.start() == null) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, target.origin(), "it is not said when the path starts",
                    "add the period, as in `from " + from + " at 2026-01`");
        } else if (target.by() == null) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, target.origin(), "it is not said when the target is due",
                    "add the period, as in `target " + value + " by 2026-12 from " + from + " at " + target.start()
                            + "`");
        }
    }

    private void direction(KpiDefinition kpi, Property.TargetDirection direction) {
        Property.Better better = kpi.property(Property.Better.class).orElse(null);
        if (better != null && better.way() != direction.way()) {
            boolean higher = direction.way() == Property.Better.Way.HIGHER;
            String wanted = higher ? "higher" : "lower";
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, direction.origin(), "the target is " + wanted + ", and "
                    + switch (better.way()) {
                        case HIGHER -> "higher is better";
                        case LOWER -> "lower is better";
                        case BETWEEN -> "what lies between is better";
                    }, "correct one of the two");
        }
    }
}
