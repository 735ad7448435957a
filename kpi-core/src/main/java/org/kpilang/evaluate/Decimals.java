package org.kpilang.evaluate;

import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;

/**
 * Says that results are worked out in decimals, exactly, and to which digit they are rounded: for money, where a cent
 * is a cent. Asked for by {@link Evaluation#decimals}. Immutable and thread-safe.
 *
 * <p>What is guaranteed:
 *
 * <ul>
 * <li>Sums, differences, products, quotients, whole powers, means and comparisons are exact: {@code 0.1 + 0.2 = 0.3}
 * holds, and {@code total / 12 * 12} is the total. A number is kept as a quotient of two decimals of up to 300 digits
 * each; one that needs more is rounded to 100 digits, half to even, so that no formula makes numbers grow without
 * bound.
 * <li>Inputs roll up exactly, in any order and over any number of rows; so do all windows and totals. So are the
 * statistics over periods, but for {@code stddev}, whose root has 100 digits.
 * <li>Only the result is rounded, once, from the exact value. A percentage is a ratio: at a scale of 4, 42.37% is
 * {@code 0.4237}.
 * <li>{@code abs}, {@code min}, {@code max}, {@code avg}, {@code weighted_avg}, {@code clamp}, {@code round}, {@code
 * floor}, {@code ceil}, {@code mod}, {@code change_rate} and {@code nps} are exact, and {@code sqrt} has 100 digits.
 * Other functions, such as {@code ln}, those of applications, and powers with a broken exponent are worked out in
 * doubles, and so to some 15 digits.
 * <li>Facts that were given as doubles count as their shortest decimals, 0.1 as 0.1. Facts that were given as decimals
 * count as they were given; see {@link org.kpilang.facts.FactsBuilder#decimals}.
 * <li>A value is absent where it would be without decimals, and for the same reasons, except where exactness decides:
 * {@code 1 / (0.1 + 0.2 - 0.3)} is a division by zero here and none in doubles. What no double can hold has no value.
 * </ul>
 *
 * <p>An operation takes some 25 times as long as on doubles, more where quotients with many digits are added up, and
 * counts as 25 operations towards {@link org.kpilang.source.Limit#COST}. A cell of a result, or of an input that
 * slices share, takes about 100 bytes rather than 8. Everything is worked out on the calling thread.
 *
 * @param scale    the digits after the point, from -100 to 100; below 0, results are rounded to tens, hundreds and so
 *                 on
 * @param rounding which way what lies between two results goes
 */
public record Decimals(int scale, RoundingMode rounding) {

    private static final int MOST_DIGITS = 100;

    /**
     * @throws IllegalArgumentException if the scale is out of range, or the mode is {@link RoundingMode#UNNECESSARY},
     *                                  by which what can be answered would depend on the facts
     */
    public Decimals {
        Objects.requireNonNull(rounding, "rounding is null");
        if (Math.abs((long) scale) > MOST_DIGITS) {
            throw new IllegalArgumentException("a scale lies between -100 and 100, not at " + scale);
        } else if (rounding == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("results need rounding: say which way");
        }
    }

    /** Results with so many digits after the point. */
    public static Decimals scale(int digits, RoundingMode rounding) {
        return new Decimals(digits, rounding);
    }

    /** {@code 2 decimals, half even}. */
    @Override
    public String toString() {
        return scale + (scale == 1 ? " decimal, " : " decimals, ")
                + rounding.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
