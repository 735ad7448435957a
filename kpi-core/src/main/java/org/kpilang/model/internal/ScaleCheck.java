package org.kpilang.model.internal;

import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;

/** What is judged rather than counted says on which scale. */
final class ScaleCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    ScaleCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            for (Property.Nature nature : kpi.properties(Property.Nature.class)) {
                if (nature.qualitative() && nature.low() == null) {
                    findings.warning(DiagnosticCode.NO_SCALE, nature.origin(),
                            "it is not said on which scale `" + Symbols.name(kpi) + "` is judged",
                            "add the scale, such as `qualitative on 1 to 5`");
                }
            }
        }
    }
}
