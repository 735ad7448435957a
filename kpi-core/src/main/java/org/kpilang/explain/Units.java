package org.kpilang.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.aggregate.Statistics;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionVisitor;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Negation;
import org.kpilang.expression.Not;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Sum;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.unit.Unit;

/**
 * The units of parts of a formula that was checked with its model, to show their values. {@link Unit#ANY} where it is not
 * known, as it is not far down in functions that call functions.
 */
final class Units implements ExpressionVisitor<Unit> {

    /** How far functions that are written in the language are looked into. */
    private static final int DEEPEST = 20;
    /** How many of them are looked into for one unit. */
    private static final int MOST = 100;

    private final Model model;
    private final Function<Call, Optional<Expression>> meaning;
    private int depth;
    private int calls;

    /** @param meaning what a call of a function that is written in the language stands for */
    Units(Model model, Function<Call, Optional<Expression>> meaning) {
        this.model = model;
        this.meaning = meaning;
    }

    Unit of(Expression expression) {
        calls = 0;
        try {
            return expression.accept(this);
        } catch (ArithmeticException tooHighAPower) {
            return Unit.ANY;
        }
    }

    @Override
    public Unit visit(NumberLiteral number) {
        if (number.unit() != null) {
            return Unit.of(number.unit());
        }
        return number.suffix() == NumberLiteral.Suffix.PERCENT ? Unit.PERCENT : Unit.BARE;
    }

    @Override
    public Unit visit(PeriodLiteral period) {
        return Unit.ANY;
    }

    @Override
    public Unit visit(Reference reference) {
        InputDefinition input = model.input(reference.name()).orElse(null);
        if (input != null) {
            return Objects.requireNonNullElse(input.unit(), Unit.ANY);
        }
        return model.kpi(reference.name()).map(Kpi::unit)
                .or(() -> model.constant(reference.name()).map(ConstantDefinition::value).map(value -> value.accept(this)))
                .orElse(Unit.ANY);
    }

    @Override
    public Unit visit(Negation negation) {
        return negation.operand().accept(this);
    }

    @Override
    public Unit visit(Sum sum) {
        return common(sum.children());
    }

    @Override
    public Unit visit(Product product) {
        Unit unit = product.first().accept(this);
        for (Product.Factor factor : product.rest()) {
            Unit next = factor.operand().accept(this);
            unit = factor.operator() == Product.Operator.TIMES ? unit.times(next) : unit.dividedBy(next);
        }
        return unit;
    }

    @Override
    public Unit visit(Power power) {
        Unit base = power.base().accept(this);
        return base.isPure() ? base : Unit.ANY;
    }

    @Override
    public Unit visit(Comparison comparison) {
        return Unit.ANY;
    }

    @Override
    public Unit visit(Logic logic) {
        return Unit.ANY;
    }

    @Override
    public Unit visit(Not not) {
        return Unit.ANY;
    }

    @Override
    public Unit visit(Conditional conditional) {
        return common(List.of(conditional.then(), conditional.otherwise()));
    }

    @Override
    public Unit visit(Fallback fallback) {
        return common(fallback.operands());
    }

    private Unit common(List<Expression> operands) {
        Unit unit = operands.get(0).accept(this);
        for (Expression operand : operands.subList(1, operands.size())) {
            unit = unit.plus(operand.accept(this));
        }
        return unit;
    }

    @Override
    public Unit visit(Call call) {
        if (model.functions().find(call.function()).orElse(null) instanceof PointwiseFunction function
                && model.defined(call.function()).isEmpty()) {
            return Objects.requireNonNullElse(function.unit(call.arguments().stream().map(argument -> argument.accept(this)).toList()), Unit.ANY);
        } else if (depth == DEEPEST || calls++ == MOST) {
            return Unit.ANY;
        }
        depth++;
        Unit unit = meaning.apply(call).map(formula -> formula.accept(this)).orElse(Unit.ANY);
        depth--;
        return unit;
    }

    @Override
    public Unit visit(Selection selection) {
        return selection.operand().accept(this);
    }

    @Override
    public Unit visit(Statistic statistic) {
        return Statistics.named(statistic.function()).filter(NamedStatistic::isNumber).isPresent() ? Unit.NUMBER
                : statistic.operand().accept(this);
    }
}
