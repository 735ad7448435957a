package org.kpilang.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * A chain of multiplications and divisions, worked out from left to right: {@code a / b * c}. Flat by construction,
 * like {@link Sum}.
 */
public record Product(Expression first, List<Factor> rest, Origin origin) implements Expression {

    public Product {
        Objects.requireNonNull(first, "first is null");
        Objects.requireNonNull(origin, "origin is null");
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("one operand alone is no product");
        }
        if (first instanceof Product inner) {
            List<Factor> all = new ArrayList<>(inner.rest.size() + rest.size());
            all.addAll(inner.rest);
            all.addAll(rest);
            first = inner.first;
            rest = all;
        }
        rest = List.copyOf(rest);
    }

    public static Product of(Expression first, Operator operator, Expression second) {
        return new Product(first, List.of(new Factor(operator, second, Origin.NONE)), Origin.NONE);
    }

    @Override
    public List<Expression> children() {
        List<Expression> children = new ArrayList<>(rest.size() + 1);
        children.add(first);
        rest.forEach(factor -> children.add(factor.operand()));
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

    /**
     * An operand and the operator before it.
     *
     * @param origin where the operator was written
     */
    public record Factor(Operator operator, Expression operand, Origin origin) {

        public Factor {
            Objects.requireNonNull(operator, "operator is null");
            Objects.requireNonNull(operand, "operand is null");
            Objects.requireNonNull(origin, "origin is null");
        }
    }

    /** The operators of this level. */
    public enum Operator {
        TIMES("*"),
        DIVIDED_BY("/");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
