package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullPrecisionTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0.42, 0.42", "1200, 1200", "0, 0", "-0.0, 0", "-1.5, -1.5", "1e15, 1000000000000000",
        "1e-6, 0.000001", "1e-7, 1E-7", "1.5e20, 1.5E+20", "0.1, 0.1", "0.30000000000000004, 0.30000000000000004",
        "2e23, 2E+23", "4.9e-324, 4.9E-324", "1.7976931348623157e308, 1.7976931348623157E+308",
        "9007199254740993, 9007199254740992", "5.684341886080802E-14, 5.684341886080802E-14"})
    void writesTheFewestDigits(double value, String expected) {
        assertThat(FullPrecision.of(value)).isEqualTo(expected);
    }

    @Property
    void readsBackAsTheSameNumber(@ForAll @DoubleRange(min = -1e300, max = 1e300) double value) {
        assertThat(Double.parseDouble(FullPrecision.of(value))).isEqualTo(value + 0.0);
    }

    @Property
    void isPlainForOrdinaryNumbers(@ForAll @DoubleRange(min = 0.01, max = 1e15) double value) {
        assertThat(FullPrecision.of(value)).matches("\\d+(\\.\\d+)?");
    }
}
