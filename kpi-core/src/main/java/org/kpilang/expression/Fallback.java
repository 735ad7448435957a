package org.kpilang.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * The first operand that has a value: {@code x else 0}. Flat by construction.
 */
public record Fallback(List<Expression> operands, Origin origin) implements Expression {

    public Fallback {
        if (operands.size() < 2) {
            throw new IllegalArgumentException("one operand alone has no fallback");
        }
        List<Expression> flat = new ArrayList<>(operands.size());
        for (Expression operand : operands) {
            if (operand instanceof Fallback inner) {
                flat.addAll(inner.operands);
            } else {
                flat.add(operand);
            }
        }
        operands = List.copyOf(flat);
        Objects.requireNonNull(origin, "origin is null");
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
