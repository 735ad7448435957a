package org.kpilang.model.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.model.KpiDefinition;
import org.kpilang.source.DiagnosticCode;

/** A formula is written once; what is written twice is changed once. */
final class SameFormulaCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    SameFormulaCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        Map<Expression, KpiDefinition> first = new HashMap<>();
        Collection<KpiDefinition> kpis = draft.symbols().values(KpiDefinition.class).values();
        if (kpis.size() < 2) {
            return;
        }
        for (KpiDefinition kpi : kpis) {
            if (kpi.formula() instanceof Reference || kpi.formula() instanceof NumberLiteral) {
                continue;
            }
            KpiDefinition before = first.putIfAbsent(kpi.formula(), kpi);
            if (before != null && !before.name().equals(kpi.name())) {
                findings.warning(DiagnosticCode.SAME_FORMULA, kpi.formula().origin(),
                        "`" + Symbols.name(kpi) + "` has the same formula as `" + Symbols.name(before) + "`",
                        "write `= " + Symbols.name(before) + "`, so that the two stay the same");
            }
        }
    }
}
