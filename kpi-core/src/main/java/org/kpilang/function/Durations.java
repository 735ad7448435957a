package org.kpilang.function;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.source.Limit;

/** Lengths of time as arguments: a whole number with a unit of time, {@code 1 year}. */
public final class Durations {

    private Durations() {}

    /** The unit of time that a literal is written in, if the expression is a length of time. */
    public static Optional<PeriodUnit> unit(Expression expression) {
        if (!(expression instanceof NumberLiteral number) || number.unit() == null || number.value().scale() > 0) {
            return Optional.empty();
        }
        return Arrays.stream(PeriodUnit.values())
                .filter(unit -> number.unit().equals(unit.word()) || number.unit().equals(unit.word() + "s"))
                .findFirst();
    }

    /** Whether the expression may stand for a parameter of a sort, as far as that asks for a length of time. */
    public static boolean fits(Expression expression, Signature.Sort sort, long most) {
        return switch (sort) {
            case DURATION -> isWithin(expression, most);
            case YEARS -> isWithin(expression, most) && unit(expression).orElseThrow() == PeriodUnit.YEAR;
            case NUMBER, FIXED, PERIOD, DIMENSION, WORD -> true;
        };
    }

    /** Whether the expression is a length of time of 1 to so many units. */
    public static boolean isWithin(Expression expression, long most) {
        return unit(expression).isPresent()
                && ((NumberLiteral) expression).value().signum() > 0
                && ((NumberLiteral) expression).value().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /**
     * The shift by a length of time.
     *
     * @throws IllegalArgumentException if the expression is not one, or longer than any limit
     */
    static Selector ago(Expression expression) {
        if (!isWithin(expression, Limit.WINDOW.most())) {
            throw new IllegalArgumentException("not a length of time: " + expression);
        }
        return new Selector.Ago(((NumberLiteral) expression).value().intValueExact(), unit(expression).orElseThrow(),
                false);
    }
}
