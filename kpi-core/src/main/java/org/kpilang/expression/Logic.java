package org.kpilang.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * A chain of conditions joined by one word: all of them for {@code and}, any of them for {@code or}. Three-valued
 * (Kleene): {@code and} with a false operand is false even where another has no value. Flat by construction: an operand
 * that is a chain of the same word is taken over.
 */
public record Logic(Operator operator, List<Expression> operands, Origin origin) implements Expression {

    public Logic {
        Objects.requireNonNull(operator, "operator is null");
        List<Expression> flat = new ArrayList<>(operands.size());
        for (Expression operand : operands) {
            if (operand instanceof Logic inner && inner.operator == operator) {
                flat.addAll(inner.operands);
            } else {
                flat.add(operand);
            }
        }
        if (flat.size() < 2) {
            throw new IllegalArgumentException("one condition alone is not joined");
        }
        operands = List.copyOf(flat);
        Objects.requireNonNull(origin, "origin is null");
    }

    /** The words that join conditions. */
    public enum Operator {
        AND("and"),
        OR("or");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Override
    public List<Expression> children() {
        return operands;
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
