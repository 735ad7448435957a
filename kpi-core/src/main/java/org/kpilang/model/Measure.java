package org.kpilang.model;

import java.util.Optional;
import java.util.function.Function;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.unit.Unit;

/** What a change or a tolerance is given in, which is said by how it is written. */
public enum Measure {
    /** In the unit of the KPI. */
    AMOUNT,
    /** As a share of the value that it starts from, or of the target. */
    SHARE,
    /** In points. */
    POINTS;

    /** Constants that stand for constants are followed so far. */
    private static final int MOST_NAMES = 100;

    /**
     * How an amount is measured: a percentage is always one of another value, also where that is a percentage
     * itself; {@code 2 points} are the way from 40% to 42%.
     *
     * @param constants gives the value of a constant by its name, and nothing for other names
     */
    public static Measure of(Expression amount, Function<String, Optional<Expression>> constants) {
        Expression written = amount instanceof Negation negation ? negation.operand() : amount;
        for (int named = 0; written instanceof Reference reference && named < MOST_NAMES; named++) {
            written = constants.apply(reference.name()).orElse(Reference.to(reference.name()));
            written = written instanceof Negation negation ? negation.operand() : written;
        }
        if (!(written instanceof NumberLiteral number)) {
            return AMOUNT;
        } else if (number.suffix() == NumberLiteral.Suffix.PERCENT) {
            return SHARE;
        }
        return number.unit() != null && Unit.of(number.unit()).equals(Unit.POINTS) ? POINTS : AMOUNT;
    }
}
