package org.kpilang.model.internal;

import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.Sum;
import org.kpilang.series.Interval;

/** Which divisors are worth a word. */
final class Divisors {

    private Divisors() {}

    /**
     * Whether a divisor that can be zero is a mistake rather than a period in which nothing happened: zero lies inside
     * what is known of it, or it is a difference that can come down to zero. A count that is not negative is zero
     * only when there was nothing to count, and then there is rightly no value.
     */
    static boolean isDoubtful(Expression divisor, Interval range) {
        if (range.isAny() || !range.contains(0)) {
            return false;
        }
        return range.low() < 0 && range.high() > 0 || isDifference(divisor);
    }

    private static boolean isDifference(Expression divisor) {
        return divisor instanceof Negation || divisor instanceof Sum sum
                && sum.rest().stream().anyMatch(term -> term.operator() == Sum.Operator.MINUS);
    }
}
