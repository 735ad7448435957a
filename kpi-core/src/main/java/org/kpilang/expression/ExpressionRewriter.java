package org.kpilang.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Copies a tree with changes: override the methods of the kinds to be replaced. A part whose operands come back
 * unchanged is returned itself, so that what is not touched is shared.
 */
public abstract class ExpressionRewriter implements ExpressionVisitor<Expression> {

    protected ExpressionRewriter() {}

    /** Rewrites an expression; the same as {@code expression.accept(this)}. */
    public Expression rewrite(Expression expression) {
        return expression.accept(this);
    }

    @Override
    public Expression visit(NumberLiteral number) {
        return number;
    }

    @Override
    public Expression visit(PeriodLiteral period) {
        return period;
    }

    @Override
    public Expression visit(Reference reference) {
        return reference;
    }

    @Override
    public Expression visit(Negation negation) {
        Expression operand = rewrite(negation.operand());
        return operand == negation.operand() ? negation : new Negation(operand, negation.origin());
    }

    @Override
    public Expression visit(Sum sum) {
        Expression first = rewrite(sum.first());
        List<Sum.Term> rest = each(sum.rest(), term -> {
            Expression operand = rewrite(term.operand());
            return operand == term.operand() ? term : new Sum.Term(term.operator(), operand, term.origin());
        });
        return first == sum.first() && rest == sum.rest() ? sum : new Sum(first, rest, sum.origin());
    }

    @Override
    public Expression visit(Product product) {
        Expression first = rewrite(product.first());
        List<Product.Factor> rest = each(product.rest(), factor -> {
            Expression operand = rewrite(factor.operand());
            return operand == factor.operand()
                    ? factor : new Product.Factor(factor.operator(), operand, factor.origin());
        });
        return first == product.first() && rest == product.rest()
                ? product : new Product(first, rest, product.origin());
    }

    @Override
    public Expression visit(Power power) {
        Expression base = rewrite(power.base());
        Expression exponent = rewrite(power.exponent());
        return base == power.base() && exponent == power.exponent()
                ? power : new Power(base, exponent, power.origin());
    }

    @Override
    public Expression visit(Comparison comparison) {
        Expression left = rewrite(comparison.left());
        Expression right = rewrite(comparison.right());
        return left == comparison.left() && right == comparison.right()
                ? comparison
                : new Comparison(comparison.operator(), left, right, comparison.operatorOrigin(), comparison.origin());
    }

    @Override
    public Expression visit(Logic logic) {
        List<Expression> operands = each(logic.operands(), this::rewrite);
        return operands == logic.operands() ? logic : new Logic(logic.operator(), operands, logic.origin());
    }

    @Override
    public Expression visit(Not not) {
        Expression operand = rewrite(not.operand());
        return operand == not.operand() ? not : new Not(operand, not.origin());
    }

    @Override
    public Expression visit(Conditional conditional) {
        Expression condition = rewrite(conditional.condition());
        Expression then = rewrite(conditional.then());
        Expression otherwise = rewrite(conditional.otherwise());
        return condition == conditional.condition() && then == conditional.then()
                && otherwise == conditional.otherwise()
                ? conditional : new Conditional(condition, then, otherwise, conditional.origin());
    }

    @Override
    public Expression visit(Fallback fallback) {
        List<Expression> operands = each(fallback.operands(), this::rewrite);
        return operands == fallback.operands() ? fallback : new Fallback(operands, fallback.origin());
    }

    @Override
    public Expression visit(Call call) {
        List<Expression> arguments = each(call.arguments(), this::rewrite);
        return arguments == call.arguments() ? call : new Call(call.function(), arguments, call.origin());
    }

    @Override
    public Expression visit(Selection selection) {
        Expression operand = rewrite(selection.operand());
        return operand == selection.operand()
                ? selection : new Selection(operand, selection.selectors(), selection.origin());
    }

    @Override
    public Expression visit(Statistic statistic) {
        Expression operand = rewrite(statistic.operand());
        List<Expression> arguments = each(statistic.arguments(), this::rewrite);
        return operand == statistic.operand() && arguments == statistic.arguments()
                ? statistic
                : new Statistic(statistic.function(), operand, statistic.stretch(), arguments, statistic.origin());
    }

    /** The list itself when nothing in it changes. */
    private static <T> List<T> each(List<T> items, UnaryOperator<T> change) {
        List<T> changed = new ArrayList<>(items.size());
        boolean same = true;
        for (T item : items) {
            T next = change.apply(item);
            same &= next == item;
            changed.add(next);
        }
        return same ? items : changed;
    }
}
