package org.kpilang.expression;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * The name of an input, a KPI, a constant or a parameter; of a variant of a KPI with a point: {@code
 * churn.average_base}.
 */
public record Reference(String name, Origin origin) implements Expression {

    public Reference {
        name = Names.normalized(Names.required(Objects.requireNonNull(name, "name is null")));
        Objects.requireNonNull(origin, "origin is null");
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
