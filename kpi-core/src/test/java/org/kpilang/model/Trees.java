package org.kpilang.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Negation;
import org.kpilang.expression.Not;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.expression.Sum;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.unit.Unit;

/**
 * Definitions and formulas built by hand. The origin of each part is its own text, so that a test sees what is pointed
 * at.
 */
final class Trees {

    private Trees() {}

    static Origin origin(String text) {
        return Origin.of(SourceText.of("model.kpi", text), Span.of(0, text.codePointCount(0, text.length())));
    }

    /** The text that a diagnostic points at. */
    static String pointedAt(Origin origin) {
        return origin.isKnown() ? origin.source().slice(origin.span()) : "";
    }

    private static Expression marked(Function<Origin, Expression> part) {
        return part.apply(origin(part.apply(Origin.NONE).toString()));
    }

    static Expression ref(String name) {
        return marked(origin -> new Reference(name, origin));
    }

    static Expression number(String value) {
        return number(value, null);
    }

    static Expression number(String value, @Nullable String unit) {
        return marked(origin -> new NumberLiteral(new BigDecimal(value), NumberLiteral.Suffix.NONE, unit, origin));
    }

    static Expression percent(String value) {
        return marked(origin -> new NumberLiteral(new BigDecimal(value).movePointLeft(2), NumberLiteral.Suffix.PERCENT,
                null, origin));
    }

    static Expression period(String text) {
        return marked(origin -> new PeriodLiteral(text, origin));
    }

    static Expression negative(Expression operand) {
        return marked(origin -> new Negation(operand, origin));
    }

    static Expression plus(Expression left, Expression right) {
        return sum(left, Sum.Operator.PLUS, right);
    }

    static Expression minus(Expression left, Expression right) {
        return sum(left, Sum.Operator.MINUS, right);
    }

    private static Expression sum(Expression left, Sum.Operator operator, Expression right) {
        return marked(origin -> new Sum(left, List.of(new Sum.Term(operator, right, origin(operator.toString()))), origin));
    }

    static Expression times(Expression left, Expression right) {
        return product(left, Product.Operator.TIMES, right);
    }

    static Expression over(Expression left, Expression right) {
        return product(left, Product.Operator.DIVIDED_BY, right);
    }

    private static Expression product(Expression left, Product.Operator operator, Expression right) {
        return marked(origin -> new Product(left,
                List.of(new Product.Factor(operator, right, origin(operator.toString()))), origin));
    }

    static Expression power(Expression base, Expression exponent) {
        return marked(origin -> new Power(base, exponent, origin));
    }

    static Expression greater(Expression left, Expression right) {
        return marked(origin -> new Comparison(Comparison.Operator.GREATER, left, right, origin(">"), origin));
    }

    static Expression both(Expression... operands) {
        return marked(origin -> new Logic(Logic.Operator.AND, List.of(operands), origin));
    }

    static Expression not(Expression operand) {
        return marked(origin -> new Not(operand, origin));
    }

    static Expression when(Expression condition, Expression then, Expression otherwise) {
        return marked(origin -> new Conditional(condition, then, otherwise, origin));
    }

    static Expression fallback(Expression... operands) {
        return marked(origin -> new Fallback(List.of(operands), origin));
    }

    static Expression call(String function, Expression... arguments) {
        return marked(origin -> new Call(function, List.of(arguments), origin));
    }

    static Expression select(Expression operand, Selector... selectors) {
        return marked(origin -> new Selection(operand, List.of(selectors), origin));
    }

    static Expression statistic(String function, Expression operand, Stretch stretch, Expression... arguments) {
        return marked(origin -> new Statistic(function, operand, stretch, List.of(arguments), origin));
    }

    static Stretch months(int count) {
        return new Stretch.Periods(count, PeriodUnit.MONTH, 0);
    }

    static Selector slice(String dimension, String member) {
        return new Selector.Slice(new SliceCondition.Membership(dimension, List.of(member), false));
    }

    static KpiDefinition kpi(String name, Expression formula, Property... properties) {
        return new KpiDefinition(name, null, null, formula, List.of(properties), origin("kpi " + name));
    }

    static Property.Since since(String period) {
        return new Property.Since(period, origin("since " + period));
    }

    static Property.Until until(String period) {
        return new Property.Until(period, origin("until " + period));
    }

    static KpiDefinition variant(String name, String variant, Expression formula, Property... properties) {
        return new KpiDefinition(name, null, variant, formula, List.of(properties),
                origin("kpi " + name + " variant " + variant));
    }

    static InputDefinition input(String name, @Nullable String unit, InputKind kind) {
        return new InputDefinition(name, unit == null ? null : Unit.of(unit), kind, new AbsentRule.Unknown(), null, null,
                origin("input " + name));
    }

    static InputDefinition weighted(String name, InputKind kind, String weight) {
        return new InputDefinition(name, null, kind, new AbsentRule.Unknown(), weight, null, origin("input " + name));
    }

    static ConstantDefinition constant(String name, Expression value) {
        return new ConstantDefinition(name, value, origin("constant " + name));
    }

    static FunctionDefinition define(String name, List<String> parameters, Expression body) {
        return new FunctionDefinition(name, parameters, body, origin("define " + name));
    }

    static UnitDefinition unit(String name) {
        return new UnitDefinition(name, false, origin("unit " + name));
    }

    static UnitDefinition currency(String name) {
        return new UnitDefinition(name, true, origin("currency " + name));
    }

    static DimensionDefinition dimension(String name) {
        return new DimensionDefinition(name, origin("dimension " + name));
    }

    static Property.Shown shown(String unit) {
        return new Property.Shown(Unit.of(unit), origin("unit " + unit));
    }

    static Property.Target target(Expression value) {
        return target(value, null);
    }

    static Property.Target target(Expression value, @Nullable String by) {
        return new Property.Target(value, by, null, null, null, origin("target"));
    }
}
