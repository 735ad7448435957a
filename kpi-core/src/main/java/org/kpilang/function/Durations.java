package org.kpilang.function;

import java.util.Arrays;
import java.util.Optional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;

/** Lengths of time as arguments: a whole number with a unit of time, {@code 1 year}. */
public final class Durations {

    private Durations() {}

    /** The unit of time that a literal is written in, if the expression is a length of time. */
    public static Optional<PeriodUnit> unit(Expression expression) {
        if (!(expression instanceof NumberLiteral number) || number.unit() == null
                || number.value().stripTrailingZeros().scale() > 0 || number.value().precision() > 9) {
            return Optional.empty();
        }
        return Arrays.stream(PeriodUnit.values())
                .filter(unit -> number.unit().equals(unit.word()) || number.unit().equals(unit.word() + "s"))
                .findFirst();
    }

    /** The shift by a length of time; the expression must be one. */
    static Selector ago(Expression expression) {
        PeriodUnit unit = unit(expression)
                .orElseThrow(() -> new IllegalArgumentException("not a length of time: " + expression));
        return new Selector.Ago(((NumberLiteral) expression).value().intValueExact(), unit, false);
    }
}
