package org.kpilang.evaluate.internal.decimal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Exact numbers against fractions of whole numbers, which are as simple as they are slow. */
class RationalProperties {

    private static final List<RoundingMode> MODES = List.of(RoundingMode.UP, RoundingMode.DOWN, RoundingMode.CEILING,
            RoundingMode.FLOOR, RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN);

    /** A fraction in no particular form; the divisor is not zero. */
    private record Fraction(BigInteger above, BigInteger below) {

        static Fraction of(BigDecimal value) {
            return new Fraction(value.movePointRight(Math.max(0, value.scale())).toBigIntegerExact(),
                    BigInteger.TEN.pow(Math.max(0, value.scale())));
        }

        Fraction plus(Fraction other) {
            return new Fraction(above.multiply(other.below).add(other.above.multiply(below)),
                    below.multiply(other.below));
        }

        Fraction negated() {
            return new Fraction(above.negate(), below);
        }

        Fraction times(Fraction other) {
            return new Fraction(above.multiply(other.above), below.multiply(other.below));
        }

        Fraction inverse() {
            return new Fraction(below, above);
        }

        boolean isZero() {
            return above.signum() == 0;
        }

        BigDecimal decimal(int scale, RoundingMode mode) {
            return new BigDecimal(above).divide(new BigDecimal(below), scale, mode);
        }

        int compareTo(Fraction other) {
            return plus(other.negated()).sign();
        }

        int sign() {
            return above.signum() * below.signum();
        }
    }

    /** What is done with a number and the next one. */
    private enum Operation {
        PLUS, MINUS, TIMES, OVER;

        Fraction of(Fraction a, Fraction b) {
            return switch (this) {
                case PLUS -> a.plus(b);
                case MINUS -> a.plus(b.negated());
                case TIMES -> a.times(b);
                case OVER -> a.times(b.inverse());
            };
        }

        Rational of(Rational a, Rational b) {
            return switch (this) {
                case PLUS -> a.plus(b);
                case MINUS -> a.minus(b);
                case TIMES -> a.times(b);
                case OVER -> a.dividedBy(b);
            };
        }
    }

    private record Step(Operation operation, BigDecimal operand) {}

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.integers().between(-1000, 1000), Arbitraries.integers().between(-2, 3))
                        .as((unscaled, scale) -> BigDecimal.valueOf(unscaled, scale)),
                Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 18))
                        .as((unscaled, scale) -> BigDecimal.valueOf(unscaled, scale)));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(Operation.class), decimals()).as(Step::new).list().ofMaxSize(7);
    }

    private static Fraction fraction(BigDecimal first, List<Step> steps) {
        Fraction result = Fraction.of(first);
        for (Step step : steps) {
            Fraction operand = Fraction.of(step.operand);
            Assume.that(step.operation != Operation.OVER || !operand.isZero());
            result = step.operation.of(result, operand);
        }
        return result;
    }

    private static Rational rational(BigDecimal first, List<Step> steps) {
        Rational result = Rational.of(first);
        for (Step step : steps) {
            result = step.operation.of(result, Rational.of(step.operand));
        }
        return result;
    }

    @Property
    void arithmeticIsExactAndRoundedOnce(@ForAll("decimals") BigDecimal first, @ForAll("steps") List<Step> steps,
            @ForAll @IntRange(min = -5, max = 30) int scale) {
        Fraction expected = fraction(first, steps);
        Rational number = rational(first, steps);

        for (RoundingMode mode : MODES) {
            assertThat(number.decimal(scale, mode)).isEqualTo(expected.decimal(scale, mode));
        }
        assertThat(number.sign()).isEqualTo(expected.sign());
        assertThat(number.isZero()).isEqualTo(expected.isZero());
        assertThat(number.toDouble())
                .isEqualTo(new BigDecimal(expected.above).divide(new BigDecimal(expected.below), new MathContext(200))
                        .doubleValue() + 0.0);
    }

    @Property
    void numbersCompareAsFractions(@ForAll("decimals") BigDecimal first, @ForAll("steps") List<Step> steps,
            @ForAll("decimals") BigDecimal second, @ForAll("steps") List<Step> others) {
        Fraction a = fraction(first, steps);
        Fraction b = fraction(second, others);
        Rational one = rational(first, steps);
        Rational other = rational(second, others);

        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(a.compareTo(b));
        assertThat(one.equals(other)).isEqualTo(a.compareTo(b) == 0);
    }

    @Property
    void whatIsTakenApartCanBePutTogether(@ForAll("decimals") BigDecimal first, @ForAll("steps") List<Step> steps,
            @ForAll("decimals") BigDecimal second) {
        fraction(first, steps);
        Assume.that(second.signum() != 0);
        Rational number = rational(first, steps);
        Rational other = Rational.of(second);

        assertThat(number.dividedBy(other).times(other)).isEqualTo(number).hasSameHashCodeAs(number);
        assertThat(number.plus(other).minus(other)).isEqualTo(number);
        Rational rest = number.modulo(other);
        assertThat(number.minus(rest).dividedBy(other).isWhole()).isTrue();
        assertThat(rest.size()).isLessThan(other.size());
        assertThat(rest.sign()).isIn(0, other.sign());
    }

    @Property
    void aWholePowerIsAProduct(@ForAll("decimals") BigDecimal base, @ForAll @IntRange(min = -9, max = 9) int exponent) {
        Rational number = Rational.of(base);
        Assume.that(exponent >= 0 || !number.isZero());
        Rational expected = Rational.ONE;
        for (int i = 0; i < Math.abs(exponent); i++) {
            expected = expected.times(number);
        }

        assertThat(number.power(Rational.of(exponent)))
                .isEqualTo(exponent < 0 ? Rational.ONE.dividedBy(expected) : expected);
    }

    @Property
    void theSquareOfARootIsTheNumber(@ForAll("decimals") BigDecimal first, @ForAll("decimals") BigDecimal second) {
        Assume.that(second.signum() != 0);
        Rational number = Rational.of(first).dividedBy(Rational.of(second)).size();
        Rational root = number.squareRoot();
        Rational square = number.times(number).squareRoot();

        assertThat(root).isNotNull();
        Rational error = root.times(root).minus(number).size();
        assertThat(error).isLessThanOrEqualTo(number.times(Rational.of(new BigDecimal("1e-98"))));
        assertThat(square).isEqualTo(number);
    }

    /** However often numbers are put together, they have so many digits and no more. */
    @Property(tries = 50)
    void noNumberGrowsWithoutBound(@ForAll("decimals") BigDecimal first, @ForAll("decimals") BigDecimal second,
            @ForAll("steps") List<Step> steps) {
        Assume.that(second.signum() != 0);
        fraction(first, steps);
        Rational number = Rational.of(first).dividedBy(Rational.of(second));
        for (int i = 0; i < 100 && !number.isTooLarge() && !number.isZero(); i++) {
            number = number.times(number).plus(Rational.of(second)).minus(rational(first, steps));
            assertThat(number.toString()).hasSizeLessThan(2 * (Rational.MOST_DIGITS + 20));
        }
    }
}
