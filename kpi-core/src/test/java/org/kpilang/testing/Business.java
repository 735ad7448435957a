package org.kpilang.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.model.UnitDefinition;
import org.kpilang.source.Origin;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/**
 * A small business for tests, put together without the language: inputs with monthly facts, some cut by dimensions, and
 * KPIs. NaN stands for a fact that is not there. Not thread-safe.
 */
public final class Business {

    private final List<Definition> definitions = new ArrayList<>();
    private final List<String> dimensions = new ArrayList<>();
    private final Map<List<String>, Map<String, double[]>> facts = new LinkedHashMap<>();
    private final Period first;

    private Business(String first) {
        this.first = Period.parse(first);
    }

    /** A business whose facts begin with a period, in the grain of that period. */
    public static Business since(String period) {
        return new Business(period);
    }

    public Business currency(String name) {
        definitions.add(new UnitDefinition(name, true, Origin.NONE));
        return this;
    }

    public Business unit(String name) {
        definitions.add(new UnitDefinition(name, false, Origin.NONE));
        return this;
    }

    public Business dimensions(String... names) {
        for (String name : names) {
            definitions.add(new DimensionDefinition(name, Origin.NONE));
            dimensions.add(name);
        }
        return this;
    }

    /** A flow; the unit may be null. */
    public Business input(String name, @Nullable String unit) {
        return input(name, unit, InputKind.FLOW);
    }

    /** An input of a kind; the unit may be null. */
    public Business input(String name, @Nullable String unit, InputKind kind) {
        definitions.add(new InputDefinition(name, unit == null ? null : Unit.of(unit), kind,
                new AbsentRule.Unknown(), null, null, Origin.NONE));
        return this;
    }

    public Business kpi(String name, @Nullable String label, Expression formula, Property... properties) {
        definitions.add(new KpiDefinition(name, label, null, formula, List.of(properties), Origin.NONE));
        return this;
    }

    /** One of several ways to define a KPI. */
    public Business variant(String name, @Nullable String label, String variant, Expression formula,
            Property... properties) {
        definitions.add(new KpiDefinition(name, label, variant, formula, List.of(properties), Origin.NONE));
        return this;
    }

    /** The facts of an input, period by period, without members. */
    public Business facts(String input, double... values) {
        return facts(List.of(), input, values);
    }

    /** The facts of an input for a member of each dimension. */
    public Business facts(List<String> members, String input, double... values) {
        facts.computeIfAbsent(members, none -> new LinkedHashMap<>()).put(input, values);
        return this;
    }

    public Model model() {
        return Model.of(new Definitions(definitions));
    }

    /** A question about everything. */
    public Evaluation ask() {
        Model model = model();
        FactsBuilder builder = Facts.builder(model);
        Map<List<String>, RowTable> tables = new LinkedHashMap<>();
        facts.forEach((members, inputs) -> inputs.forEach((input, values) -> {
            RowTable table = tables.computeIfAbsent(List.of(input, String.valueOf(members.size())), none -> builder
                    .table(input, first.grain())
                    .dimensions(dimensions.subList(0, members.size()).toArray(String[]::new))
                    .inputs(input));
            for (int i = 0; i < values.length; i++) {
                table.row(first.plus(i), members.toArray(String[]::new));
                if (Double.isNaN(values[i])) {
                    table.absent(input);
                } else {
                    table.value(input, values[i]);
                }
            }
        }));
        return Evaluation.of(model, builder.build());
    }

    /** {@code a / b}. */
    public static Expression ratio(String above, String below) {
        return Product.of(Reference.to(above), Product.Operator.DIVIDED_BY, Reference.to(below));
    }

    /** A number as it is written: {@code 3}, {@code 42%}, {@code 25 USD}. */
    public static NumberLiteral number(String written) {
        String[] parts = written.split(" ");
        boolean percent = parts[0].endsWith("%");
        BigDecimal digits = new BigDecimal(percent ? parts[0].substring(0, parts[0].length() - 1) : parts[0]);
        return new NumberLiteral(percent ? digits.movePointLeft(2) : digits,
                percent ? NumberLiteral.Suffix.PERCENT : NumberLiteral.Suffix.NONE,
                parts.length > 1 ? parts[1] : null, Origin.NONE);
    }

    public static Property shownIn(Unit unit) {
        return new Property.Shown(unit, Origin.NONE);
    }
}
