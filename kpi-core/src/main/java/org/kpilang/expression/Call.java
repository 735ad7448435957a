package org.kpilang.expression;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * A call of a function by name: {@code max(a, b)}, {@code growth(revenue, 1 year)}.
 */
public record Call(String function, List<Expression> arguments, Origin origin) implements Expression {

    public Call {
        function = Names.normalized(Names.required(Objects.requireNonNull(function, "function is null")));
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(origin, "origin is null");
    }

    public static Call of(String function, Expression... arguments) {
        return new Call(function, List.of(arguments), Origin.NONE);
    }

    @Override
    public List<Expression> children() {
        return arguments;
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
