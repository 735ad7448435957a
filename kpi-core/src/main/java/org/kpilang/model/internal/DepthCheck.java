package org.kpilang.model.internal;

import org.kpilang.expression.ExpressionDepth;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.source.DiagnosticCode;

/** No formula is nested too deeply. This comes before everything that walks into formulas. */
final class DepthCheck implements Check {

    private final Definitions definitions;
    private final Findings findings;

    DepthCheck(Definitions definitions, Findings findings) {
        this.definitions = definitions;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Definition definition : definitions.all()) {
            for (Formula formula : Formula.all(definition)) {
                int depth = ExpressionDepth.of(formula.expression());
                if (depth > ExpressionDepth.LIMIT) {
                    findings.error(DiagnosticCode.TOO_DEEP, formula.expression().origin(),
                            "`" + Symbols.name(definition) + "` is nested " + depth + " levels deep; the limit is "
                                    + ExpressionDepth.LIMIT, "give the inner parts names of their own");
                }
            }
        }
    }
}
