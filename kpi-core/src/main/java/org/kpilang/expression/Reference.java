package org.kpilang.expression;

import java.util.List;
import java.util.Objects;
import org.kpilang.source.Origin;

/**
 * The name of an input, a KPI, a constant or a parameter.
 */
public record Reference(String name, Origin origin) implements Expression {

    public Reference {
        Objects.requireNonNull(name, "name is null");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name is empty");
        }
        Objects.requireNonNull(origin, "origin is null");
        name = Names.normalized(name);
    }

    public static Reference to(String name) {
        return new Reference(name, Origin.NONE);
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String toString() {
        return ExpressionPrinter.print(this);
    }
}
