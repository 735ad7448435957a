package org.kpilang.model.internal;

import org.kpilang.expression.ExpressionDepth;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;

/**
 * A model does not have too many definitions, and no formula is nested too deeply. This comes before everything that
 * walks into formulas.
 */
final class SizeCheck implements Check {

    private final Definitions definitions;
    private final Limits limits;
    private final Findings findings;

    SizeCheck(Definitions definitions, Limits limits, Findings findings) {
        this.definitions = definitions;
        this.limits = limits;
        this.findings = findings;
    }

    @Override
    public void run() {
        int most = (int) limits.of(Limit.DEFINITIONS);
        if (definitions.all().size() > most) {
            findings.error(Limit.DEFINITIONS.code(), definitions.all().get(most).origin(),
                    "there are more than " + limits.shown(Limit.DEFINITIONS) + " definitions", "make several models of them");
            return;
        }
        long deepest = limits.of(Limit.NESTING);
        for (Definition definition : definitions.all()) {
            for (Formula formula : Formula.all(definition)) {
                int depth = ExpressionDepth.of(formula.expression());
                if (depth > deepest) {
                    findings.error(DiagnosticCode.TOO_DEEP, formula.expression().origin(),
                            "`" + Symbols.name(definition) + "` is nested " + depth + " levels deep; the limit is "
                                    + deepest, "give the inner parts names of their own");
                }
            }
        }
    }
}
