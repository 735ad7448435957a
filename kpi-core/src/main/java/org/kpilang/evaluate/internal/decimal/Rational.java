package org.kpilang.evaluate.internal.decimal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.kpilang.series.ShortestDecimal;

/**
 * An exact number: a decimal, or the quotient of two. Sums, differences, products, quotients and comparisons are exact
 * as long as neither part of the quotient needs more than {@value #MOST_DIGITS} digits; what needs more is rounded
 * once, half to even, to {@value #WORKING_DIGITS} digits. So no formula makes numbers grow without bound. Immutable.
 *
 * <p>Numbers smaller than half of the last of {@value #MOST_SCALE} places after the point are zero. None is too large
 * here: what goes beyond a double is told by {@link #isTooLarge}.
 */
public final class Rational implements Comparable<Rational> {

    /** The digits to which a part of a quotient, or a decimal, is exact. */
    public static final int MOST_DIGITS = 300;
    /** The digits to which a number is rounded that needs more. */
    public static final int WORKING_DIGITS = 100;
    /** The places after the point of any decimal. */
    public static final int MOST_SCALE = 1_000;

    public static final Rational ZERO = new Rational(BigDecimal.ZERO, null);
    public static final Rational ONE = new Rational(BigDecimal.ONE, null);
    public static final Rational HUNDRED = new Rational(BigDecimal.valueOf(100), null);

    private static final MathContext WORKING = new MathContext(WORKING_DIGITS, RoundingMode.HALF_EVEN);
    private static final MathContext NEAREST_DOUBLE = new MathContext(120, RoundingMode.HALF_EVEN);
    private static final BigDecimal LARGEST = new BigDecimal(Double.MAX_VALUE);
    /** What has fewer digits before the point is not too large. */
    private static final int SAFE_DIGITS = 300;
    /** Whole numbers of so many digits are doubles. */
    private static final int SHORT_DIGITS = 15;
    /** Whole numbers up to here are doubles. */
    private static final double LARGEST_WHOLE = 1L << 53;
    /** Powers of ten that are doubles. */
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
        1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    private final BigDecimal numerator;
    /** A whole number above 1 without decimals; null stands for 1. */
    private final @Nullable BigDecimal denominator;

    private Rational(BigDecimal numerator, @Nullable BigDecimal denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public static Rational of(BigDecimal value) {
        return bounded(value);
    }

    public static Rational of(long value) {
        return value == 0 ? ZERO : value == 1 ? ONE : new Rational(BigDecimal.valueOf(value), null);
    }

    /** The shortest decimal of a finite double. */
    public static Rational of(double value) {
        return value == 0 ? ZERO : value == 1 ? ONE : bounded(ShortestDecimal.of(value));
    }

    private static Rational bounded(BigDecimal value) {
        if (value.signum() == 0) {
            // A zero has a scale as well, which must not grow.
            return ZERO;
        }
        BigDecimal kept = value.scale() > MOST_SCALE ? value.setScale(MOST_SCALE, RoundingMode.HALF_EVEN) : value;
        return new Rational(kept.precision() > MOST_DIGITS ? kept.round(WORKING) : kept, null);
    }

    /** The quotient of any numbers; the divisor is not zero. */
    private static Rational quotient(BigDecimal above, BigDecimal below) {
        BigDecimal n = below.signum() < 0 ? above.negate() : above;
        BigDecimal d = below.signum() < 0 ? below.negate() : below;
        if (d.scale() != 0) {
            n = n.scaleByPowerOfTen(d.scale());
            d = d.scaleByPowerOfTen(d.scale());
        }
        if (n.signum() == 0) {
            return ZERO;
        } else if (d.compareTo(BigDecimal.ONE) == 0) {
            return bounded(n);
        }
        return fits(n) && fits(d) ? new Rational(n, d) : reduced(n, d);
    }

    private static boolean fits(BigDecimal part) {
        return part.precision() <= MOST_DIGITS && Math.abs(part.scale()) <= MOST_SCALE;
    }

    private static Rational reduced(BigDecimal n, BigDecimal d) {
        BigInteger divisor = n.unscaledValue().gcd(d.unscaledValue());
        BigDecimal above = new BigDecimal(n.unscaledValue().divide(divisor), n.scale());
        BigDecimal below = new BigDecimal(d.unscaledValue().divide(divisor));
        if (below.compareTo(BigDecimal.ONE) == 0) {
            return bounded(above);
        }
        return fits(above) && fits(below) ? new Rational(above, below) : bounded(above.divide(below, WORKING));
    }

    public Rational plus(Rational other) {
        BigDecimal d = denominator;
        BigDecimal e = other.denominator;
        if (d == null && e == null) {
            return bounded(numerator.add(other.numerator));
        } else if (d == null) {
            return quotient(numerator.multiply(e).add(other.numerator), e);
        } else if (e == null) {
            return quotient(numerator.add(other.numerator.multiply(d)), d);
        }
        return d.equals(e) ? quotient(numerator.add(other.numerator), d)
                : quotient(numerator.multiply(e).add(other.numerator.multiply(d)), d.multiply(e));
    }

    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational times(Rational other) {
        BigDecimal above = numerator.multiply(other.numerator);
        BigDecimal d = denominator;
        BigDecimal e = other.denominator;
        return d == null && e == null ? bounded(above)
                : quotient(above, d == null ? e : e == null ? d : d.multiply(e));
    }

    /** @throws ArithmeticException if the divisor is zero */
    public Rational dividedBy(Rational other) {
        if (other.numerator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigDecimal d = denominator;
        BigDecimal e = other.denominator;
        return quotient(e == null ? numerator : numerator.multiply(e),
                d == null ? other.numerator : other.numerator.multiply(d));
    }

    /** What is left after whole divisors are taken away, with the sign of the divisor, which is not zero. */
    public Rational modulo(Rational divisor) {
        BigDecimal d = denominator == null ? BigDecimal.ONE : denominator;
        BigDecimal e = divisor.denominator == null ? BigDecimal.ONE : divisor.denominator;
        BigDecimal y = divisor.numerator.multiply(d);
        BigDecimal rest = numerator.multiply(e).remainder(y);
        return quotient(rest.signum() * y.signum() < 0 ? rest.add(y) : rest, d.multiply(e));
    }

    /**
     * A power with a whole exponent, exact within the digits; null if the exponent is not whole, if it is negative and
     * this number zero, or if the power is too large.
     */
    public @Nullable Rational power(Rational exponent) {
        BigInteger whole = exponent.whole();
        if (whole == null || whole.signum() < 0 && numerator.signum() == 0) {
            return null;
        }
        Rational base = whole.signum() < 0 ? ONE.dividedBy(this) : this;
        BigInteger times = whole.abs();
        Rational result = ONE;
        for (int bit = times.bitLength() - 1; bit >= 0; bit--) {
            result = result.times(result);
            result = times.testBit(bit) ? result.times(base) : result;
            if (result.isTooLarge()) {
                return null;
            }
        }
        return result;
    }

    /** This as a whole number, or null if it is none. */
    private @Nullable BigInteger whole() {
        if (denominator == null && numerator.scale() <= 0) {
            return numerator.toBigInteger();
        }
        BigDecimal below = decimal(0, RoundingMode.FLOOR);
        return compareTo(new Rational(below, null)) == 0 ? below.toBigInteger() : null;
    }

    /** The square root to the working digits, exact where it is a decimal of so many or a quotient of two. */
    public @Nullable Rational squareRoot() {
        if (numerator.signum() < 0) {
            return null;
        }
        Rational low = denominator == null ? this : reduced(numerator, denominator);
        Rational root = bounded(low.numerator.sqrt(WORKING));
        return low.denominator == null ? root : root.dividedBy(bounded(low.denominator.sqrt(WORKING)));
    }

    public boolean isWhole() {
        return whole() != null;
    }

    /** Without its sign. */
    public Rational size() {
        return numerator.signum() < 0 ? negated() : this;
    }

    /** A decimal with so many places after the point; to tens, hundreds and so on where there are fewer than none. */
    public Rational rounded(int places, RoundingMode mode) {
        return bounded(decimal(places, mode));
    }

    /** -1, 0 or 1. */
    public int sign() {
        return numerator.signum();
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    /** Whether a double cannot hold the number. */
    public boolean isTooLarge() {
        int whole = numerator.precision() - numerator.scale() - (denominator == null ? 1 : denominator.precision());
        return whole > SAFE_DIGITS
                && numerator.abs().compareTo(denominator == null ? LARGEST : LARGEST.multiply(denominator)) > 0;
    }

    /** This, or null if a double cannot hold it. */
    public @Nullable Rational orNone() {
        return isTooLarge() ? null : this;
    }

    /** The number rounded once, from its exact value. */
    public BigDecimal decimal(int scale, RoundingMode rounding) {
        return denominator == null ? numerator.setScale(scale, rounding)
                : numerator.divide(denominator, scale, rounding);
    }

    /** The nearest double. */
    public double toDouble() {
        if (denominator != null) {
            double above = digits(numerator);
            double below = denominator.doubleValue();
            int scale = numerator.scale();
            if (above == above && denominator.scale() <= 0 && below <= LARGEST_WHOLE
                    && scale >= 0 && scale < POWERS.length && below * POWERS[scale] <= LARGEST_WHOLE) {
                return above / (below * POWERS[scale]);
            }
            return numerator.divide(denominator, NEAREST_DOUBLE).doubleValue() + 0.0;
        }
        double unscaled = digits(numerator);
        int scale = numerator.scale();
        return unscaled == unscaled && scale >= 0 && scale < POWERS.length ? unscaled / POWERS[scale]
                : numerator.doubleValue() + 0.0;
    }

    /** The digits of a decimal as a double, or NaN if they are too many for it. */
    private static double digits(BigDecimal value) {
        if (value.precision() > SHORT_DIGITS) {
            return Double.NaN;
        }
        return value.unscaledValue().longValue();
    }

    @Override
    public int compareTo(Rational other) {
        BigDecimal d = denominator;
        BigDecimal e = other.denominator;
        return (e == null ? numerator : numerator.multiply(e))
                .compareTo(d == null ? other.numerator : other.numerator.multiply(d));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rational that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(toDouble());
    }

    /** {@code 0.25}, or {@code 1/3}. */
    @Override
    public String toString() {
        return denominator == null ? numerator.toString() : numerator + "/" + denominator;
    }
}
