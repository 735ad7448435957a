package org.kpilang.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.expression.Sum;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.source.Origin;

/** Builds a model of a few lines, and the formulas for it. */
public final class SmallModel {

    static final AbsentRule UNKNOWN = new AbsentRule.Unknown();
    static final AbsentRule ZERO = new AbsentRule.Zero();

    private final List<Definition> definitions = new ArrayList<>();

    /** A model without definitions. */
    public SmallModel() {}

    /** Adds flows whose absent facts are unknown. */
    public SmallModel flows(String... names) {
        for (String name : names) {
            input(name, InputKind.FLOW, UNKNOWN);
        }
        return this;
    }

    /** Adds an input. */
    public SmallModel input(String name, InputKind kind, AbsentRule absent) {
        definitions.add(new InputDefinition(name, null, kind, absent, null, null, Origin.NONE));
        return this;
    }

    /** Adds a level that another input weighs. */
    public SmallModel level(String name, String weight, AbsentRule absent) {
        definitions.add(new InputDefinition(name, null, InputKind.LEVEL, absent, weight, null, Origin.NONE));
        return this;
    }

    /** Adds dimensions. */
    public SmallModel dimensions(String... names) {
        for (String name : names) {
            definitions.add(new DimensionDefinition(name, Origin.NONE));
        }
        return this;
    }

    /** Adds any definition. */
    public SmallModel define(Definition definition) {
        definitions.add(definition);
        return this;
    }

    /** Adds a KPI. */
    public SmallModel kpi(String name, Expression formula) {
        definitions.add(KpiDefinition.of(name, formula));
        return this;
    }

    /** What was added. */
    public Definitions definitions() {
        return new Definitions(definitions);
    }

    /** The model. */
    public Model build() {
        return Model.of(definitions());
    }

    /** A name in a formula. */
    public static Expression name(String name) {
        return Reference.to(name);
    }

    /** A number in a formula. */
    public static Expression number(double value) {
        return NumberLiteral.of(BigDecimal.valueOf(value));
    }

    /** A sum. */
    public static Expression plus(Expression left, Expression right) {
        return Sum.of(left, Sum.Operator.PLUS, right);
    }

    /** A difference. */
    public static Expression minus(Expression left, Expression right) {
        return Sum.of(left, Sum.Operator.MINUS, right);
    }

    /** A product. */
    public static Expression times(Expression left, Expression right) {
        return Product.of(left, Product.Operator.TIMES, right);
    }

    /** A quotient. */
    public static Expression over(Expression left, Expression right) {
        return Product.of(left, Product.Operator.DIVIDED_BY, right);
    }

    /** An expression under selectors. */
    public static Expression select(Expression operand, Selector... selectors) {
        return Selection.of(operand, selectors);
    }

    /** A statistic over periods. */
    public static Expression statistic(String function, Expression operand, Stretch stretch) {
        return new Statistic(function, operand, stretch, List.of(), Origin.NONE);
    }

    /** Growth over a number of periods. */
    public static Expression growth(Expression operand, int count, PeriodUnit unit) {
        return Call.of("growth", operand, new NumberLiteral(
                BigDecimal.valueOf(count), NumberLiteral.Suffix.NONE, unit.word(), Origin.NONE));
    }

    /** The same window, some periods before. */
    public static Selector ago(int count, PeriodUnit unit) {
        return new Selector.Ago(count, unit, false);
    }

    /** A window that ends with this one. */
    public static Selector last(int count, PeriodUnit unit) {
        return new Selector.Last(count, unit, 0);
    }

    /** One member of a dimension. */
    public static Selector slice(String dimension, String member) {
        return new Selector.Slice(new SliceCondition.Membership(dimension, List.of(member), false));
    }
}
