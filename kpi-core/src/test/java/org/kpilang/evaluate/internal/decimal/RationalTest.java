package org.kpilang.evaluate.internal.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

    private static Rational number(String text) {
        return Rational.of(new BigDecimal(text));
    }

    @Test
    void isWrittenAsADecimalOrAQuotient() {
        assertThat(number("0.25")).hasToString("0.25");
        assertThat(Rational.ONE.dividedBy(Rational.of(3))).hasToString("1/3");
        assertThat(Rational.of(0.1)).hasToString("0.1");
    }

    @Test
    void refusesADivisionByZero() {
        assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    /** The square of a number has twice as many digits, and that of it again. */
    @ParameterizedTest
    @ValueSource(strings = {"1.01", "0.99", "1.0000000001", "3", "0.5", "1e-200", "0"})
    void keepsSoManyDigitsOfRepeatedSquares(String first) {
        Rational number = number(first);
        double expected = number.toDouble();
        for (int i = 0; i < 12; i++) {
            number = number.times(number);
            expected = expected * expected;
            if (Double.isFinite(expected) && expected > 1e-200) {
                assertThat(number.toDouble()).isBetween(expected * (1 - 1e-9), expected * (1 + 1e-9));
            }
            assertThat(number.toString()).hasSizeLessThan(Rational.MOST_DIGITS + 20);
        }
        assertThat(number.isTooLarge()).isEqualTo(Double.isInfinite(expected));
    }

    @ParameterizedTest
    @CsvSource({"2, 1e9, ", "1.000001, 1000000, 2.7182804693", "-1, 1e300, 1", "-1, 99999999999999999999, -1",
        "0, 0, 1", "0, -1, ", "2, 0.5, ", "0.5, -2, 4", "0.5, 1e15, 0"})
    void takesPowers(String base, String exponent, Double expected) {
        Rational power = number(base).power(number(exponent));

        if (expected == null) {
            assertThat(power).isNull();
        } else {
            assertThat(power).isNotNull();
            assertThat(power.toDouble()).isBetween(expected - 1e-9, expected + 1e-9);
        }
    }

    @Test
    void tellsWhatADoubleCannotHold() {
        Rational largest = Rational.of(Double.MAX_VALUE);

        assertThat(largest.isTooLarge()).isFalse();
        assertThat(largest.negated().orNone()).isEqualTo(largest.negated());
        assertThat(largest.times(number("1.0001")).isTooLarge()).isTrue();
        assertThat(largest.times(Rational.of(3)).dividedBy(Rational.of(7)).isTooLarge()).isFalse();
        assertThat(largest.times(Rational.of(8)).dividedBy(Rational.of(7)).orNone()).isNull();
    }

    @Test
    void takesWhatIsTooSmallForZero() {
        Rational small = number("1e-600");

        assertThat(small.times(small)).isEqualTo(Rational.ZERO);
        assertThat(small.isZero()).isFalse();
        Rational zero = Rational.ZERO.times(number("1e300"));
        for (int i = 0; i < 100; i++) {
            zero = zero.times(zero);
        }
        assertThat(zero).hasToString("0");
    }

    @Test
    void roundsToPlacesAndTens() {
        assertThat(number("2.345").rounded(2, RoundingMode.HALF_UP)).isEqualTo(number("2.35"));
        assertThat(number("1250").rounded(-2, RoundingMode.HALF_UP)).isEqualTo(number("1300"));
        assertThat(number("1e-300").rounded(2, RoundingMode.UP)).isEqualTo(number("0.01"));
    }

    @Test
    void hasRootsOfQuotients() {
        assertThat(Rational.of(4).dividedBy(Rational.of(9)).squareRoot())
                .isEqualTo(Rational.of(2).dividedBy(Rational.of(3)));
        assertThat(number("2.25").squareRoot()).isEqualTo(number("1.5"));
        assertThat(Rational.ZERO.squareRoot()).isEqualTo(Rational.ZERO);
        assertThat(number("-1").squareRoot()).isNull();
    }
}
