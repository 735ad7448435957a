package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.evaluate.Examples;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.Signature;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;
import org.kpilang.unit.Unit;

class ExamplesTest {

    private static final String MODEL = """
            currency USD
            dimension region, channel
            input a, b, c : flow
            input customers, debt : stock
            input price : level weighted by a
            input buyers : distinct
            input zero : flow absent is zero
            constant vat = 19%
            define before(x) = x[1 year ago]
            kpi total = b + a
            kpi ratio = 1 * a / b { unit percent }
            kpi taxed_before = vat * before(a)
            """;

    private static Checked<Model> check(String formula, String example) {
        return KpiLanguage.check(SourceText.of("test.kpi", MODEL + "kpi k = " + formula + " { " + example + " }"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        // What the formula asks for, as it is written there.
        "a + b | example { a = 1, b = 2 gives 3 }",
        "a * 2 | example { a = -1.5 gives -3.0 }",
        "a | example { a = vat * 100 gives 19.0 }",
        "a - a[1 year ago] | example { a = 5, a[1 year ago] = 3 gives 2 }",
        "a - a[previous] | example { a = 5, a[previous] = 3 gives 2 }",
        "growth(a, 1 year) | example { a = 110, a[1 year ago] = 100 gives 10% }",
        "a / opening(customers) | example { a = 5, opening(customers) = 100 gives 5% }",
        "a / average(customers) | example { a = 5, opening(customers) = 90, customers = 110 gives 5% }",
        "closing(customers) | example { closing(customers) = 4 gives 4 }",
        "a[region = \"EMEA\"] / a[all region] | example { a[region = \"EMEA\"] = 5, a[all region] = 20 gives 25% }",
        "repeated(buyers, 2) / buyers | example { repeated(buyers, 2) = 1, buyers = 4 gives 25% }",
        "a / a[all] | example { a = 5, a[all] = 20 gives 25% }",
        "a[channel in (\"x\", \"y\")] | example { a[channel in (\"x\", \"y\")] = 5 gives 5 }",
        "a[region = \"EMEA\"][channel = \"x\"] | example { a[channel = \"x\"][region = \"EMEA\"] = 5 gives 5 }",
        "a[region = \"EMEA\"][1 year ago] | example { a[1 year ago][region = \"EMEA\"] = 5 gives 5 }",
        "before(a) | example { a[1 year ago] = 5 gives 5 }",
        "a[1 year ago] | example { before(a) = 5 gives 5 }",
        "price + buyers | example { price = 5, buyers = 2 gives 7 }",
        // Two ways of writing that lead to the same window are the same.
        "a - a[previous] | example { a = 5, a[1 year ago] = 3 gives 2 }",
        "a[last 12 months] | example { a = 5 gives 5 }",
        "a[year to date] + a[whole year] | example { a = 5 gives 10 }",
        "a[1 year ago][1 year ago] | example { a[2 years ago] = 5 gives 5 }",
        "a[4 quarters ago] | example { a[12 months ago] = 5 gives 5 }",
        "opening(customers) | example { customers[previous] = 4 gives 4 }",
        "opening(customers) | example { customers[last 3 months][1 year ago] = 4 gives 4 }",
        "a[previous] | example during 2024-03 { a[1 month ago] = 4 gives 4 }",
        "a[previous year] | example during 2024-03 { a[whole year][1 year ago] = 4 gives 4 }",
        // Values for KPIs stand in for their formulas, where they are given.
        "total * 2 | example { total = 3 gives 6 }",
        "total * 2 | example { a = 1, b = 2 gives 6 }",
        "growth(total, 1 year) | example { total = 3, total[1 year ago] = 2 gives 50% }",
        "growth(total, 1 year) | example { a = 1, b = 2, total[1 year ago] = 2 gives 50% }",
        "growth(total, 1 year) | example { total = 3, a[previous] = 1, b[previous] = 1 gives 50% }",
        "ratio[region = \"EMEA\"] + ratio | example { ratio = 40%, ratio[region = \"EMEA\"] = 30% gives 70% }",
        "total + a | example { total = 3, a = 1 gives 4 }",
        // Periods.
        "days() | example { gives 365 }",
        "months() | example { gives 12 }",
        "days() | example during 2024 { gives 366 }",
        "days() | example during 2016-Q1 { gives 91 }",
        "days() | example during 2024-02-29 { gives 1 }",
        "a / days() | example during 2016-Q1 { a = 91 gives 1.00 }",
        "days()[previous] | example during 2016-Q1 { gives 92 }",
        // Statistics, over values of their own periods.
        "avg(a over 2 months) | example during 2024-03 { a = 3, a[1 month ago] = 1 gives 2 }",
        "max(ratio over 2 quarters) | example during 2024-Q2 { ratio = 3%, ratio[previous] = 4% gives 4% }",
        "max(a[last 3 months] over 2 months) | example during 2024-03"
            + " { a[last 3 months] = 1, a[last 3 months][1 month ago] = 4 gives 4 }",
        "cumulative(a) | example during 2024-03 { a = 3, a[1 month ago] = 2, a[2 months ago] = 1 gives 6 }",
        "sum(a over year to date) | example during 2024-02 { a = 3, a[1 month ago] = 2 gives 5 }",
        "avg(a over 12 months at least 1) | example during 2024-03 { a = 3, a[1 month ago] = 2 gives 2.5 }",
        "avg(a over 2 years) | example { a = 3, a[previous] = 2 gives 2.5 }",
        "count(a over 3 years) | example { a = 3, a[previous] = 2 gives 2 }",
        // What is not needed need not be given.
        "a else b | example { a = 3 gives 3 }",
        "a else b | example { b = 3 gives 3 }",
        "a else 0 | example { gives 0 }",
        "if a > 1 then b else c | example { a = 2, b = 3 gives 3 }",
        "2 * vat | example { gives 38% }",
        "if a > 1 and b > 1 then 1 else 0 | example { a = 1 gives 0 }",
        // No value.
        "a / b | example { a = 1, b = 0 gives undefined }",
        "a / b | example { a = 1 gives unknown }",
        "ln(a) | example { a = -1 gives undefined }",
        "growth(a, 1 year) | example { a = 1, a[previous] = -1 gives undefined }",
        "zero | example { gives unknown }",
        "a + 1 / b | example { b = 0 gives unknown }",
        // What is expected may be calculated, from the same values.
        "a / 3 | example { a = 2 gives 2/3 }",
        "a / 3 | example { a = 2 gives a / 3 }",
        "a * (1 + vat) | example { a = 2 gives 2 + 2 * vat }",
        "a / b | example { a = 2, b = 5 gives ratio }"})
    void holds(String formula, String example) {
        assertThat(check(formula, example).diagnostics()).isEmpty();
        assertThat(Examples.count(check(formula, example).orThrow())).isEqualTo(1);
    }

    /** Half a unit of the last digit that is written, and 1e-9 of what is calculated. */
    @ParameterizedTest
    @CsvSource({"40%, 0.395, 0.405, 0.3949, 0.4051", "40.0%, 0.3995, 0.4005, 0.39949, 0.40051",
        "0.40, 0.395, 0.405, 0.3949, 0.4051", "25k, 24500, 25500, 24499, 25501",
        "1.5M, 1.45e6, 1.55e6, 1.4499e6, 1.5501e6", "-3, -3.5, -2.5, -3.501, -2.499", "1e3, 500, 1500, 499, 1501",
        "1.20e1, 11.95, 12.05, 11.94, 12.06", "(7), 6.5, 7.5, 6.49, 7.51", "0, -0.5, 0.5, -0.51, 0.51",
        "2 / 2, 0.9999999991, 1.0000000009, 0.999999998, 1.000000002",
        "3 USD, 2.5, 3.5, 2.49, 3.51"})
    void literalIsMetByWhatRoundsToIt(String expected, String least, String most, String below, String above) {
        for (String value : List.of(least, most)) {
            assertThat(codes(check("a", "example { a = " + value + " gives " + expected + " }"))).isEmpty();
        }
        for (String value : List.of(below, above)) {
            assertThat(codes(check("a", "example { a = " + value + " gives " + expected + " }")))
                    .containsExactly(DiagnosticCode.EXAMPLE_FAILS);
        }
    }

    private static List<DiagnosticCode> codes(Checked<Model> model) {
        return model.diagnostics().stream().map(Diagnostic::code).toList();
    }

    @Test
    void allThatFailAreTold() {
        Checked<Model> model = check("a", "example { a = 1 gives 2 } example { a = 1 gives 1 } example { gives 1 }");
        assertThat(codes(model)).containsExactly(DiagnosticCode.EXAMPLE_FAILS, DiagnosticCode.EXAMPLE_INCOMPLETE);
        String many = "example { a = 1 gives 2 } ".repeat(100);
        assertThat(check("a", many).diagnostics()).hasSize(26)
                .last().satisfies(last -> assertThat(last.code()).isEqualTo(DiagnosticCode.TOO_MANY_ERRORS));
    }

    /** The years of the other calendars lie elsewhere, and may have 364 days. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"fiscal from april | 365", "fiscal from march | 365", "iso weeks | 364",
        "4-4-5 ends last saturday of september | 364", "gregorian | 365"})
    void isAboutAYearOfTheCalendar(String calendar, int days) {
        String text = "calendar " + calendar + "\ninput a : flow\n"
                + "kpi k = days() { example { gives " + days + " } }\n"
                + "kpi g = growth(a, 1 year) { example { a = 3, a[previous] = 2 gives 50% } }";
        assertThat(KpiLanguage.check(SourceText.of("test.kpi", text)).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "undefined"})
    void wordsForNoValueAreNamesElsewhere(String word) {
        String text = """
                input x, WORD : flow
                kpi k = WORD + x {
                  example { WORD = 1, x = 2 gives WORD + x }
                  example { WORD = 1, x = 0 gives `WORD` }
                }
                """.replace("WORD", word);
        assertThat(KpiLanguage.check(SourceText.of("test.kpi", text)).diagnostics()).isEmpty();
    }

    @Test
    void functionOfTheApplicationThatFailsIsTold() {
        PointwiseFunction failing = new PointwiseFunction() {
            @Override
            public Signature signature() {
                return new Signature("failing", List.of(Signature.Parameter.number("x")), false, "fails");
            }

            @Override
            public double apply(double[] arguments) {
                throw new IllegalStateException("not ready");
            }

            @Override
            public Unit unit(List<Unit> arguments) {
                return Unit.NUMBER;
            }
        };
        Checked<Model> model = KpiLanguage.check(
                SourceText.of("test.kpi", "input a : flow kpi k = failing(a) { example { a = 1 gives 1 } }"),
                Library.standard(), FunctionRegistry.standard().with(failing), Limits.STANDARD);
        assertThat(codes(model)).containsExactly(DiagnosticCode.FUNCTION_FAILED);
    }

    @Test
    void allTogetherAreBounded() {
        Limits limits = Limits.STANDARD.with(Limit.EXAMPLES, 10_000);
        String chain = "input a : flow\nkpi k0 = a\n" + IntStream.range(1, 200)
                .mapToObj(i -> "kpi k" + i + " = k" + (i - 1) + " + 1 { example { a = 1 gives " + (i + 1) + " } }")
                .collect(Collectors.joining("\n"));
        assertThat(codes(KpiLanguage.check(SourceText.of("test.kpi", chain)))).isEmpty();
        assertThat(codes(KpiLanguage.check(SourceText.of("test.kpi", chain), limits)))
                .containsExactly(DiagnosticCode.TOO_MANY_EXAMPLES);
        String days = "input a : flow\nkpi k = avg(a over 1000 days at least 1) { "
                + "example during 2024-01-01 { a = 1 gives 1 } ".repeat(10) + "}";
        assertThat(codes(KpiLanguage.check(SourceText.of("test.kpi", days)))).isEmpty();
        assertThat(codes(KpiLanguage.check(SourceText.of("test.kpi", days), limits)))
                .containsExactly(DiagnosticCode.TOO_MANY_EXAMPLES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a[999999 years ago] | example { a[999999 years ago] = 1 gives 1 }",
        "a[999999 years ago][999999 years ago] | example { a[999999 years ago][999999 years ago] = 1 gives 1 }",
        "avg(a over 1000000 days) | example { gives 1 }", "a | example during 9999 { a = 1e308 gives 1e308 }",
        "a * a | example { a = 1e308 gives undefined }", "a | example during 0001-01-01 { a = 1 gives 1 }",
        "a[1000000 years ago] | example during 0001-01-01 { a[1000000 years ago] = 1 gives 1 }"})
    void farPeriodsAndLargeNumbersEscapeAsNothingButDiagnostics(String formula, String example) {
        assertThat(check(formula, example).diagnostics()).allMatch(diagnostic -> diagnostic.origin().isKnown()
                || diagnostic.code() == DiagnosticCode.TOO_MANY_PERIODS
                || diagnostic.code() == DiagnosticCode.REQUEST_NOT_VALID);
    }

    @Test
    void modelIsCheckedOnItsOwnToo() {
        Model model = Model.of(KpiLanguage.definitions("input a : flow kpi k = a { example { a = 1 gives 2 } }"));
        assertThat(codes(Examples.check(model))).containsExactly(DiagnosticCode.EXAMPLE_FAILS);
        assertThat(Examples.count(model)).isEqualTo(1);
        Model good = Model.of(KpiLanguage.definitions("input a : flow kpi k = a { example { a = 1 gives 1 } }"));
        assertThat(Examples.check(good).orThrow()).isSameAs(good);
    }
}
