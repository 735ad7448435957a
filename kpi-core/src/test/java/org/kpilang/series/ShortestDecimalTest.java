package org.kpilang.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestDecimalTest {

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1200, 1.2E+3", "-2.5, -2.5", "0, 0", "-0.0, 0", "1e22, 1E+22",
        "0.30000000000000004, 0.30000000000000004", "4.9E-324, 4.9E-324", "2.0E-323, 2E-323",
        "123456789012345.67, 123456789012345.67", "8.41E21, 8.41E+21",
        "2.2250738585072014E-308, 2.2250738585072014E-308"})
    void isTheOneWithTheFewestDigits(double value, String shortest) {
        assertThat(ShortestDecimal.of(value)).isEqualTo(new BigDecimal(shortest));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        assertThatThrownBy(() -> ShortestDecimal.of(value)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void hasNoTrailingZeros() {
        assertThat(ShortestDecimal.of(1.5).scale()).isEqualTo(1);
        assertThat(ShortestDecimal.of(100).scale()).isEqualTo(-2);
    }
}
