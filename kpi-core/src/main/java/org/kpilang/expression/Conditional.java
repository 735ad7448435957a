package org.kpilang.expression;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * A choice: {@code if churn > 5% then 0 else bonus}. A condition without a value gives no value; the branch that is not
 * taken does not count.
 */
public record Conditional(Expression condition, Expression then, Expression otherwise, Origin origin) implements Expression {

    public Conditional {
        Objects.requireNonNull(condition, "condition is null");
        Objects.requireNonNull(then, "then is null");
        Objects.requireNonNull(otherwise, "otherwise is null");
        Objects.requireNonNull(origin, "origin is null");
    }

    @Override
    public List<Expression> children() {
        return List.of(condition, then, otherwise);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Structure.equal(this, other);
    }

    @Override
    public int hashCode() {
        return Structure.hash(this);
    }

    @Override
    public String toString() {
        return ExpressionPrinter.print(this);
    }
}
