package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.testing.Business;
import org.kpilang.unit.Unit;

class NumbersTest {

    private static final Numbers NUMBERS = Numbers.of(Business.since("2024")
            .currency("USD").currency("JPY").currency("KWD").currency("tokens").unit("customer").unit("EUR").model());

    private static Unit unit(String text) {
        String[] parts = text.split("/");
        Unit unit = parts[0].equals("any") ? Unit.ANY : Unit.of(parts[0]);
        return parts.length == 1 ? unit : unit.dividedBy(Unit.of(parts[1]));
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0.4236             | percent      | 42.4%
            0.0236             | percentage_points | 2.4
            -0.016             | percentage_points | -1.6
            0                  | percentage_points | 0.0
            0.00045            | percentage_points | 0.045
            1e-9               | percentage_points | 1E-7
            0.4                | percent      | 40.0%
            0                  | percent      | 0.0%
            -0.0               | percent      | 0.0%
            1                  | percent      | 100.0%
            -0.516129          | percent      | -51.6%
            12.3456            | percent      | 1,234.6%
            0.00045            | percent      | 0.045%
            36.42              | points       | 36.4
            -3                 | points       | -3.0
            1234567.5          | USD          | 1,234,567.50
            1.005              | USD          | 1.01
            -0.5               | USD          | -0.50
            0.0012             | USD          | 0.0012
            1234567.5          | JPY          | 1,234,568
            1.2345             | KWD          | 1.235
            12.5               | tokens       | 12.50
            36.4               | USD/customer | 36.40
            0.00123            | USD/customer | 0.0012
            12000              | customer     | 12,000
            0                  | customer     | 0
            12000.5            | customer     | 12,000.5
            1200.0000000000002 | customer     | 1,200
            12.5               | EUR          | 12.5
            0.30000000000000004| ratio        | 0.3
            3.23456            | ratio        | 3.235
            0.333333333        | ratio        | 0.3333
            0.000123456        | ratio        | 0.0001235
            12.3456            | ratio        | 12.35
            123456.789         | ratio        | 123,456.8
            10                 | any          | 10
            2.5                | any          | 2.5
            1e15               | any          | 1E15
            123456789012345    | any          | 123,456,789,012,345
            1.5e-9             | any          | 1.5E-9
            1.7976931348623157e308 | USD      | 1.798E308
            4.9e-324           | USD          | 4.9E-324
            """)
    void showsAValueByItsUnit(double value, String unit, String expected) {
        assertThat(NUMBERS.figure(value, unit(unit))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0.4236    | percent      | 42.4%
            1234567.5 | USD          | 1,234,567.50 USD
            -12.5     | USD          | -12.50 USD
            36.4      | USD/customer | 36.40 USD / customer
            1200      | customer     | 1,200 customer
            36.42     | points       | 36.4 points
            3.23456   | ratio        | 3.235
            3         | any          | 3
            """)
    void showsTheUnitAsTheLanguageWritesIt(double value, String unit, String expected) {
        assertThat(NUMBERS.text(value, unit(unit))).isEqualTo(expected);
    }

    @Test
    void followsALocaleWhenAskedTo() {
        Numbers german = NUMBERS.in(Locale.GERMANY);

        assertThat(german.figure(1234567.5, unit("USD"))).isEqualTo("1.234.567,50");
        assertThat(german.figure(0.4236, Unit.PERCENT)).isEqualTo("42,4\u00A0%");
        assertThat(german.text(1234.5, unit("USD"))).isEqualTo("1.234,50\u00A0$");
        assertThat(NUMBERS.in(Locale.US).text(-1234.5, unit("USD"))).isEqualTo("-$1,234.50");
        assertThat(NUMBERS.in(Locale.US).text(12.5, unit("tokens"))).isEqualTo("12.50 tokens");
    }
}
