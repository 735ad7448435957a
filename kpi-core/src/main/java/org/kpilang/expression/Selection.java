package org.kpilang.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * An expression asked in another context: {@code revenue[year to date][1 year ago]}. Selectors are listed from left to
 * right as written; the last one changes the context first. Flat by construction.
 */
public record Selection(Expression operand, List<Selector> selectors, Origin origin) implements Expression {

    public Selection {
        Objects.requireNonNull(operand, "operand is null");
        if (selectors.isEmpty()) {
            throw new IllegalArgumentException("a selection needs a selector");
        }
        if (operand instanceof Selection inner) {
            List<Selector> all = new ArrayList<>(inner.selectors);
            all.addAll(selectors);
            operand = inner.operand;
            selectors = all;
        }
        selectors = List.copyOf(selectors);
        Objects.requireNonNull(origin, "origin is null");
    }

    public static Selection of(Expression operand, Selector... selectors) {
        return new Selection(operand, List.of(selectors), Origin.NONE);
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
