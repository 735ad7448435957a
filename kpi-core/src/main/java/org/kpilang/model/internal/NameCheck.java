package org.kpilang.model.internal;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Statistics;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.expression.Reference;
import org.kpilang.function.Function;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.source.DiagnosticCode;

/** Every name in a formula stands for an input, a KPI, a constant or a parameter. */
final class NameCheck implements Check {

    private static final Pattern CELL = Pattern.compile("[A-Z]{1,2}[1-9][0-9]*");

    private final Draft draft;
    private final Findings findings;

    NameCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Formula formula : draft.formulas()) {
            if (formula.property() == null && formula.owner() instanceof KpiDefinition kpi && kpi.isMeasure()) {
                // It is the input of its name, or was refused for not being one.
                continue;
            }
            for (Expression part : draft.parts(formula)) {
                if (part instanceof Reference reference && !formula.parameters().contains(reference.name())
                        && draft.symbols().value(reference.name()) == null) {
                    notDefined(reference, formula);
                }
            }
        }
    }

    private void notDefined(Reference reference, Formula formula) {
        String name = reference.name();
        Set<String> variants = draft.symbols().variants(name);
        if (!variants.isEmpty()) {
            findings.error(DiagnosticCode.UNKNOWN_NAME, reference.origin(), "`" + name + "` is not defined without a variant",
                    "write `" + String.join("` or `", variants) + "`");
            return;
        }
        String otherSort = otherSort(name);
        if (otherSort != null) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, reference.origin(),
                    "`" + name + "` is " + otherSort + ", not a number", useOf(name));
            return;
        }
        if (!isVariantOfKpi(reference)) {
            findings.unknown(DiagnosticCode.UNKNOWN_NAME, reference.origin(), "`" + name + "` is not defined", name,
                    CELL.matcher(name).matches() ? "a cell of a spreadsheet has no meaning here: write the name of an input"
                            : "if its figures are loaded, declare it: `input " + Names.written(name) + " : flow`",
                    draft.symbols().valueNames(), formula.parameters());
        }
    }

    /** Whether a name is that of a KPI and, after a point, of a variant that it has not; then it is said. */
    private boolean isVariantOfKpi(Reference reference) {
        String name = reference.name();
        String kpi = name.substring(0, Math.max(0, name.indexOf('.')));
        Set<String> variants = draft.symbols().variants(kpi);
        if (variants.isEmpty() && !(draft.symbols().value(kpi) instanceof KpiDefinition)) {
            return false;
        }
        String variant = name.substring(kpi.length() + 1);
        findings.unknown(DiagnosticCode.UNKNOWN_NAME, reference.origin(),
                "`" + kpi + "` has no variant `" + variant + "`", variant,
                variants.isEmpty() ? "it has none: write `" + kpi + "`" : "there is `" + String.join("`, `", variants) + "`",
                variants.stream().map(each -> each.substring(kpi.length() + 1)).toList());
        return true;
    }

    private @Nullable String otherSort(String name) {
        Definition other = draft.symbols().other(name);
        if (other != null) {
            return Symbols.sort(other);
        }
        Function function = draft.functions().find(name).orElse(null);
        if (function != null && !CallCheck.isStatistic(function)) {
            return "a function";
        } else if (Statistics.named(name).isPresent()) {
            return "a statistic";
        }
        return Symbols.isPredeclared(name) ? "a unit" : null;
    }

    /** How a name that is no number is written where it belongs. */
    private @Nullable String useOf(String name) {
        Definition other = draft.symbols().other(name);
        if (other instanceof FunctionDefinition function) {
            return "call it: `" + name + "(" + String.join(", ", function.parameters()) + ")`";
        }
        Function function = draft.functions().find(name).orElse(null);
        if (other == null && function != null && !CallCheck.isStatistic(function)) {
            return "call it: `" + function.signature() + "`";
        } else if (other == null && Statistics.named(name).isPresent()) {
            return "say of what and over which periods: `" + name + "(x over 12 months)`";
        } else if (draft.symbols().dimensions().containsKey(name)) {
            return "write it inside brackets: `[" + name + " = \"…\"]`";
        }
        return draft.symbols().isUnit(name) ? "write it after a number: `1 " + name + "`" : null;
    }
}
