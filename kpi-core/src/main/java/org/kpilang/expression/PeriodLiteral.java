package org.kpilang.expression;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * A period named in a formula, such as the base of an index: {@code at 2024-01}, {@code at 2024-Q3}. Only the text is
 * kept; the calendar of the model reads it.
 */
public record PeriodLiteral(String text, Origin origin) implements Expression {

    public PeriodLiteral {
        Objects.requireNonNull(text, "text is null");
        Objects.requireNonNull(origin, "origin is null");
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
