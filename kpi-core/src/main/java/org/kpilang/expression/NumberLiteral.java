package org.kpilang.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * A number as written: {@code 3}, {@code 42%}, {@code 25k}, {@code 1.5M USD}. Never negative; a minus sign is a
 * {@link Negation}.
 *
 * @param value  what the number stands for, with percent and magnitude applied: 0.42 for {@code 42%}. Kept exactly,
 *               without trailing zeros
 * @param suffix how it was written
 * @param unit   the unit or currency after the number, or null; a length of time in the singular, {@code month} for
 *               {@code 3 months}
 */
public record NumberLiteral(BigDecimal value, Suffix suffix, @Nullable String unit, Origin origin)
        implements Expression {

    private static final Set<String> LENGTHS_OF_TIME =
            Set.of("second", "minute", "hour", "day", "week", "month", "quarter", "year");

    public NumberLiteral {
        Objects.requireNonNull(value, "value is null");
        Objects.requireNonNull(suffix, "suffix is null");
        Objects.requireNonNull(origin, "origin is null");
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a number literal is not negative: " + value);
        }
        if (Double.isInfinite(value.doubleValue())) {
            throw new IllegalArgumentException("too large for a number: " + value.toEngineeringString());
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (unit != null) {
            Names.required(unit);
        }
        if (unit != null && unit.endsWith("s") && LENGTHS_OF_TIME.contains(unit.substring(0, unit.length() - 1))) {
            unit = unit.substring(0, unit.length() - 1);
        }
    }

    /** The unit as it is written after the number: {@code 1 month}, but {@code 3 months}. */
    @Nullable String writtenUnit() {
        if (unit == null) {
            return null;
        } else if (LENGTHS_OF_TIME.contains(unit)) {
            return value.equals(BigDecimal.ONE) ? unit : unit + "s";
        }
        return Names.KEYWORDS.contains(unit) ? "`" + unit + "`" : Names.written(unit);
    }

    /** A plain number, built in Java. */
    public static NumberLiteral of(BigDecimal value) {
        return new NumberLiteral(value, Suffix.NONE, null, Origin.NONE);
    }

    public double doubleValue() {
        return value.doubleValue();
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

    /** How a number is abbreviated. */
    public enum Suffix {
        NONE("", 0),
        PERCENT("%", -2),
        THOUSAND("k", 3),
        MILLION("M", 6),
        BILLION("B", 9);

        private final String text;
        private final int exponent;

        Suffix(String text, int exponent) {
            this.text = text;
            this.exponent = exponent;
        }

        /** The characters after the digits. */
        public String text() {
            return text;
        }

        /** The power of ten that the suffix stands for. */
        public int exponent() {
            return exponent;
        }
    }
}
