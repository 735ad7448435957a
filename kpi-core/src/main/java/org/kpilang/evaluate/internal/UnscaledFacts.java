package org.kpilang.evaluate.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.InputFacts;

/**
 * The facts of an input as whole numbers of one scale: 12.5 is 1250 at a scale of 2. So they add up fast and exactly.
 *
 * @param values one for each fact
 * @param scale  the digits after the point that the last digits of the values stand for
 */
record UnscaledFacts(long[] values, int scale) {

    /** A long has no more digits than these to give to the places after the point. */
    private static final int LONG_DIGITS = 18;
    /** At a larger scale, doubles are taken one by one. */
    private static final int MOST_SCALE = 6;
    /** A decimal of up to 15 digits is the only one for its double. */
    private static final double LARGEST = 1e15;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    /** The facts, or null if they do not all fit into longs of one scale. */
    static @Nullable UnscaledFacts of(InputFacts input) {
        int scale = 0;
        for (int fact = 0; fact < input.size(); fact++) {
            scale = Math.max(scale, scale(input, fact, scale));
        }
        if (scale > LONG_DIGITS) {
            return null;
        }
        long[] values = new long[input.size()];
        for (int fact = 0; fact < values.length; fact++) {
            double unscaled = scale > MOST_SCALE ? Double.NaN : unscaled(input.value(fact), scale);
            if (unscaled == unscaled && !input.hasLongDecimals()) {
                values[fact] = (long) unscaled;
            } else {
                BigDecimal value = input.decimal(fact).setScale(scale);
                if (value.unscaledValue().bitLength() >= Long.SIZE) {
                    return null;
                }
                values[fact] = value.unscaledValue().longValue();
            }
        }
        return new UnscaledFacts(values, scale);
    }

    /** The scale of a fact, or at least another one. */
    private static int scale(InputFacts input, int fact, int least) {
        if (!input.hasLongDecimals()) {
            for (int scale = least; scale <= MOST_SCALE; scale++) {
                double unscaled = unscaled(input.value(fact), scale);
                if (unscaled == unscaled) {
                    return scale;
                }
            }
        }
        return Math.max(least, input.decimal(fact).scale());
    }

    /** The whole number that a double is at a scale, or NaN if there is none or its digits are too many to tell. */
    private static double unscaled(double value, int scale) {
        double unscaled = Math.rint(value * POWERS[scale]);
        return Math.abs(unscaled) < LARGEST && unscaled / POWERS[scale] == value ? unscaled : Double.NaN;
    }
}
