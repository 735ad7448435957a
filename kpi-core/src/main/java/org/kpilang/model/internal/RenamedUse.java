package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpilang.expression.Expression;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.UseDefinition;
import org.kpilang.source.DiagnosticCode;

/**
 * KPIs of a library under names of their own, with bindings of their own: {@code use standard.saas only arpa as
 * streaming_arpa with revenue = streaming_revenue}. What they need of the library and would be another thing under
 * these bindings is written out in their formulas; all else they share with the rest. For one use.
 */
final class RenamedUse {

    private final UseDefinition use;
    private final LibraryNames names;
    private final LibraryBindings bindings;
    private final FunctionRegistry functions;
    private final Findings findings;
    /** What stands for names of the library in the formulas, written out. */
    private final Map<String, Expression> values = new HashMap<>();

    /** @param shared what names stand for where nothing else is said */
    RenamedUse(UseDefinition use, LibraryNames names, LibraryBindings shared, FunctionRegistry functions,
            Findings findings) {
        this.use = use;
        this.names = names;
        this.functions = functions;
        this.findings = findings;
        this.bindings = shared.with(use.bindings());
        this.values.putAll(bindings.replaced());
    }

    /** The KPIs under their new names; none where something is wrong. */
    List<Definition> definitions() {
        List<Definition> renamed = new ArrayList<>();
        for (UseDefinition.Wanted wanted : use.only()) {
            if (!names.isKpi(wanted.kpi())) {
                findings.unknown(DiagnosticCode.UNKNOWN_NAME, wanted.origin(),
                        "there is no KPI `" + wanted.kpi() + "` in what is used here", wanted.kpi(), null,
                        names.kpis());
            } else if (wanted.name() == null) {
                findings.error(DiagnosticCode.NOT_RENAMED, wanted.origin(), "`" + wanted.kpi()
                        + "` has no name of its own here, and others beside it have one",
                        "write `" + wanted.kpi() + " as …`, or use the file once more for it");
            } else if (isComplete(wanted)) {
                renamed.addAll(renamed(wanted));
            }
        }
        return renamed;
    }

    private boolean isComplete(UseDefinition.Wanted wanted) {
        Set<String> missing = bindings.missing(reach(wanted.kpi()));
        if (!missing.isEmpty()) {
            bindings.refuseMissing(use.origin(), "`" + wanted.name() + "` needs", missing);
        }
        return missing.isEmpty();
    }

    private LibraryReach reach(String name) {
        LibraryReach reach = new LibraryReach(names, functions);
        reach.name(name);
        reach.run(bindings.replaced().keySet());
        return reach;
    }

    private List<Definition> renamed(UseDefinition.Wanted wanted) {
        List<Definition> renamed = new ArrayList<>();
        for (Definition definition : names.values(wanted.kpi())) {
            if (definition instanceof KpiDefinition kpi) {
                KpiDefinition refitted = (KpiDefinition) refitting(kpi).of(kpi);
                String label = wanted.label() != null ? wanted.label() : kpi.label();
                // A KPI that is what is measured is the value of what stands for its input.
                Expression formula = kpi.isMeasure() ? values.getOrDefault(kpi.name(), kpi.formula())
                        : refitted.formula();
                renamed.add(new KpiDefinition(wanted.name(), label, null, formula, refitted.properties(),
                        wanted.origin()));
            }
        }
        return renamed;
    }

    private Refitting refitting(Definition definition) {
        LibraryReach needed = new LibraryReach(names, functions);
        needed.follow(definition);
        for (String name : needed.values()) {
            writeOut(name);
        }
        return new Refitting(values, bindings.otherUnits(), false, names.ownNames());
    }

    /** Notes the formula of a KPI or a constant that would be another one under the bindings. */
    private void writeOut(String name) {
        if (values.containsKey(name) || names.own(name) != null || !isOther(name)) {
            return;
        }
        for (Definition definition : names.values(name)) {
            if (definition instanceof KpiDefinition kpi && !kpi.isMeasure()) {
                values.put(name, ((KpiDefinition) refitting(kpi).of(kpi)).formula());
            } else if (definition instanceof ConstantDefinition constant) {
                values.put(name, ((ConstantDefinition) refitting(constant).of(constant)).value());
            }
        }
    }

    /** Whether something that is bound stands behind a name. */
    private boolean isOther(String name) {
        return names.values(name).stream().noneMatch(InputDefinition.class::isInstance)
                && reach(name).values().stream().anyMatch(bindings.replaced()::containsKey);
    }
}
