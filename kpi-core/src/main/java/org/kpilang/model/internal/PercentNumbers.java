package org.kpilang.model.internal;

import java.math.BigDecimal;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;

/** Plain numbers that are held against a percentage and were probably meant as one: {@code churn > 5}. */
final class PercentNumbers {

    private PercentNumbers() {}

    /** Whether a number above 1 is written without a percent sign. */
    static boolean isAboveOne(Expression number) {
        return plain(number) instanceof NumberLiteral literal && literal.unit() == null
                && literal.suffix() != NumberLiteral.Suffix.PERCENT && literal.value().compareTo(BigDecimal.ONE) > 0;
    }

    static String message(Expression number) {
        NumberLiteral literal = (NumberLiteral) plain(number);
        return "`" + number + "` beside a percentage is " + literal.value().movePointRight(2).toPlainString() + "%";
    }

    static String hint(Expression number) {
        NumberLiteral literal = (NumberLiteral) plain(number);
        return "write `" + literal.value().toPlainString() + "%`, or `"
                + literal.value().movePointRight(2).toPlainString() + "%` if that is meant";
    }

    private static Expression plain(Expression number) {
        return number instanceof Negation negation ? negation.operand() : number;
    }
}
