package org.kpilang.expression;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * The opposite of a number: {@code -x}.
 */
public record Negation(Expression operand, Origin origin) implements Expression {

    public Negation {
        Objects.requireNonNull(operand, "operand is null");
        Objects.requireNonNull(origin, "origin is null");
    }

    @Override
    public List<Expression> children() {
        return List.of(operand);
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
