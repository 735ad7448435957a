package org.kpilang.testing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Bounds;
import org.kpilang.source.Origin;

/** The range that an input declares, and facts within it. */
enum FactRange {
    NONE, NOT_NEGATIVE, POSITIVE, BETWEEN, LOW, NOT_POSITIVE;

    private static final int MOST = 20;

    static FactRange any(Choices choices, AbsentRule absent) {
        FactRange range = values()[choices.weighted(3, 3, 2, 4, 4, 1)];
        // Zero has to be within.
        return range == POSITIVE && absent instanceof AbsentRule.Zero ? NOT_NEGATIVE : range;
    }

    @Nullable Bounds bounds() {
        Expression zero = number(0);
        return switch (this) {
            case NONE -> null;
            case NOT_NEGATIVE -> Bounds.atLeast(zero);
            case POSITIVE -> Bounds.above(zero);
            case BETWEEN -> Bounds.between(new Negation(number(MOST), Origin.NONE), number(MOST));
            case LOW -> Bounds.between(zero, number(MOST));
            case NOT_POSITIVE -> Bounds.atMost(zero);
        };
    }

    private static Expression number(int value) {
        return NumberLiteral.of(BigDecimal.valueOf(value));
    }

    /** A value within the range in place of any. */
    double within(double value) {
        return switch (this) {
            case NONE -> value;
            case NOT_NEGATIVE -> Math.abs(value);
            case POSITIVE -> Math.max(1, Math.abs(value));
            case BETWEEN -> Math.max(-MOST, Math.min(MOST, value));
            case LOW -> Math.min(MOST, Math.abs(value));
            case NOT_POSITIVE -> 0 - Math.abs(value);
        };
    }
}
