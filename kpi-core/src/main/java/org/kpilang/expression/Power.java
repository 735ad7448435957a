package org.kpilang.expression;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * A power. It groups to the right and binds tighter than a minus sign: {@code 2 ^ 3 ^ 2} is 512, {@code -3 ^ 2} is
 * -9.
 */
public record Power(Expression base, Expression exponent, Origin origin) implements Expression {

    public Power {
        Objects.requireNonNull(base, "base is null");
        Objects.requireNonNull(exponent, "exponent is null");
        Objects.requireNonNull(origin, "origin is null");
    }

    @Override
    public List<Expression> children() {
        return List.of(base, exponent);
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
