package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Numbers are read to the bits of {@link Double#parseDouble}. */
class NumberTextProperties {

    private static double read(String text) {
        char[] within = ("9" + text + "9").toCharArray();
        return NumberText.parse(within, 1, within.length - 1);
    }

    private static void isReadAsParsed(String text) {
        assertThat(Double.doubleToRawLongBits(read(text))).as(text)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @Provide
    Arbitrary<String> plain() {
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(22);
        Arbitrary<String> fraction = Arbitraries.strings().numeric().ofMaxLength(22).map(text -> "." + text)
                .injectNull(0.3).map(text -> text == null ? "" : text);
        Arbitrary<String> exponent = Arbitraries.integers().between(-340, 340)
                .flatMap(power -> Arbitraries.of("e" + power, "E" + (power < 0 ? "" : "+") + power))
                .injectNull(0.6).map(text -> text == null ? "" : text);
        return Combinators.combine(Arbitraries.of("", "-", "+"), digits, fraction, exponent)
                .as((sign, whole, rest, power) -> sign + whole + rest + power);
    }

    @Property(tries = 20_000)
    void plainNumbersAreReadAsParsed(@ForAll("plain") String text) {
        isReadAsParsed(text);
    }

    @Property(tries = 20_000)
    void everyFiniteNumberIsReadAsItIsWritten(@ForAll long bits) {
        double number = Double.longBitsToDouble(bits);
        if (Double.isFinite(number)) {
            isReadAsParsed(Double.toString(number));
            assertThat(read(Double.toString(number))).isEqualTo(number);
        }
    }

    /** Numbers as business has them, with all digits that a double keeps. */
    @Property(tries = 20_000)
    void moderateNumbersAreReadAsTheyAreWritten(@ForAll("moderate") double number) {
        isReadAsParsed(Double.toString(number));
        isReadAsParsed(new BigDecimal(number).setScale(12, RoundingMode.DOWN).toPlainString());
        isReadAsParsed(String.format(Locale.ROOT, "%.17e", number));
    }

    @Provide
    Arbitrary<Double> moderate() {
        return Arbitraries.doubles().between(-1e15, 1e15).ofScale(15);
    }

    /** Half way between two neighbours, and the next digits to both sides of it: where rounding is hardest. */
    @Property(tries = 20_000)
    void halfWayIsRoundedAsParsed(@ForAll("neighbours") double number) {
        BigDecimal half = new BigDecimal(number).add(new BigDecimal(Math.nextUp(number)))
                .divide(BigDecimal.valueOf(2));
        for (BigDecimal near : new BigDecimal[] {half, half.add(half.ulp()), half.subtract(half.ulp())}) {
            isReadAsParsed(near.toString());
            isReadAsParsed(near.toPlainString());
        }
    }

    @Provide
    Arbitrary<Double> neighbours() {
        return Combinators.combine(Arbitraries.longs().between(0, (1L << 52) - 1), Arbitraries.integers().between(-12, 63))
                .as((mantissa, exponent) -> Double.longBitsToDouble((long) (exponent + 1023) << 52 | mantissa));
    }

    @Property(tries = 20_000)
    void whatIsNoPlainNumberIsNone(@ForAll("odd") String text) {
        if (NumberCell.isNumber(text)) {
            isReadAsParsed(text);
        } else {
            assertThat(read(text)).as(text).isNaN();
        }
    }

    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.strings().withChars("0159+-.eE d,\u0661").ofMaxLength(9);
    }

    @Example
    void hardCases() {
        for (String text : new String[] {
            // Ties and near ties, as they are used to try readers of numbers.
            "9007199254740993", "9007199254740992", "9007199254740991", "18014398509481989", "9223372036854775807",
            "9223372036854775808", "9999999999999999999", "18446744073709551615", "18446744073709551616",
            "1.7976931348623157e308", "1.7976931348623159e308", "2.2250738585072014e-308", "2.2250738585072011e-308",
            "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "1e23", "8.5e22", "1e22", "1e-22", "1e-23",
            "6929495644600919.5", "3.7455744005952583e15", "0.500000000000000166533453693773481063544750213623046875",
            "1.00000000000000011102230246251565", "7.2057594037927933e16", "89255.0e-22", "1090544144181609348671888949248",
            "0", "-0", "0.0", "-0.0e-400", "0e999999999999", "1e-999999999999", "1e999999999999", "00000000000000000000001",
            "0.00000000000000000000000000001", "100000000000000000000000000000", "123456789012345678e-18", "1e55", "1e56"}) {
            isReadAsParsed(text);
        }
        assertThat(read("")).isNaN();
        assertThat(read(".")).isNaN();
        assertThat(read("1e")).isNaN();
        assertThat(read("1e+")).isNaN();
        assertThat(read("1.2.3")).isNaN();
        assertThat(read("0x10")).isNaN();
    }
}
