package org.kpilang.model;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.source.Origin;

/** What an {@linkplain Property.Example example} says that the formula gives. */
public sealed interface Expectation {

    /** Where it was written. */
    Origin origin();

    /**
     * A value: {@code gives 40%}, {@code gives revenue / 3}. A number that is written out is met by what rounds to it,
     * up to half a unit of its last digit: {@code 40%} by 39.5 % to 40.5 %, {@code 40.0%} by 39.95 % to 40.05 %, and
     * {@code 25k} by 24,500 to 25,500. Anything else is met up to a relative difference of 1e-9.
     *
     * @param lastDigit the unit of the last digit of a number that is written out, 0.01 for {@code 40%}; null for
     *                  anything else
     */
    record Value(Expression expression, @Nullable BigDecimal lastDigit) implements Expectation {

        public Value {
            Objects.requireNonNull(expression, "expression is null");
            if (lastDigit != null && lastDigit.signum() <= 0) {
                throw new IllegalArgumentException("the unit of a digit is positive, not " + lastDigit);
            }
        }

        @Override
        public Origin origin() {
            return expression.origin();
        }
    }

    /**
     * No value: {@code gives unknown}, {@code gives undefined}.
     *
     * @param undefined whether it is arithmetic that has no answer, rather than the facts
     */
    record NoValue(boolean undefined, Origin origin) implements Expectation {

        public NoValue {
            Objects.requireNonNull(origin, "origin is null");
        }

        /** The word for it: {@code unknown}, {@code undefined}. */
        public String word() {
            return undefined ? "undefined" : "unknown";
        }
    }
}
