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

    private static final int MOST_LISTED = 12;

    private final Definitions library;
    private final Definitions own;
    private final List<UseDefinition> uses;
    private final FunctionRegistry functions;
    private final LibraryNames names;
    private final Findings findings = new Findings();
    private final Map<String, UseDefinition.Binding> bindings = new LinkedHashMap<>();
    /** What stands for names of the library; those that stand for themselves are not among them. */
    private final Map<String, Expression> replaced = new HashMap<>();
    private final Map<String, Demand> demands = new HashMap<>();

    private Adoption(Definitions library, List<UseDefinition> uses, Definitions own, FunctionRegistry functions) {
        this.library = library;
        this.own = own;
        this.uses = uses;
        this.functions = functions;
        this.names = new LibraryNames(library, own);
    }

    public static Checked<Definitions> of(
            Definitions library, List<UseDefinition> uses, Definitions own, FunctionRegistry functions) {
        return new Adoption(library, uses, own, functions).adopt();
    }

    private Checked<Definitions> adopt() {
        uses.forEach(use -> use.bindings().forEach(this::bind));
        Set<String> wanted = wanted();
        if (findings.hasErrors()) {
            return Checked.failed(findings.inOrder());
        }
        Set<String> asked = asked(wanted);
        LibraryReach reach = new LibraryReach(names, functions);
        own.all().forEach(reach::follow);
        asked.forEach(reach::name);
        bindings.values().forEach(binding -> reach.follow(binding.value(), List.of()));
        reach.run(replaced.keySet());
        reach.neededThere().forEach(name -> checkKind(name, names.own(name)));
        if (isBound()) {
            refuseMissing(missing(reach), asked);
        }
        return findings.hasErrors() ? Checked.failed(findings.inOrder())
                : Checked.of(together(reach), findings.inOrder());
    }

    private boolean isBound() {
        return !bindings.isEmpty();
    }

    private static boolean isItself(UseDefinition.Binding binding) {
        return binding.value() instanceof Reference reference && reference.name().equals(binding.name());
    }

    // Names -----------------------------------------------------------------------------------------------------------

    private void bind(UseDefinition.Binding binding) {
        String name = binding.name();
        boolean unit = !names.isValue(name) && names.units().containsKey(name);
        if (!unit && !names.isValue(name)) {
            findings.unknown(DiagnosticCode.UNKNOWN_NAME, binding.origin(),
                    "`" + name + "` is nothing that is used here", name,
                    "write the names of the file that is used before `=`", names.valueNames(), names.units().keySet());
            return;
        }
        UseDefinition.Binding before = bindings.putIfAbsent(name, binding);
        if (before != null && !before.value().equals(binding.value())) {
            findings.error(DiagnosticCode.DUPLICATE_NAME, binding.origin(),
                    "`" + name + "` is `" + before.value() + "` already", "it has one meaning for all files together");
        } else if (unit && !(binding.value() instanceof Reference)) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, binding.value().origin(),
                    "`" + name + "` is a unit, and `" + binding.value() + "` is none", "write the name of a unit");
        } else if (!unit && !isItself(binding)) {
            replaced.put(name, binding.value());
            if (binding.value() instanceof Reference reference) {
                checkKind(name, names.own(reference.name()), reference.origin());
            }
        }
    }

    private void checkKind(String name, @Nullable Definition mine) {
        if (mine != null) {
            checkKind(name, mine, mine.origin());
        }
    }

    /** An input that stands in for another rolls up alike. */
    private void checkKind(String name, @Nullable Definition mine, Origin origin) {
        InputDefinition other = names.input(name);
        if (mine instanceof InputDefinition input && other != null && input.kind() != other.kind()
                && !(isOfTheWindow(input) && isOfTheWindow(other))) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, origin,
                    "`" + name + "` stands for " + other.kind().description() + ", and `" + input.name() + "` is "
                            + input.kind().description(),
                    "bind it to an input of that kind, or to a formula");
        }
    }

    /** Things that happened are counted one by one or by their numbers; either way a formula asks for a window. */
    private static boolean isOfTheWindow(InputDefinition input) {
        return input.kind() == InputKind.FLOW || input.kind() == InputKind.DISTINCT;
    }

    /** Units that are bound, and money: the one currency that is declared here, if there is one. */
    private Map<String, Unit> otherUnits() {
        Map<String, Unit> others = new HashMap<>();
        List<UnitDefinition> currencies = names.ownUnits().values().stream().filter(UnitDefinition::currency).toList();
        for (UnitDefinition unit : names.units().values()) {
            UseDefinition.Binding binding = bindings.get(unit.name());
            if (binding != null && binding.value() instanceof Reference reference) {
                others.put(unit.name(), Unit.of(reference.name()));
            } else if (unit.currency() && currencies.size() == 1) {
                others.put(unit.name(), Unit.of(currencies.get(0).name()));
            }
        }
        return others;
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
                || replaced.containsKey(id) && names.input(id) == null;
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
        reach.run(replaced.keySet());
        return missing(reach);
    }

    private Set<String> missing(LibraryReach reach) {
        return reach.values().stream()
                .filter(name -> names.input(name) != null && names.own(name) == null && !bindings.containsKey(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
        findings.error(DiagnosticCode.MISSING_BINDING, first.origin(), who + " what is not bound: " + listed(missing),
                "bind it: `with " + missing.iterator().next() + " = …`, or without `= …` if the facts call it so");
    }

    private String listed(Set<String> missing) {
        String listed = missing.stream().limit(MOST_LISTED)
                .map(name -> "`" + name + "` (" + kind(Objects.requireNonNull(names.input(name))) + ")")
                .collect(Collectors.joining(", "));
        return missing.size() > MOST_LISTED ? listed + " and " + (missing.size() - MOST_LISTED) + " more" : listed;
    }

    private static String kind(InputDefinition input) {
        return input.kind().word() + (input.unit() == null ? "" : " in " + input.unit());
    }

    // What comes of it ------------------------------------------------------------------------------------------------

    private Definitions together(LibraryReach reach) {
        Map<String, Unit> otherUnits = otherUnits();
        Set<String> there = new HashSet<>(names.ownNames());
        Set<Definition> kept = new LinkedHashSet<>();
        boolean sameValues = replaced.isEmpty() && otherUnits.isEmpty();
        for (String name : reach.values()) {
            for (Definition definition : names.values(name)) {
                boolean measure = definition instanceof KpiDefinition kpi && kpi.isMeasure();
                if (names.isReplaced(definition)) {
                    sameValues &= definition instanceof InputDefinition;
                } else if (measure || !replaced.containsKey(name)) {
                    kept.add(definition);
                    there.add(name);
                }
            }
        }
        Refitting refitting = new Refitting(replaced, otherUnits, sameValues, there);
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
