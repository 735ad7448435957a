package org.kpilang.model.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
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
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.Definitions.Demand;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.UnitDefinition;
import org.kpilang.model.UseDefinition;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/** Takes definitions of a library into a model of one's own: {@link Definitions#adopting}. For one use. */
public final class Adoption {

    private static final int MOST_LISTED = 12;

    private final Definitions own;
    private final Definitions there;
    private final FunctionRegistry functions;
    private final List<UseDefinition> uses;
    private final Findings findings = new Findings();
    /** What the library defines, by name; a KPI may have several versions. */
    private final Map<String, List<Definition>> values = new LinkedHashMap<>();
    private final Map<String, FunctionDefinition> defined = new LinkedHashMap<>();
    private final Map<String, UnitDefinition> units = new LinkedHashMap<>();
    private final List<Definition> library;
    /** What is defined here, by name. */
    private final Map<String, Definition> ownValues = new HashMap<>();
    private final Map<String, UnitDefinition> ownUnits = new LinkedHashMap<>();
    private final Map<String, UseDefinition.Binding> bindings = new LinkedHashMap<>();

    private Adoption(Definitions library, List<UseDefinition> uses, Definitions own, FunctionRegistry functions) {
        this.own = own;
        this.functions = functions;
        this.uses = uses;
        this.there = library;
        this.library = library.all();
        for (Definition definition : library.all()) {
            if (definition instanceof FunctionDefinition function) {
                defined.putIfAbsent(function.name(), function);
            } else if (definition instanceof UnitDefinition unit) {
                units.put(unit.name(), unit);
            } else if (isValue(definition)) {
                values.computeIfAbsent(Symbols.name(definition), first -> new ArrayList<>()).add(definition);
            }
        }
        for (Definition definition : own.all()) {
            if (isValue(definition)) {
                ownValues.put(Symbols.name(definition), definition);
            } else if (definition instanceof UnitDefinition unit) {
                ownUnits.put(unit.name(), unit);
            }
        }
        own.of(FunctionDefinition.class).forEach(function -> defined.remove(function.name()));
    }

    public static Checked<Definitions> of(
            Definitions library, List<UseDefinition> uses, Definitions own, FunctionRegistry functions) {
        return new Adoption(library, uses, own, functions).adopt();
    }

    private static boolean isValue(Definition definition) {
        return definition instanceof InputDefinition || definition instanceof ConstantDefinition
                || definition instanceof KpiDefinition;
    }

    private Checked<Definitions> adopt() {
        uses.forEach(use -> use.bindings().forEach(this::bind));
        Set<String> wanted = wanted();
        if (findings.hasErrors()) {
            return Checked.failed(findings.inOrder());
        }
        Map<String, Expression> replaced = new HashMap<>();
        Map<String, Unit> otherUnits = otherUnits();
        bindings.forEach((name, binding) -> {
            if (values.containsKey(name) && !isItself(binding)) {
                replaced.put(name, binding.value());
            }
        });
        Map<String, Demand> demands = new HashMap<>();
        Set<String> asked = asked(wanted, replaced, demands);
        Reach reach = new Reach();
        own.all().forEach(reach::follow);
        asked.forEach(reach::name);
        bindings.values().forEach(binding -> reach.follow(binding.value(), List.of()));
        reach.run(replaced.keySet());
        reach.neededThere.stream().filter(ownValues::containsKey).forEach(this::checkKind);
        if (isBound()) {
            Set<String> roots = new LinkedHashSet<>(asked);
            refuseMissing(missing(roots, replaced.keySet(), true), roots);
        }
        return findings.hasErrors() ? Checked.failed(findings.inOrder())
                : Checked.of(together(reach, replaced, otherUnits, demands), findings.inOrder());
    }

    private boolean isBound() {
        return !bindings.isEmpty();
    }

    private static boolean isItself(UseDefinition.Binding binding) {
        return binding.value() instanceof Reference reference && reference.name().equals(binding.name());
    }

    private void bind(UseDefinition.Binding binding) {
        String name = binding.name();
        if (!values.containsKey(name) && !units.containsKey(name)) {
            Set<String> there = new LinkedHashSet<>(values.keySet());
            there.addAll(units.keySet());
            findings.unknown(DiagnosticCode.UNKNOWN_NAME, binding.origin(),
                    "`" + name + "` is nothing that is used here", name, "write the names of the file that is used before `=`",
                    there);
            return;
        }
        UseDefinition.Binding before = bindings.putIfAbsent(name, binding);
        if (before != null && !before.value().equals(binding.value())) {
            findings.error(DiagnosticCode.DUPLICATE_NAME, binding.origin(),
                    "`" + name + "` is `" + before.value() + "` already", "it has one meaning for all files together");
        } else if (units.containsKey(name) && !values.containsKey(name)
                && !(binding.value() instanceof Reference)) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, binding.value().origin(),
                    "`" + name + "` is a unit, and `" + binding.value() + "` is none", "write the name of a unit");
        } else if (binding.value() instanceof Reference reference && !isItself(binding)) {
            checkKind(name, ownValues.get(reference.name()), binding.value().origin());
        }
    }

    private void checkKind(String name) {
        Definition mine = ownValues.get(name);
        checkKind(name, mine, mine.origin());
    }

    /** An input that stands in for another rolls up alike. Different things may also come as counts that add up. */
    private void checkKind(String name, @Nullable Definition mine, Origin origin) {
        InputDefinition other = input(name);
        if (mine instanceof InputDefinition input && other != null && input.kind() != other.kind()
                && !(other.kind() == InputKind.DISTINCT && input.kind() == InputKind.FLOW)) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, origin,
                    "`" + name + "` stands for " + other.kind().description() + ", and `" + input.name() + "` is "
                            + input.kind().description(),
                    "bind it to an input of that kind, or to a formula");
        }
    }

    /** Units that are bound, and money: the one currency that is declared here, if there is one. */
    private Map<String, Unit> otherUnits() {
        Map<String, Unit> others = new HashMap<>();
        List<UnitDefinition> currencies = ownUnits.values().stream().filter(UnitDefinition::currency).toList();
        for (UnitDefinition unit : units.values()) {
            UseDefinition.Binding binding = bindings.get(unit.name());
            if (binding != null && binding.value() instanceof Reference reference) {
                others.put(unit.name(), Unit.of(reference.name()));
            } else if (unit.currency() && currencies.size() == 1) {
                others.put(unit.name(), Unit.of(currencies.get(0).name()));
            }
        }
        return others;
    }

    /** The KPIs that are listed as wanted; null stands for all. */
    private @Nullable Set<String> wanted() {
        if (uses.stream().allMatch(use -> use.only().isEmpty())) {
            return null;
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (UseDefinition use : uses) {
            for (UseDefinition.Wanted each : use.only()) {
                String id = each.kpi();
                if (isKpi(id)) {
                    wanted.add(id);
                } else {
                    findings.unknown(DiagnosticCode.UNKNOWN_NAME, each.origin(),
                            "there is no KPI `" + id + "` in what is used here", id, null, kpis());
                }
            }
        }
        return wanted;
    }

    private List<String> kpis() {
        return values.keySet().stream().filter(this::isKpi).toList();
    }

    /** Whether the library has a KPI of an id, be it that it is an input as well. */
    private boolean isKpi(String id) {
        return values.getOrDefault(id, List.of()).stream().anyMatch(KpiDefinition.class::isInstance);
    }

    /** The input of the library that a name stands for, or null. */
    private @Nullable InputDefinition input(String name) {
        return (InputDefinition) values.getOrDefault(name, List.of()).stream().filter(InputDefinition.class::isInstance)
                .findFirst().orElse(null);
    }

    /** Whether a definition here takes the place of one of the library; of a KPI that is an input, it takes the input's. */
    private boolean isReplacedHere(Definition definition) {
        Definition mine = ownValues.get(Symbols.name(definition));
        return mine != null && !(mine instanceof InputDefinition
                && definition instanceof KpiDefinition kpi && kpi.isMeasure());
    }

    /** The KPIs of the library that have a place in the model for their own sake. */
    private Set<String> asked(@Nullable Set<String> wanted, Map<String, Expression> replaced,
            Map<String, Demand> demands) {
        Set<String> asked = new LinkedHashSet<>();
        for (String id : kpis()) {
            if (values.get(id).stream().filter(KpiDefinition.class::isInstance).allMatch(this::isReplacedHere)
                    || replaced.containsKey(id) && input(id) == null) {
                continue;
            }
            if (wanted != null) {
                demands.put(id, wanted.contains(id) ? Demand.ALWAYS : Demand.BY_NAME);
            } else if (isBound()) {
                demands.put(id, missing(Set.of(id), replaced.keySet(), false).isEmpty()
                        ? Demand.ALWAYS : Demand.BY_NAME);
            } else {
                demands.put(id, Demand.WITH_FACTS);
            }
            if (wanted == null && there.demand(id) == Demand.BY_NAME) {
                demands.put(id, Demand.BY_NAME);
            }
            if (demands.get(id) != Demand.BY_NAME) {
                asked.add(id);
            }
        }
        return asked;
    }

    /** The inputs of the library that some names need and that are neither bound nor declared here. */
    private Set<String> missing(Set<String> names, Collection<String> replaced, boolean withOwn) {
        Reach reach = new Reach();
        names.forEach(reach::name);
        if (withOwn) {
            own.all().forEach(reach::follow);
        }
        reach.run(replaced);
        return reach.values.stream()
                .filter(name -> input(name) != null)
                .filter(name -> !bindings.containsKey(name) && !ownValues.containsKey(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void refuseMissing(Set<String> missing, Set<String> wanted) {
        if (missing.isEmpty()) {
            return;
        }
        List<String> needing = wanted.stream()
                .filter(id -> !missing(Set.of(id), bindings.keySet(), false).isEmpty()).toList();
        String who = needing.isEmpty() ? "the formulas of this model need"
                : "`" + needing.get(0) + "`" + (needing.size() == 1 ? " needs"
                        : " and " + (needing.size() - 1) + (needing.size() == 2 ? " other KPI need" : " other KPIs need"));
        UseDefinition first = uses.stream().filter(use -> !use.bindings().isEmpty()).findFirst().orElse(uses.get(0));
        findings.error(DiagnosticCode.MISSING_BINDING, first.origin(), who + " what is not bound: " + listed(missing),
                "bind it: `with " + missing.iterator().next() + " = …`, or without `= …` if the facts call it so");
    }

    private String listed(Set<String> names) {
        String listed = names.stream().limit(MOST_LISTED)
                .map(name -> "`" + name + "` (" + kind(Objects.requireNonNull(input(name))) + ")")
                .collect(Collectors.joining(", "));
        return names.size() > MOST_LISTED ? listed + " and " + (names.size() - MOST_LISTED) + " more" : listed;
    }

    private static String kind(InputDefinition input) {
        return input.kind().word() + (input.unit() == null ? "" : " in " + input.unit());
    }

    private Definitions together(Reach reach, Map<String, Expression> replaced, Map<String, Unit> otherUnits,
            Map<String, Demand> demands) {
        Set<String> there = new HashSet<>(ownValues.keySet());
        Set<Definition> kept = new LinkedHashSet<>();
        boolean sameValues = bindings.values().stream().allMatch(Adoption::isItself) && otherUnits.isEmpty();
        for (Definition definition : library) {
            if (isValue(definition)) {
                String name = Symbols.name(definition);
                boolean measure = definition instanceof KpiDefinition kpi && kpi.isMeasure();
                sameValues &= !isReplacedHere(definition) || !reach.values.contains(name)
                        || definition instanceof InputDefinition;
                if (reach.values.contains(name) && !isReplacedHere(definition)
                        && (measure || !replaced.containsKey(name))) {
                    kept.add(definition);
                    there.add(name);
                }
            }
        }
        Refitting refitting = new Refitting(replaced, otherUnits, sameValues, there);
        List<Definition> all = new ArrayList<>();
        defined.values().forEach(function -> all.add(refitting.of(function)));
        all.addAll(own.all());
        Set<String> declared = own.of(DimensionDefinition.class).stream().map(DimensionDefinition::name)
                .collect(Collectors.toSet());
        for (Definition definition : library) {
            if (kept.contains(definition)) {
                all.add(refitting.of(definition));
            } else if (definition instanceof UnitDefinition unit) {
                if (!ownUnits.containsKey(unit.name()) && !otherUnits.containsKey(unit.name())) {
                    all.add(unit);
                }
            } else if (definition instanceof DimensionDefinition dimension) {
                if (!declared.contains(dimension.name()) && reach.dimensions.contains(dimension.name())) {
                    all.add(dimension);
                }
            } else if (!(definition instanceof FunctionDefinition) && !isValue(definition)) {
                all.add(definition);
            }
        }
        demands.keySet().retainAll(there);
        return new Definitions(all, own.demands()).demanding(demands);
    }

    /** What of the library is needed, be it through other definitions of it. */
    private final class Reach {

        final Set<String> values = new LinkedHashSet<>();
        final Set<String> functions = new LinkedHashSet<>();
        final Set<String> dimensions = new HashSet<>();
        /** What definitions of the library need. */
        final Set<String> neededThere = new LinkedHashSet<>();
        private final Deque<Definition> open = new ArrayDeque<>();
        private boolean there;

        /** Goes on until there is nothing new; what is replaced is not walked into. */
        void run(Collection<String> replaced) {
            there = true;
            while (!open.isEmpty()) {
                Definition definition = open.remove();
                if (!(isValue(definition) && replaced.contains(Symbols.name(definition)))) {
                    follow(definition);
                }
            }
        }

        void follow(Definition definition) {
            Formula.all(definition).forEach(formula -> follow(formula.expression(), formula.parameters()));
            if (definition instanceof InputDefinition input && input.weight() != null) {
                name(input.weight());
            }
        }

        void follow(Expression expression, List<String> parameters) {
            Parts.forEach(expression, Adoption.this.functions, part -> {
                if (part instanceof Reference reference && !parameters.contains(reference.name())) {
                    name(reference.name());
                } else if (part instanceof Call call && defined.containsKey(call.function())
                        && functions.add(call.function())) {
                    open.add(defined.get(call.function()));
                }
                if (part instanceof Selection selection) {
                    selection.selectors().forEach(this::follow);
                }
            });
        }

        private void follow(Selector selector) {
            if (selector instanceof Selector.Slice slice) {
                dimensions.addAll(slice.condition().dimensions());
            } else if (selector instanceof Selector.All every) {
                dimensions.addAll(every.dimensions());
            }
        }

        void name(String name) {
            boolean mine = ownValues.containsKey(name);
            if (there && Adoption.this.values.containsKey(name)) {
                neededThere.add(name);
            }
            if (Adoption.this.values.containsKey(name) && values.add(name) && !mine) {
                open.addAll(Adoption.this.values.get(name));
            }
        }
    }
}
