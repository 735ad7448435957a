package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.Definitions.Demand;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.UnitDefinition;
import org.kpilang.model.UseDefinition;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/**
 * Takes definitions of a library into a model of one's own: {@link Definitions#adopting}. First names are bound, then
 * it is found out which KPIs are asked and what they need, and that is put together. For one use.
 */
public final class Adoption {

    private final Definitions library;
    private final Definitions own;
    private final List<UseDefinition> uses;
    private final FunctionRegistry functions;
    private final LibraryNames names;
    private final LibraryBindings bindings;
    private final Findings findings;
    private final Map<String, Demand> demands = new HashMap<>();

    private Adoption(Definitions library, List<UseDefinition> uses, Definitions own, FunctionRegistry functions,
            LibraryBindings bindings, Findings findings) {
        this.library = library;
        this.own = own;
        this.uses = uses.stream().filter(use -> !use.renames()).toList();
        this.functions = functions;
        this.names = new LibraryNames(library, own);
        this.bindings = bindings;
        this.findings = findings;
    }

    public static Checked<Definitions> of(
            Definitions library, List<UseDefinition> uses, Definitions own, FunctionRegistry functions) {
        Findings findings = new Findings();
        LibraryNames names = new LibraryNames(library, own);
        LibraryBindings bindings = new LibraryBindings(names, findings);
        uses.stream().filter(use -> !use.renames()).forEach(use -> use.bindings().forEach(bindings::bind));
        List<Definition> all = new ArrayList<>(own.all());
        for (UseDefinition use : uses) {
            if (use.renames()) {
                all.addAll(new RenamedUse(use, names, bindings, functions, findings).definitions());
            }
        }
        return new Adoption(library, uses, new Definitions(all, own.demands()), functions, bindings, findings).adopt();
    }

    private Checked<Definitions> adopt() {
        Set<String> wanted = wanted();
        if (findings.hasErrors()) {
            return Checked.failed(findings.inOrder());
        }
        Set<String> asked = asked(wanted);
        LibraryReach reach = new LibraryReach(names, functions);
        own.all().forEach(reach::follow);
        asked.forEach(reach::name);
        bindings.all().forEach(binding -> reach.follow(binding.value(), List.of()));
        reach.run(bindings.replaced().keySet());
        reach.neededThere().forEach(name -> bindings.checkKind(name, names.own(name)));
        if (isBound()) {
            refuseMissing(bindings.missing(reach), asked);
        }
        return findings.hasErrors() ? Checked.failed(findings.inOrder())
                : Checked.of(together(reach), findings.inOrder());
    }

    private boolean isBound() {
        return !bindings.all().isEmpty();
    }

    // What is asked, and what that needs ------------------------------------------------------------------------------

    /** The KPIs that are listed as wanted; if there are none, all are. */
    private Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>();
        for (UseDefinition use : uses) {
            for (UseDefinition.Wanted each : use.only()) {
                if (!names.isKpi(each.kpi())) {
                    findings.unknown(DiagnosticCode.UNKNOWN_NAME, each.origin(),
                            "there is no KPI `" + each.kpi() + "` in what is used here", each.kpi(), null,
                            names.kpis());
                }
                wanted.add(each.kpi());
            }
        }
        return wanted;
    }

    /** The KPIs of the library that have a place in the model for their own sake. */
    private Set<String> asked(Set<String> wanted) {
        Set<String> asked = new LinkedHashSet<>();
        for (String id : names.kpis()) {
            if (isGone(id)) {
                continue;
            }
            Demand demand = demand(id, wanted);
            demands.put(id, demand);
            if (demand != Demand.BY_NAME) {
                asked.add(id);
            }
        }
        return asked;
    }

    /** Whether something else has taken the place of a KPI. */
    private boolean isGone(String id) {
        return names.values(id).stream().filter(KpiDefinition.class::isInstance).allMatch(names::isReplaced)
                || bindings.replaced().containsKey(id) && names.input(id) == null;
    }

    private Demand demand(String id, Set<String> wanted) {
        if (!wanted.isEmpty()) {
            return wanted.contains(id) ? Demand.ALWAYS : Demand.BY_NAME;
        } else if (library.demand(id) == Demand.BY_NAME) {
            return Demand.BY_NAME;
        } else if (isBound()) {
            return missing(id).isEmpty() ? Demand.ALWAYS : Demand.BY_NAME;
        }
        return Demand.WITH_FACTS;
    }

    /** The inputs of the library that a KPI of it needs and that are neither bound nor declared here. */
    private Set<String> missing(String kpi) {
        LibraryReach reach = new LibraryReach(names, functions);
        reach.name(kpi);
        reach.run(bindings.replaced().keySet());
        return bindings.missing(reach);
    }

    private void refuseMissing(Set<String> missing, Set<String> asked) {
        if (missing.isEmpty()) {
            return;
        }
        List<String> needing = asked.stream().filter(id -> !missing(id).isEmpty()).toList();
        int others = needing.size() - 1;
        String who = needing.isEmpty() ? "the formulas of this model need"
                : "`" + needing.get(0) + "`" + (others == 0 ? " needs"
                        : " and " + others + (others == 1 ? " other KPI need" : " other KPIs need"));
        UseDefinition first = uses.stream().filter(use -> !use.bindings().isEmpty()).findFirst().orElseThrow();
        bindings.refuseMissing(first.origin(), who, missing);
    }

    // What comes of it ------------------------------------------------------------------------------------------------

    private Definitions together(LibraryReach reach) {
        Map<String, Unit> otherUnits = bindings.otherUnits();
        Set<String> there = new HashSet<>(names.ownNames());
        Set<Definition> kept = new LinkedHashSet<>();
        boolean sameValues = bindings.replaced().isEmpty() && otherUnits.isEmpty();
        for (String name : reach.values()) {
            for (Definition definition : names.values(name)) {
                boolean measure = definition instanceof KpiDefinition kpi && kpi.isMeasure();
                if (names.isReplaced(definition)) {
                    sameValues &= definition instanceof InputDefinition;
                } else if (measure || !bindings.replaced().containsKey(name)) {
                    kept.add(definition);
                    there.add(name);
                }
            }
        }
        Refitting refitting = new Refitting(bindings.replaced(), otherUnits, sameValues, there);
        List<Definition> all = new ArrayList<>();
        names.functions().values().forEach(function -> all.add(refitting.of(function)));
        all.addAll(own.all());
        Set<String> declared = own.of(DimensionDefinition.class).stream().map(DimensionDefinition::name)
                .collect(Collectors.toSet());
        for (Definition definition : library.all()) {
            if (kept.contains(definition)) {
                all.add(refitting.of(definition));
            } else if (definition instanceof UnitDefinition unit) {
                if (!names.ownUnits().containsKey(unit.name()) && !otherUnits.containsKey(unit.name())) {
                    all.add(unit);
                }
            } else if (definition instanceof DimensionDefinition dimension) {
                if (!declared.contains(dimension.name()) && reach.dimensions().contains(dimension.name())) {
                    all.add(dimension);
                }
            } else if (!(definition instanceof FunctionDefinition) && !LibraryNames.isValue(definition)) {
                all.add(definition);
            }
        }
        demands.keySet().retainAll(there);
        return new Definitions(all, own.demands()).demanding(demands);
    }
}
