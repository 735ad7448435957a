package org.kpilang.expression;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * A comparison of two numbers; it yields a condition. Comparisons do not chain.
 *
 * @param operatorOrigin where the operator was written
 */
public record Comparison(
        Operator operator, Expression left, Expression right, Origin operatorOrigin, Origin origin)
        implements Expression {

    public Comparison {
        Objects.requireNonNull(operator, "operator is null");
        Objects.requireNonNull(left, "left is null");
        Objects.requireNonNull(right, "right is null");
        Objects.requireNonNull(operatorOrigin, "operatorOrigin is null");
        Objects.requireNonNull(origin, "origin is null");
    }

    public static Comparison of(Expression left, Operator operator, Expression right) {
        return new Comparison(operator, left, right, Origin.NONE, Origin.NONE);
    }

    @Override
    public List<Expression> children() {
        return List.of(left, right);
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

    /** The six comparisons. */
    public enum Operator {
        EQUAL("=") {
            @Override
            public boolean holds(double left, double right) {
                return left == right;
            }
        },
        NOT_EQUAL("<>") {
            @Override
            public boolean holds(double left, double right) {
                return left != right;
            }
        },
        LESS("<") {
            @Override
            public boolean holds(double left, double right) {
                return left < right;
            }
        },
        AT_MOST("<=") {
            @Override
            public boolean holds(double left, double right) {
                return left <= right;
            }
        },
        GREATER(">") {
            @Override
            public boolean holds(double left, double right) {
                return left > right;
            }
        },
        AT_LEAST(">=") {
            @Override
            public boolean holds(double left, double right) {
                return left >= right;
            }
        };

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        /** Whether the comparison holds for two finite numbers; exact, without a tolerance. */
        public abstract boolean holds(double left, double right);

        @Override
        public String toString() {
            return text;
        }
    }
}
