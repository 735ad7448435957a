package org.kpilang.model.internal;

import java.util.HashSet;
import java.util.Set;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.source.DiagnosticCode;

/** A constant is made of numbers and other constants. */
final class ConstantCheck implements Check {

    private final Draft draft;
    private final Findings findings;
    /** The functions that use an input or a KPI. */
    private final Set<String> depending = new HashSet<>();

    ConstantCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Definition definition : draft.order().definitions()) {
            if (definition instanceof FunctionDefinition function) {
                for (Expression part : Parts.of(function.body(), draft.functions())) {
                    if (part instanceof Reference reference && !function.parameters().contains(reference.name())
                            && varies(reference.name())
                            || part instanceof Call call && depending.contains(call.function())) {
                        depending.add(function.name());
                    }
                }
            } else if (definition instanceof ConstantDefinition constant) {
                check(constant);
            }
        }
    }

    private void check(ConstantDefinition constant) {
        for (Expression part : Parts.of(constant.value(), draft.functions())) {
            if (part instanceof Reference reference && varies(reference.name())) {
                findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, reference.origin(),
                        "`" + reference.name() + "` is " + Symbols.sort(draft.symbols().value(reference.name()))
                                + "; a constant is made of numbers and other constants",
                        "make `" + constant.name() + "` a KPI");
            } else if (part instanceof Call call && depending.contains(call.function())) {
                findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, call.origin(),
                        "`" + call.function() + "` uses an input or a KPI; a constant is made of numbers and other constants",
                        "make `" + constant.name() + "` a KPI");
            }
        }
    }

    private boolean varies(String name) {
        Definition definition = draft.symbols().value(name);
        return definition != null && !(definition instanceof ConstantDefinition);
    }
}
