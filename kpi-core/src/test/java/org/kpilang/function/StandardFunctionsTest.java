package org.kpilang.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.series.Absence;
import org.kpilang.unit.Unit;

/** Rows for each function of the language: values, absences, units, and what a derived function stands for. */
class StandardFunctionsTest {

    private static final Set<String> POINTWISE = Set.of("min", "max", "avg", "clamp", "abs", "sqrt", "ln", "exp", "round",
            "floor", "ceil", "weighted_avg", "mod", "change_rate", "compound_rate", "nps", "nps_margin",
            "rate_low", "rate_high");

    private static final String TIMES_A_YEAR = "months()[whole year] / months() else days()[whole year] / days()";

    private static PointwiseFunction pointwise(String name) {
        return (PointwiseFunction) FunctionRegistry.standard().find(name).orElseThrow();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest(name = "{0}({1}) = {2}")
    @CsvSource({
        "min, 3 1 2, 1", "min, -3, -3",
        "max, 3 1 2, 3", "max, -0.5 -2, -0.5",
        "avg, 1 2 6, 3", "avg, 5, 5",
        "clamp, 5 0 3, 3", "clamp, -1 0 3, 0", "clamp, 2 0 3, 2", "clamp, 2 3 3, 3",
        "abs, -2.5, 2.5", "abs, 0, 0",
        "sqrt, 2.25, 1.5", "sqrt, 0, 0",
        "ln, 1, 0", "ln, 2.718281828459045, 1",
        "exp, 0, 1", "exp, 1, 2.718281828459045",
        // halves away from zero, of the number as it is written
        "round, 2.5, 3", "round, -2.5, -3", "round, 0.5, 1", "round, 2.4999, 2", "round, 1.005 2, 1.01",
        "round, 1.115 2, 1.12", "round, 1234.5 -2, 1200", "round, 1250 -2, 1300", "round, 5 300, 5",
        // the sign of the divisor, as in spreadsheets
        "mod, 7 3, 1", "mod, -7 3, 2", "mod, 7 -3, -2", "mod, -7 -3, -1", "mod, 6 -3, 0", "mod, 5.5 2, 1.5",
        // C32: 100 to 150 is +50 %, 1000 to 500 is -50 %
        "change_rate, 150 100, 0.5", "change_rate, 500 1000, -0.5", "change_rate, 0 5, -1", "change_rate, -5 5, -2",
        "floor, 2.9, 2", "floor, -2.1, -3", "floor, 3, 3", "ceil, 2.1, 3", "ceil, -2.9, -2", "ceil, 0, 0",
        "weighted_avg, 80 0.6 90 0.4, 84", "weighted_avg, 5 3, 5", "weighted_avg, 1 1 2 0 4 1, 2.5",
        "compound_rate, 0.1 2, 0.21", "compound_rate, -0.05 12, -0.4596399123373631", "compound_rate, -1 12, -1",
        "compound_rate, 0.21 0.5, 0.1", "compound_rate, 0 12, 0", "compound_rate, 1e-12 2, 2.000000000001e-12",
        // whuber, Cross Validated 18609; 60, 20 and 20 of 100; talkstats thread 58500: 4.4 points
        "nps_margin, 162 108 54, 8.115949449791", "nps_margin, 60 20 20, 15.67971187632034",
        "nps_margin, 291 476 395, 4.387705348744", "nps_margin, 7 0 0, 0",
        // R binom.confint, by way of the tests of statsmodels
        "rate_low, 4 20, 0.0806576625797981", "rate_high, 4 20, 0.4160174322518935",
        "rate_low, 4 200, 0.00780442641634947", "rate_high, 4 200, 0.05028706690582643",
        "rate_low, 190 200, 0.910421851861224", "rate_high, 190 200, 0.972617354399236",
        "rate_low, 0 30, 0", "rate_high, 0 30, 0.11351339", "rate_low, 38 38, 0.9081901317744159", "rate_high, 38 38, 1",
        // 60, 20 and 20 of 100 answers
        "nps, 60 20 20, 40", "nps, 0 0 7, -100", "nps, 7 0 0, 100", "nps, 162 108 54, 33.33333333333333"
    })
    void givesAValue(String name, String arguments, double expected) {
        assertThat(pointwise(name).apply(numbers(arguments))).isCloseTo(expected, within(tolerance(name, expected)));
    }

    /** The published values of some methods have six digits. */
    private static double tolerance(String name, double expected) {
        return name.startsWith("rate_") || name.equals("nps_margin") ? 1e-6
                : name.equals("compound_rate") ? 1e-14 : 2 * Math.ulp(expected);
    }

    @ParameterizedTest(name = "{0}({1}) has none: {2}")
    @CsvSource({
        "clamp, 1 3 2, DOMAIN", "sqrt, -1, DOMAIN", "mod, 1 0, ZERO_DIVISOR", "ln, 0, DOMAIN", "ln, -1, DOMAIN", "exp, 1000, DOMAIN",
        "round, 1 0.5, DOMAIN", "round, 1 301, DOMAIN", "round, 1.7e308 -308, DOMAIN",
        "change_rate, 5 0, ZERO_DIVISOR", "change_rate, 0 0, ZERO_DIVISOR", "change_rate, -50 -100, NEGATIVE_BASE",
        "change_rate, 1e308 1e-308, DOMAIN", "nps, 0 0 0, ZERO_DIVISOR",
        "nps_margin, 0 0 0, ZERO_DIVISOR", "nps_margin, -1 0 3, DOMAIN", "rate_low, 0 0, ZERO_DIVISOR",
        "rate_high, 5 4, DOMAIN", "rate_low, -1 4, DOMAIN", "rate_low, -3 -2, DOMAIN",
        "compound_rate, -1.5 2, NEGATIVE_BASE", "compound_rate, 1e300 2, DOMAIN", "compound_rate, -1 -1, DOMAIN",
        "weighted_avg, 1 0 2 0, ZERO_DIVISOR", "weighted_avg, 1 -1 2 3, DOMAIN"
    })
    void hasNoValueForAReason(String name, String arguments, Absence absence) {
        PointwiseFunction function = pointwise(name);
        assertThat(function.apply(numbers(arguments))).satisfiesAnyOf(
                value -> assertThat(value).isNaN(), value -> assertThat(value).isInfinite());
        assertThat(function.absence(numbers(arguments))).isEqualTo(absence);
    }

    @ParameterizedTest(name = "{0}({1}) is in {2}")
    @CsvSource(nullValues = "none", value = {
        "max, USD USD, USD", "max, USD day, none", "max, bare USD, USD", "max, any USD, USD", "max, percent ratio, percent",
        "avg, USD, USD", "clamp, USD bare USD, USD", "clamp, USD bare percent, none", "abs, USD, USD",
        "sqrt, ratio, ratio", "sqrt, USD, none", "ln, percent, ratio", "exp, bare, ratio", "ln, any, ratio",
        "round, USD bare, USD", "round, USD, USD", "round, USD USD, none",
        "change_rate, USD USD, percent", "change_rate, USD day, none", "change_rate, any any, percent",
        "floor, USD, USD", "ceil, percent, percent", "weighted_avg, USD percent USD percent, USD",
        "weighted_avg, USD day USD day, USD", "weighted_avg, USD day USD USD, none", "weighted_avg, USD day day day, none",
        "compound_rate, percent bare, percent", "compound_rate, ratio ratio, ratio", "compound_rate, USD bare, none",
        "compound_rate, percent day, none", "rate_low, day day, percent", "rate_high, day USD, none",
        "nps_margin, day day day, points", "nps, day day day, points", "nps, day day USD, none", "nps, any any any, points"
    })
    void hasAUnit(String name, String arguments, String expected) {
        List<Unit> units = Arrays.stream(arguments.split(" "))
                .map(unit -> unit.equals("any") ? Unit.ANY : unit.equals("bare") ? Unit.BARE : Unit.of(unit)).toList();
        assertThat(pointwise(name).unit(units)).isEqualTo(expected == null ? null : Unit.of(expected));
    }

    static Stream<Arguments> derived() {
        Expression x = Reference.to("x");
        Expression years = new NumberLiteral(BigDecimal.valueOf(2), NumberLiteral.Suffix.NONE, "years", x.origin());
        return Stream.of(
                Arguments.of("growth", List.of(x, years), "change_rate(x, x[2 years ago])"),
                Arguments.of("cagr", List.of(x, years), "compound_rate(change_rate(x, x[2 years ago]), 1 / 2)"),
                Arguments.of("annualize", List.of(x), "x * days()[whole year] / days()"),
                Arguments.of("annualize", List.of(x, Reference.to("actual")), "x * days()[whole year] / days()"),
                Arguments.of("annualize", List.of(x, NumberLiteral.of(BigDecimal.valueOf(360))), "x * 360 days / days()"),
                Arguments.of("annualize", List.of(x, Reference.to("growth")), "compound_rate(x, " + TIMES_A_YEAR + ")"),
                Arguments.of("annualize", List.of(x, Reference.to("compound")), "compound_rate(x, " + TIMES_A_YEAR + ")"),
                Arguments.of("annualize", List.of(x, Reference.to("loss")), "-compound_rate(-x, " + TIMES_A_YEAR + ")"),
                Arguments.of("share", List.of(x), "x / x[all] * 100%"),
                Arguments.of("share", List.of(x, Reference.to("region"), Reference.to("size")),
                        "x / x[all region, size] * 100%"),
                Arguments.of("ewma", List.of(x, NumberLiteral.of(BigDecimal.valueOf(3))),
                        "ewma(x over all at least 1, 3)"),
                Arguments.of("opening", List.of(x), "x[opening]"),
                Arguments.of("closing", List.of(x), "x"),
                Arguments.of("average", List.of(x), "(x[opening] + x) / 2"),
                Arguments.of("cumulative", List.of(x), "sum(x over all)"));
    }

    @ParameterizedTest
    @MethodSource("derived")
    void standsForAFormula(String name, List<Expression> arguments, String expected) {
        DerivedFunction function = (DerivedFunction) FunctionRegistry.standard().find(name).orElseThrow();
        assertThat(function.derive(arguments)).hasToString(expected);
    }

    @Test
    void everyFunctionIsTestedHere() {
        assertThat(FunctionRegistry.standard().functions()).filteredOn(PointwiseFunction.class::isInstance)
                .extracting(function -> function.signature().name()).containsExactlyInAnyOrderElementsOf(POINTWISE);
        assertThat(FunctionRegistry.standard().functions()).filteredOn(DerivedFunction.class::isInstance)
                .extracting(function -> function.signature().name())
                .containsExactlyInAnyOrderElementsOf(derived().map(row -> (String) row.get()[0]).distinct().toList());
        assertThat(FunctionRegistry.standard().functions()).filteredOn(WindowFunction.class::isInstance)
                .extracting(function -> function.signature().toString())
                .containsExactly("days()", "weeks()", "months()", "quarters()", "years()", "workdays()");
    }

    @Test
    void summariesAreFragments() {
        assertThat(FunctionRegistry.standard().functions()).extracting(function -> function.signature().summary())
                .allSatisfy(summary -> assertThat(summary).doesNotEndWith(".").matches("\\p{Lower}.*"));
    }
}
