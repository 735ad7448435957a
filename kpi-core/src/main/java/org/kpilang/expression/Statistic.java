package org.kpilang.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * A summary of the values of successive periods: {@code avg(margin over 12 months)}. The operand is asked once for each
 * period of the stretch, and its answers are summarised; that is another question than the operand's own value over the
 * stretch, {@code margin[last 12 months]}.
 *
 * @param function  the name of the summary: {@code sum}, {@code avg}, {@code median} …
 * @param arguments what follows the stretch, such as the 0.95 of a quantile
 */
public record Statistic(String function, Expression operand, Stretch stretch, List<Expression> arguments, Origin origin) implements Expression {

    public Statistic {
        Names.required(Objects.requireNonNull(function, "function is null"));
        Objects.requireNonNull(operand, "operand is null");
        Objects.requireNonNull(stretch, "stretch is null");
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(origin, "origin is null");
    }

    @Override
    public List<Expression> children() {
        List<Expression> children = new ArrayList<>(arguments.size() + 1);
        children.add(operand);
        children.addAll(arguments);
        return children;
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
