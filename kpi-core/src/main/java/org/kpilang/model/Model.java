package org.kpilang.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.internal.Contents;
import org.kpilang.model.internal.InputsUsed;
import org.kpilang.model.internal.ModelChecker;
import org.kpilang.series.Interval;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limits;
import org.kpilang.time.Calendar;

/**
 * A checked set of KPIs: every name is bound, units and kinds agree, nothing needs itself. Immutable and thread-safe;
 * obtained from {@link #check} or {@link #of} only.
 */
public final class Model {

    private final Definitions definitions;
    private final Calendar calendar;
    private final FunctionRegistry functions;
    private final Map<String, InputDefinition> inputs;
    private final Map<String, ConstantDefinition> constants;
    private final Map<String, FunctionDefinition> defined;
    private final Map<String, Kpi> kpis;
    private final Map<String, ObjectiveDefinition> objectives;
    private final Set<String> dimensions;
    private final Map<String, UnitDefinition> units;
    private final List<String> order;
    private final Map<String, Interval> ranges;
    private final Limits limits;

    private Model(Contents contents) {
        definitions = contents.definitions();
        calendar = contents.calendar();
        functions = contents.functions();
        inputs = copy(contents.inputs());
        constants = copy(contents.constants());
        defined = copy(contents.defined());
        kpis = copy(contents.kpis());
        objectives = copy(contents.objectives());
        dimensions = Collections.unmodifiableSet(new LinkedHashSet<>(contents.dimensions()));
        units = copy(contents.units());
        order = List.copyOf(contents.order());
        ranges = copy(contents.ranges());
        limits = contents.limits();
    }

    /** Checks definitions against the standard functions. */
    public static Checked<Model> check(Definitions definitions) {
        return check(definitions, FunctionRegistry.standard());
    }

    /** Checks definitions; the formulas may call the functions of a registry. */
    public static Checked<Model> check(Definitions definitions, FunctionRegistry functions) {
        return check(definitions, functions, Limits.STANDARD);
    }

    /** Checks definitions within limits, which hold for the evaluation of the model as well. */
    public static Checked<Model> check(Definitions definitions, FunctionRegistry functions, Limits limits) {
        return ModelChecker.check(Objects.requireNonNull(definitions, "definitions is null"),
                Objects.requireNonNull(functions, "functions is null"),
                Objects.requireNonNull(limits, "limits is null")).map(Model::new);
    }

    /**
     * The model of some definitions.
     *
     * @throws DiagnosticException if they have errors
     */
    public static Model of(Definitions definitions) {
        return check(definitions).orThrow();
    }

    /** What the model was made from, in the order written. */
    public Definitions definitions() {
        return definitions;
    }

    public Calendar calendar() {
        return calendar;
    }

    /** The functions that formulas may call, apart from those {@linkplain #defined(String) defined} in the model. */
    public FunctionRegistry functions() {
        return functions;
    }

    /** The KPIs in the order written. */
    public Collection<Kpi> kpis() {
        return kpis.values();
    }

    /** A KPI by its id. */
    public Optional<Kpi> kpi(String id) {
        return Optional.ofNullable(kpis.get(id));
    }

    /** The inputs in the order written. */
    public Collection<InputDefinition> inputs() {
        return inputs.values();
    }

    public Optional<InputDefinition> input(String name) {
        return Optional.ofNullable(inputs.get(name));
    }

    /**
     * The inputs that a KPI asks in any of its versions, be it through other KPIs and functions, in the order in which its
     * formulas come to them.
     */
    public Set<InputDefinition> inputsOf(Kpi kpi) {
        return Collections.unmodifiableSet(InputsUsed.of(
                kpi.versions().stream().map(version -> version.definition().formula()).toList(), this));
    }

    /** The constants that a KPI needs in any of its versions, in the order in which its formulas come to them. */
    public Set<ConstantDefinition> constantsOf(Kpi kpi) {
        return Collections.unmodifiableSet(InputsUsed.constants(
                kpi.versions().stream().map(version -> version.definition().formula()).toList(), this));
    }

    /** The inputs that KPIs ask in their formulas, or in what is said about them, such as a plan that is a target. */
    public Set<InputDefinition> inputsUsed() {
        return Collections.unmodifiableSet(InputsUsed.ofAll(this));
    }

    /** The values that facts of an input can have; {@link Interval#ANY} if its declaration does not say. */
    public Interval range(InputDefinition input) {
        return ranges.getOrDefault(input.name(), Interval.ANY);
    }

    public Optional<ConstantDefinition> constant(String name) {
        return Optional.ofNullable(constants.get(name));
    }

    /** A function that is written in the language, within this model. */
    public Optional<FunctionDefinition> defined(String name) {
        return Optional.ofNullable(defined.get(name));
    }

    /** The objectives in the order declared. */
    public Collection<ObjectiveDefinition> objectives() {
        return objectives.values();
    }

    public Optional<ObjectiveDefinition> objective(String name) {
        return Optional.ofNullable(objectives.get(name));
    }

    /** The dimensions in the order declared. */
    public Set<String> dimensions() {
        return dimensions;
    }

    /** A declared unit or currency; empty for those that need no declaration. */
    public Optional<UnitDefinition> unit(String name) {
        return Optional.ofNullable(units.get(name));
    }

    /** The ids of KPIs and names of constants in an order in which each comes after all that it needs. */
    public List<String> order() {
        return order;
    }

    /** The limits that the model was checked with. */
    public Limits limits() {
        return limits;
    }

    /** What a name in a formula stands for: a KPI's latest formula, a constant's value, or null for an input. */
    public @Nullable Expression formula(String name) {
        List<Expression> formulas = formulas(name);
        return formulas.isEmpty() ? null : formulas.get(formulas.size() - 1);
    }

    /**
     * Everything that a name in a formula stands for at some time: the formulas of a KPI, the earliest first, or a
     * constant's value; empty for an input.
     */
    public List<Expression> formulas(String name) {
        Kpi kpi = kpis.get(name);
        if (kpi != null && !inputs.containsKey(name)) {
            return kpi.versions().stream().map(version -> version.definition().formula()).toList();
        }
        ConstantDefinition constant = constants.get(name);
        return constant == null ? List.of() : List.of(constant.value());
    }

    private static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
