package org.kpilang.dsl;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.FormulaModel;
import org.kpilang.evaluate.ColumnProgram;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.series.Series;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Suggestion;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/**
 * One formula on its own, for applications that keep formulas rather than files.
 *
 * <pre>{@code
 * Formula margin = Formula.parse("(revenue - cost) / revenue");
 * margin.value(Map.of("revenue", 200, "cost", 120));                 // 0.4
 * margin.evaluate(Period.parse("2024-01"),
 *         Map.of("revenue", new double[] {200, 240}, "cost", new double[] {120, 132}));
 * }</pre>
 *
 * <p>Every name that the formula uses is an input without a unit. An input adds up over time, unless the formula asks
 * for its opening, closing or average: then it is a balance. For other kinds, units and dimensions write a model. A
 * formula may call the functions of the {@linkplain Library#standard() standard library}.
 *
 * <p>Immutable and thread-safe. Reading costs more than evaluating: keep the formula.
 */
public final class Formula {

    /** A year of 365 days, for formulas over single numbers. */
    private static final String SINGLE_PERIOD = "2001";

    private final Model model;
    private final Kpi kpi;
    private final Set<String> inputs;
    /** For rows that need nothing but themselves; empty if the formula looks at other periods. Made when first used. */
    private volatile @Nullable Checked<ColumnProgram> columns;

    private Formula(Model model) {
        this.model = model;
        this.kpi = model.kpis().iterator().next();
        Set<String> names = new LinkedHashSet<>();
        for (InputDefinition input : model.inputs()) {
            names.add(input.name());
        }
        this.inputs = Collections.unmodifiableSet(names);
    }

    /**
     * Reads a formula.
     *
     * @throws DiagnosticException if it cannot be read, or makes no sense
     */
    public static Formula parse(String text) {
        return parse(text, FunctionRegistry.standard());
    }

    /**
     * Reads a formula that may call the functions of a registry.
     *
     * @throws DiagnosticException if it cannot be read, or makes no sense
     */
    public static Formula parse(String text, FunctionRegistry functions) {
        return check(SourceText.ofFormula(text), functions, Limits.STANDARD).orThrow();
    }

    /** Reads a formula; anything that is wrong with it is a diagnostic. */
    public static Checked<Formula> check(SourceText source) {
        return check(source, Limits.STANDARD);
    }

    /** Reads a formula within limits, which hold for its evaluation as well. */
    public static Checked<Formula> check(SourceText source, Limits limits) {
        return check(source, FunctionRegistry.standard(), limits);
    }

    /** Reads a formula that may call the functions of a registry, within limits. */
    public static Checked<Formula> check(SourceText source, FunctionRegistry functions, Limits limits) {
        Objects.requireNonNull(functions, "functions is null");
        return KpiLanguage.parseFormula(source, limits)
                .then(formula -> FormulaModel.of(formula, functions, limits)).map(Formula::new);
    }

    /**
     * Reads a formula over the inputs, KPIs, constants and functions of a model, with their units and kinds, as those of
     * an application's users are: at the cost of what the formula uses, and not of the whole model.
     *
     * <pre>{@code
     * Formula own = Formula.parse("gross_margin[last 12 months]", model);
     * Result result = own.over(facts).by("region").run();
     * }</pre>
     *
     * @throws DiagnosticException if it cannot be read, or makes no sense
     */
    public static Formula parse(String text, Model model) {
        return check(SourceText.ofFormula(text), model).orThrow();
    }

    /** Reads a formula over a model, within its limits; anything that is wrong with the formula is a diagnostic. */
    public static Checked<Formula> check(SourceText source, Model model) {
        Objects.requireNonNull(model, "model is null");
        return KpiLanguage.parseFormula(source, model.limits())
                .then(formula -> FormulaModel.of(formula, model)).map(Formula::new);
    }

    /** The question of this formula to facts, which may have others than those that it asks. */
    public Evaluation over(Facts facts) {
        return Evaluation.of(model, facts).kpis(kpi.id());
    }

    /** The names that need values, in the order of the formula. */
    public Set<String> inputs() {
        return inputs;
    }

    public Expression expression() {
        return kpi.formula();
    }

    /** The unit of the result, as far as the formula tells. */
    public Unit unit() {
        return kpi.unit();
    }

    /**
     * The value for one number a name, or empty if there is none.
     *
     * @param values a number for each of the {@link #inputs()}
     * @throws DiagnosticException if a name is missing or not in the formula
     */
    public OptionalDouble value(Map<String, ? extends Number> values) {
        Objects.requireNonNull(values, "values is null");
        ColumnProgram program = program().value().orElse(null);
        if (program != null) {
            double[] results = new double[1];
            Map<String, double[]> rows = rows(values);
            length(rows);
            program.run(columns(program, rows), new double[][] {results});
            return Double.isNaN(results[0]) ? OptionalDouble.empty() : OptionalDouble.of(results[0]);
        }
        Result result = result(values);
        return result.hasValue(0, 0, 0) ? OptionalDouble.of(result.valueOr(0, 0, 0, 0)) : OptionalDouble.empty();
    }

    /**
     * Why there is no value for one number a name; empty if there is one.
     *
     * @throws DiagnosticException if a name is missing or not in the formula
     */
    public List<Reason> why(Map<String, ? extends Number> values) {
        return result(values).why(0, 0, 0).stream().map(Formula::withoutPeriod).toList();
    }

    /** Numbers that were given without a period are not spoken of with one. */
    private static Reason withoutPeriod(Reason reason) {
        return new Reason(reason.code(), reason.message().replace(" in " + SINGLE_PERIOD, ""), reason.origin());
    }

    /**
     * The values for one row of numbers a name, all starting in the same period.
     *
     * @param first  the period of the first number; its grain is that of the rows
     * @param values rows of equal length, one for each of the {@link #inputs()}; finite
     * @throws DiagnosticException      if a name is missing or not in the formula
     * @throws IllegalArgumentException if the rows are empty or of different lengths, or hold NaN or infinity
     */
    public Series evaluate(Period first, Map<String, double[]> values) {
        Objects.requireNonNull(first, "first is null");
        int length = length(values);
        ColumnProgram program = program().value().orElse(null);
        if (program == null || !first.calendar().equals(model.calendar()) || length > model.limits().of(Limit.CELLS)) {
            return result(first, values).series(kpi.id());
        }
        first.plus(length - 1);
        double[] results = new double[length];
        program.run(columns(program, values), new double[][] {results});
        for (double result : results) {
            if (Double.isNaN(result)) {
                // Why there is none is only known of facts.
                return result(first, values).series(kpi.id());
            }
        }
        return Series.of(first, results);
    }

    /**
     * The formula over plain columns, for applications that work out one formula over many rows, or many times: into
     * their own arrays, without periods and reasons. Made once and kept.
     *
     * @throws DiagnosticException if the formula looks at other periods than that of a row
     */
    public ColumnProgram columns() {
        return program().orThrow();
    }

    private Checked<ColumnProgram> program() {
        Checked<ColumnProgram> made = columns;
        if (made == null) {
            made = ColumnProgram.check(model, kpi.id());
            columns = made;
        }
        return made;
    }

    private static double[][] columns(ColumnProgram program, Map<String, double[]> values) {
        double[][] columns = new double[program.inputs().size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = values.get(program.inputs().get(i));
            for (double value : columns[i]) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(value + " is no value of " + program.inputs().get(i));
                }
            }
        }
        return columns;
    }

    private Result result(Map<String, ? extends Number> values) {
        Objects.requireNonNull(values, "values is null");
        return result(model.calendar().parse(SINGLE_PERIOD), rows(values));
    }

    private static Map<String, double[]> rows(Map<String, ? extends Number> values) {
        Map<String, double[]> rows = new HashMap<>();
        for (Map.Entry<String, ? extends Number> value : values.entrySet()) {
            rows.put(value.getKey(), new double[] {number(value)});
        }
        return rows;
    }

    private static double number(Map.Entry<String, ? extends Number> value) {
        return Objects.requireNonNull(value.getValue(), () -> "the value of " + value.getKey() + " is null").doubleValue();
    }

    private Result result(Period first, Map<String, double[]> values) {
        int length = length(values);
        FactsBuilder facts = Facts.builder(first.calendar());
        for (Map.Entry<String, double[]> row : values.entrySet()) {
            facts.column(row.getKey(), first, row.getValue());
        }
        return Evaluation.of(model, facts.build()).grain(first.grain()).from(first).to(first.plus(length - 1)).run();
    }

    /** The length of all rows; every input has one, and nothing else. */
    private int length(Map<String, double[]> values) {
        for (String name : inputs) {
            if (!values.containsKey(name)) {
                throw refused("the formula needs a value for `" + name + "`", null);
            }
        }
        int length = 1;
        for (Map.Entry<String, double[]> row : values.entrySet()) {
            if (!inputs.contains(row.getKey())) {
                throw refused("`" + row.getKey() + "` is not in the formula", Suggestion.hint(row.getKey(), inputs));
            }
            length = row.getValue().length;
        }
        for (double[] row : values.values()) {
            if (row.length != length || length == 0) {
                throw new IllegalArgumentException("the rows have " + length + " and " + row.length + " numbers");
            }
        }
        return length;
    }

    private static DiagnosticException refused(String message, String hint) {
        return new DiagnosticException(new Diagnostic(DiagnosticCode.UNKNOWN_NAME, message, Origin.NONE, hint));
    }

    /** The formula in canonical form. */
    @Override
    public String toString() {
        return kpi.formula().toString();
    }
}
