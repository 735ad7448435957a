package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Names;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.model.UnitDefinition;
import org.kpilang.model.UseDefinition;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.unit.Unit;

/**
 * What each name stands for. Inputs, KPIs and constants share one space of names, since formulas write them alike;
 * functions, dimensions, units and objectives have one each. Of two definitions under one name the first counts.
 */
final class Symbols {

    private final Map<String, Definition> values = new LinkedHashMap<>();
    private final Map<String, FunctionDefinition> defined = new LinkedHashMap<>();
    private final Map<String, DimensionDefinition> dimensions = new LinkedHashMap<>();
    private final Map<String, UnitDefinition> units = new LinkedHashMap<>();
    private final Map<String, ObjectiveDefinition> objectives = new LinkedHashMap<>();
    private final Map<String, List<KpiDefinition>> versions = new HashMap<>();
    private final Map<String, Set<String>> variants = new HashMap<>();
    private final Set<String> kpis = new LinkedHashSet<>();
    private final Set<String> inputs = new HashSet<>();
    private @Nullable CalendarDefinition calendar;

    private Symbols() {}

    /** Enters all definitions; two under one name are an error. */
    static Symbols of(Definitions definitions, FunctionRegistry functions, Findings findings) {
        Symbols symbols = new Symbols();
        definitions.of(InputDefinition.class).forEach(input -> symbols.inputs.add(input.name()));
        for (Definition definition : definitions.all()) {
            symbols.enter(definition, functions, findings);
        }
        return symbols;
    }

    private void enter(Definition definition, FunctionRegistry functions, Findings findings) {
        if (definition instanceof KpiDefinition kpi) {
            enter(kpi, findings);
        } else if (definition instanceof InputDefinition || definition instanceof ConstantDefinition) {
            if (!(definition instanceof InputDefinition)
                    || isAlone(definition, dimensions.get(name(definition)), findings)) {
                enter(values, definition, findings);
            }
        } else if (definition instanceof FunctionDefinition function) {
            enter(function, functions, findings);
        } else if (definition instanceof DimensionDefinition dimension) {
            if (isAlone(dimension, values.get(dimension.name()), findings)) {
                enter(dimensions, dimension, findings);
            }
        } else if (definition instanceof UnitDefinition unit) {
            enter(unit, findings);
        } else if (definition instanceof ObjectiveDefinition objective) {
            enter(objectives, objective, findings);
        } else if (definition instanceof CalendarDefinition chosen) {
            if (calendar != null) {
                findings.error(DiagnosticCode.DUPLICATE_NAME, definition.origin(),
                        "the calendar is declared already" + place(calendar), "keep one of the two");
            } else {
                calendar = chosen;
            }
        } else if (definition instanceof UseDefinition use) {
            // Whoever reads files puts what they define in the place of these.
            findings.error(DiagnosticCode.UNKNOWN_FILE, use.origin(), "the file `" + use.name() + "` has not been read",
                    "read the text together with the files that it uses");
        } else {
            throw new AssertionError(definition.getClass());
        }
    }

    /** Several KPIs of one name are its versions, if it is said of one of them when it holds. */
    private void enter(KpiDefinition kpi, Findings findings) {
        String id = Kpi.id(kpi);
        if (kpi.isMeasure() && inputs.contains(id) && !isDated(kpi)) {
            enterMeasure(kpi, findings);
            return;
        } else if (kpi.isMeasure() && kpi.formula().origin().equals(kpi.origin())) {
            findings.error(DiagnosticCode.UNKNOWN_NAME, kpi.origin(), inputs.contains(id)
                            ? "`" + id + "` is an input at all times, and has no versions"
                            : "`" + id + "` has no formula, and there is no input of that name",
                    inputs.contains(id) ? "leave out `since` and `until`"
                            : "write the formula: `kpi " + Names.written(id) + " = …`, or declare the input that it is");
            return;
        }
        List<KpiDefinition> known = versions.getOrDefault(id, List.of());
        boolean further = !known.isEmpty() && (isDated(kpi) || known.stream().anyMatch(Symbols::isDated));
        if (!further) {
            enter(values, kpi, findings);
        }
        if (further || values.get(id) == kpi) {
            versions.computeIfAbsent(id, first -> new ArrayList<>()).add(kpi);
            kpis.add(id);
        }
        if (kpi.variant() != null) {
            variants.computeIfAbsent(kpi.name(), name -> new LinkedHashSet<>()).add(id);
        }
    }

    /** In formulas, the name stands for the input, which is the same. */
    private void enterMeasure(KpiDefinition kpi, Findings findings) {
        String id = Kpi.id(kpi);
        KpiDefinition first = versions(id).isEmpty() ? null : versions(id).get(0);
        if (first != null) {
            findings.error(DiagnosticCode.DUPLICATE_NAME, kpi.origin(),
                    "`" + id + "` is a KPI already" + place(first), "choose another name, or make it a variant");
            return;
        }
        versions.put(id, List.of(kpi));
        kpis.add(id);
    }

    private static boolean isDated(KpiDefinition kpi) {
        return kpi.property(Property.Since.class).isPresent() || kpi.property(Property.Until.class).isPresent();
    }

    /** Columns of facts are told apart by their names, so an input and a dimension cannot share one. */
    private static boolean isAlone(Definition definition, @Nullable Definition other, Findings findings) {
        if (other instanceof InputDefinition || other instanceof DimensionDefinition) {
            findings.error(DiagnosticCode.DUPLICATE_NAME, definition.origin(),
                    "`" + name(definition) + "` is " + sort(other) + " already" + place(other), "choose another name");
            return false;
        }
        return true;
    }

    private void enter(FunctionDefinition function, FunctionRegistry functions, Findings findings) {
        Set<String> parameters = new HashSet<>();
        for (String parameter : function.parameters()) {
            if (!parameters.add(parameter)) {
                findings.error(DiagnosticCode.DUPLICATE_NAME, function.origin(),
                        "`" + function.name() + "` has two parameters `" + parameter + "`", "choose another name");
            }
        }
        if (functions.find(function.name()).isPresent()) {
            findings.error(DiagnosticCode.DUPLICATE_NAME, function.origin(),
                    "`" + function.name() + "` is a function of the language already", "choose another name");
        } else {
            enter(defined, function, findings);
        }
    }

    private void enter(UnitDefinition unit, Findings findings) {
        if (isPredeclared(unit.name())) {
            findings.error(DiagnosticCode.DUPLICATE_NAME, unit.origin(),
                    "`" + unit.name() + "` is a unit of the language already", "leave the declaration out");
        } else {
            enter(units, unit, findings);
        }
    }

    private static <D extends Definition> void enter(Map<String, D> names, D definition, Findings findings) {
        D first = names.putIfAbsent(name(definition), definition);
        if (first != null) {
            findings.error(DiagnosticCode.DUPLICATE_NAME, definition.origin(),
                    "`" + name(definition) + "` is " + sort(first) + " already" + place(first),
                    first instanceof KpiDefinition && definition instanceof KpiDefinition
                            ? "choose another name, or make it a variant" : "choose another name");
        }
    }

    private static String place(Definition definition) {
        return definition.origin().isKnown() ? ", defined at " + definition.origin().describe() : "";
    }

    /** The name that a definition is found under. */
    static String name(Definition definition) {
        if (definition instanceof KpiDefinition kpi) {
            return Kpi.id(kpi);
        } else if (definition instanceof InputDefinition input) {
            return input.name();
        } else if (definition instanceof ConstantDefinition constant) {
            return constant.name();
        } else if (definition instanceof FunctionDefinition function) {
            return function.name();
        } else if (definition instanceof DimensionDefinition dimension) {
            return dimension.name();
        } else if (definition instanceof UnitDefinition unit) {
            return unit.name();
        } else if (definition instanceof ObjectiveDefinition objective) {
            return objective.name();
        }
        throw new AssertionError(definition.getClass());
    }

    /** What a definition defines, in words: {@code an input}. */
    static String sort(Definition definition) {
        if (definition instanceof KpiDefinition) {
            return "a KPI";
        } else if (definition instanceof InputDefinition) {
            return "an input";
        } else if (definition instanceof ConstantDefinition) {
            return "a constant";
        } else if (definition instanceof FunctionDefinition) {
            return "a function";
        } else if (definition instanceof DimensionDefinition) {
            return "a dimension";
        } else if (definition instanceof UnitDefinition unit) {
            return unit.currency() ? "a currency" : "a unit";
        } else if (definition instanceof ObjectiveDefinition) {
            return "an objective";
        }
        throw new AssertionError(definition.getClass());
    }

    /** Whether a unit needs no declaration; units of time may stand in the plural. */
    static boolean isPredeclared(String unit) {
        return Unit.PREDECLARED.contains(unit) || Unit.PREDECLARED.containsAll(Unit.of(unit).powers().keySet());
    }

    /** The input, KPI or constant of a name, or null. */
    @Nullable Definition value(String name) {
        return values.get(name);
    }

    /** What else a name stands for when it is no value: a function, a dimension, a unit or an objective; or null. */
    @Nullable Definition other(String name) {
        if (defined.containsKey(name)) {
            return defined.get(name);
        } else if (dimensions.containsKey(name)) {
            return dimensions.get(name);
        }
        return units.containsKey(name) ? units.get(name) : objectives.get(name);
    }

    /** What a name stands for at some time: all versions of a KPI in the order written; nothing if it is not known. */
    List<Definition> meanings(String name) {
        Definition value = values.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof KpiDefinition ? List.copyOf(versions(name)) : List.of(value);
    }

    /** The versions of a KPI in the order written. */
    List<KpiDefinition> versions(String id) {
        return versions.getOrDefault(id, List.of());
    }

    /** The inputs, KPIs and constants that count, in the order written; of several versions the first. */
    Collection<Definition> values() {
        return values.values();
    }

    Set<String> valueNames() {
        return values.keySet();
    }

    /** The values of one sort by name. */
    <D extends Definition> Map<String, D> values(Class<D> sort) {
        Map<String, D> found = new LinkedHashMap<>();
        for (Map.Entry<String, Definition> value : values.entrySet()) {
            if (sort.isInstance(value.getValue())) {
                found.put(value.getKey(), sort.cast(value.getValue()));
            }
        }
        return found;
    }

    /** The ids of all KPIs in the order written, of those too that are an input. */
    Set<String> kpis() {
        return kpis;
    }

    /** The KPI of an id, of several versions the first; or null. */
    @Nullable KpiDefinition kpi(String id) {
        return kpis.contains(id) ? versions(id).get(0) : null;
    }

    /** The ids of the variants of a KPI. */
    Set<String> variants(String name) {
        return variants.getOrDefault(name, Set.of());
    }

    Map<String, FunctionDefinition> defined() {
        return defined;
    }

    Map<String, DimensionDefinition> dimensions() {
        return dimensions;
    }

    Map<String, UnitDefinition> units() {
        return units;
    }

    Map<String, ObjectiveDefinition> objectives() {
        return objectives;
    }

    @Nullable CalendarDefinition calendar() {
        return calendar;
    }

    boolean isUnit(String name) {
        return units.containsKey(name) || isPredeclared(name);
    }

    /** Whether all names of a unit are declared. */
    boolean isKnown(Unit unit) {
        return unit.powers().keySet().stream().allMatch(this::isUnit);
    }

    boolean isCurrency(String unit) {
        UnitDefinition definition = units.get(unit);
        return definition != null && definition.currency();
    }
}
