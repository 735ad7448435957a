package org.kpilang.model.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.source.DiagnosticCode;

/**
 * Functions and constants are used. Inputs and dimensions need not be, since tables may have more columns than there
 * are questions; nor need anything in a model of several files, which may be there for others.
 */
final class UnusedCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    UnusedCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        List<Definition> all = draft.definitions().all();
        boolean alone = all.stream().allMatch(definition -> definition.origin().isKnown())
                && all.stream().map(definition -> definition.origin().source()).distinct().count() == 1;
        if (!alone || all.stream().noneMatch(KpiDefinition.class::isInstance)) {
            return;
        }
        Set<String> values = new HashSet<>();
        Set<String> functions = new HashSet<>();
        for (Formula formula : draft.formulas()) {
            for (Expression part : draft.parts(formula)) {
                if (part instanceof Reference reference && !formula.parameters().contains(reference.name())) {
                    values.add(reference.name());
                } else if (part instanceof Call call) {
                    functions.add(call.function());
                }
            }
        }
        for (Definition definition : all) {
            String name = definition instanceof ConstantDefinition || definition instanceof FunctionDefinition
                    ? Symbols.name(definition) : null;
            Set<String> used = definition instanceof ConstantDefinition ? values : functions;
            if (name != null && !used.contains(name)) {
                findings.warning(DiagnosticCode.UNUSED, definition.origin(),
                        "`" + name + "` is " + Symbols.sort(definition) + " that no formula uses", "use it, or leave it out");
            }
        }
    }
}
