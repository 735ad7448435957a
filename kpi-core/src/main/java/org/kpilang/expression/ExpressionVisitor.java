package org.kpilang.expression;

/**
 * One method for each kind of expression, in the order of {@link Expression}'s permits clause. Implementing it makes a
 * new kind of expression an error of compilation rather than a surprise.
 *
 * @param <R> what a visit returns
 */
public interface ExpressionVisitor<R> {

    R visit(NumberLiteral number);

    R visit(PeriodLiteral period);

    R visit(Reference reference);

    R visit(Negation negation);

    R visit(Sum sum);

    R visit(Product product);

    R visit(Power power);

    R visit(Comparison comparison);

    R visit(Logic logic);

    R visit(Not not);

    R visit(Conditional conditional);

    R visit(Fallback fallback);

    R visit(Call call);

    R visit(Selection selection);

    R visit(Statistic statistic);
}
