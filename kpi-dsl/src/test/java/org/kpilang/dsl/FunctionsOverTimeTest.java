package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Model;
import org.kpilang.report.TextReport;
import org.kpilang.series.Absence;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.SourceText;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/** Functions that look at other periods than the one asked, or at how long it is. */
class FunctionsOverTimeTest {

    /** The values of a formula over `x`, a flow, where a dash stands for no fact; no value is shown as its reason. */
    private static String values(String formula, String first, String x, Grain grain) {
        Model model = KpiLanguage.model("input x : flow\nkpi k = " + formula);
        FactsBuilder facts = Facts.builder(model);
        Period period = Period.parse(first);
        for (String value : x.split(" ")) {
            if (!value.equals("-")) {
                facts.column("x", period, Double.parseDouble(value));
            }
            period = period.plus(1);
        }
        return shown(Evaluation.of(model, facts.build()).grain(grain).run());
    }

    private static String shown(Result result) {
        return String.join(" ", IntStream.range(0, result.periods()).mapToObj(i -> result.hasValue(0, 0, i)
                ? number(result.valueOr(0, 0, i, 0)) : result.why(0, 0, i).get(0).code().toString()).toList());
    }

    private static String number(double value) {
        return new BigDecimal(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros()
                .toPlainString();
    }

    @ParameterizedTest
    @CsvSource({
        // a gap has no value and leaves the average as it is
        "'ewma(x, 3)', 1 2 - 4 8, 1 1.5 NO_FACT 2.75 5.375",
        "'ewma(x, 25%)', 1 2 - 4 8, 1 1.25 NO_FACT 1.9375 3.4531",
        "'ewma(x, 1)', 5 7 3, 5 7 3",
        "'ewma(1 / x, 3)', 0 2 1, PARTIAL_WINDOW 0.5 0.75",
        "'rank(x over 3 months)', 5 7 6 7 1, PARTIAL_WINDOW PARTIAL_WINDOW 2 1 3",
        "'rank(x over all)', 5 7 6 7 1, 1 1 2 1 5",
        "'rank(-x over all)', 5 7 6 7 1, 1 2 2 3 1",
        "'rank(x over all at least 1)', 5 - 6 1, 1 NO_FACT 1 3",
        "'rank(x over all)', 5 - 6 1, 1 NO_FACT PARTIAL_WINDOW PARTIAL_WINDOW",
        "'index(x, at 2024-02)', 5 10 15 - 0, 50 100 150 NO_FACT 0",
        // the mean of the quarter is 100
        "'index(x, at 2024-Q1)', 5 10 15 20, 50 100 150 200",
        "'index(x, at 2024-Q1)', 5 - 15 20, PARTIAL_WINDOW NO_FACT PARTIAL_WINDOW PARTIAL_WINDOW",
        "'index(x, at 2024-01)', 0 10, ZERO_DIVISOR ZERO_DIVISOR",
        "'index(x, at 2024-01)', -5 10, NEGATIVE_BASE NEGATIVE_BASE",
        "'index(x, at 2023-12)', 5 10, BEFORE_HISTORY BEFORE_HISTORY",
        // a longer window is compared by its mean
        "'index(x, at 2024-01)[last 2 months]', 10 20 30, PARTIAL_WINDOW 150 250",
        "'index(x[last 2 months], at 2024-02)', 10 20 30, PARTIAL_WINDOW 100 166.6667",
        "'cagr(x, 1 year)', 1 1, BEFORE_HISTORY BEFORE_HISTORY"
    })
    void answersByMonth(String formula, String x, String expected) {
        assertThat(values(formula, "2024-01", x, Grain.MONTH)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // within one quarter, the base is that quarter
        "'index(x, at 2024-02)', 100 150", "'index(x, at 2024)', 80 120", "'ewma(x, 3)', 6 7.5", "'rank(x over all)', 1 1",
        "'workdays() + 0 * x', 65 65", "'days() + 0 * x', 91 91"
    })
    void answersByQuarter(String formula, String expected) {
        String values = formula.contains("2024)") ? values(formula, "2024-01", "1 2 3 1 2 6 1 2 6 1 1 4", Grain.QUARTER)
                : values(formula, "2024-01", "1 2 3 1 2 6", Grain.QUARTER);
        assertThat(values).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02, 21", "2024-03, 21", "2023, 260", "2024, 262", "2024-W07, 5", "2024-02-29, 1", "2024-03-02, 0", "2024-03-03, 0",
        "1969-12-29, 1", "1969-12-28, 0", "1901-01, 23"
    })
    void countsFromMondayToFriday(String period, String expected) {
        Period asked = Period.parse(period);
        assertThat(values("workdays() + 0 * x", period, "1", asked.grain())).isEqualTo(expected);
    }

    /** DHIS2: 36 cases of 12 in January, and 24 over half a year, per 100. */
    @Test
    void annualizesAmountsByDays() {
        Model model = KpiLanguage.model("""
                input cases, people : flow
                kpi by_365  = annualize(100 * cases / people, 365)
                kpi by_360  = annualize(100 * cases / people, 360)
                kpi actual  = annualize(100 * cases / people)
                kpi named   = annualize(100 * cases / people, actual)
                kpi half    = annualize(100 * cases / people, 365)[last 6 months]
                """);
        Facts january = Facts.startingAt("2023-01").column("cases", 36).column("people", 12).build();
        Result result = Evaluation.of(model, january).run();
        assertThat(result.value("by_365", "2023-01").orElseThrow()).isCloseTo(3532.258, within(5e-4));
        assertThat(result.value("by_360", "2023-01").orElseThrow()).isCloseTo(300.0 * 360 / 31, within(1e-9));
        assertThat(result.value("actual", "2023-01")).isEqualTo(result.value("by_365", "2023-01"));
        assertThat(result.value("named", "2023-01")).isEqualTo(result.value("by_365", "2023-01"));

        Facts half = Facts.startingAt("2024-01").column("cases", 4, 4, 4, 4, 4, 4).column("people", 2, 2, 2, 2, 2, 2).build();
        Result leap = Evaluation.of(model, half).run();
        assertThat(leap.value("half", "2024-06").orElseThrow()).isCloseTo(401.10, within(5e-3));
        assertThat(leap.value("actual", "2024-01").orElseThrow()).isCloseTo(200.0 * 366 / 31, within(1e-9));

        Facts none = Facts.startingAt("2024-01").column("cases", 24).column("people", 0).build();
        assertThat(Evaluation.of(model, none).run().why("by_365", "2024-01").get(0).code()).isEqualTo(Absence.ZERO_DIVISOR);
    }

    @Test
    void saysItsDayCount() {
        Model model = KpiLanguage.model("input x : flow\nkpi a = annualize(x)\nkpi b = annualize(x, 360)");
        Facts facts = Facts.startingAt("2024-01").column("x", 1).build();
        assertThat(Evaluation.of(model, facts).plan().describe())
                .contains("days of the window[whole year]", " 360.0\n", "days of the window, for 2 KPIs\n");
    }

    @ParameterizedTest
    @CsvSource({
        // novelties of a month, a quarter and a year; the monthly loss of 5 % is no 60 % a year
        "'annualize(x / 100, loss)', MONTH, 5, 0.4596", "'annualize(x / 100, growth)', MONTH, 5, 0.7959",
        "'annualize(x / 100, compound)', MONTH, 5, 0.7959", "'annualize(x / 300, loss)', QUARTER, 5 5 5, 0.1855",
        "'annualize(x / 100, loss)', MONTH, 100, 1", "'annualize(x / 100, loss)', MONTH, 120, NEGATIVE_BASE",
        "'annualize(x / 100, growth)', MONTH, -120, NEGATIVE_BASE", "'annualize(x / 100, loss)', MONTH, -5, -0.7959"
    })
    void compoundsRates(String formula, Grain grain, String x, String expected) {
        assertThat(values(formula, "2024-01", x, grain)).isEqualTo(expected);
    }

    /** Lockheed Martin 2022 and 2024 (FinanceBench): 0.4 %. */
    @Test
    void growthCompoundsOverYears() {
        Model model = KpiLanguage.model("input sales : flow\nkpi k = cagr(sales, 2 years)");
        Facts facts = Facts.startingAt("2020").column("sales", 65398, 67044, 65984).build();
        assertThat(Evaluation.of(model, facts).run().value("k", "2022").orElseThrow()).isCloseTo(0.004, within(0.0005));

        Facts loss = Facts.startingAt("2020").column("sales", 100, 1, -50, 0, 4).build();
        Result result = Evaluation.of(model, loss).run();
        assertThat(result.why("k", "2022").get(0).code()).isEqualTo(Absence.NEGATIVE_BASE);
        assertThat(result.value("k", "2023").orElseThrow()).isEqualTo(-1);
        assertThat(result.why("k", "2024").get(0).code()).isEqualTo(Absence.NEGATIVE_BASE);
        assertThat(result.why("k", "2024").get(0).message()).isEqualTo("sales[2 years ago] is -50 in 2024");
    }

    @Test
    void sharesAreOfTheDimensionsNamed() {
        Model model = KpiLanguage.model("""
                currency USD
                dimension region, size
                input sales : USD flow
                kpi of_regions = share(sales, region)
                kpi of_cells   = share(sales, region, size)
                kpi of_all     = share(sales)
                """);
        FactsBuilder facts = Facts.builder(model);
        facts.table("t", Grain.MONTH).dimensions("region", "size").inputs("sales")
                .row(Period.parse("2024-01"), "north", "small").value("sales", 10)
                .row(Period.parse("2024-01"), "north", "large").value("sales", 20)
                .row(Period.parse("2024-01"), "south", "small").value("sales", 30);
        Result result = Evaluation.of(model, facts.build()).by("region", "size").run();
        Slice slice = Slice.of("region", "north").and("size", "small");
        assertThat(result.value("of_regions", slice, Period.parse("2024-01"))).hasValue(0.25);
        assertThat(result.value("of_cells", slice, Period.parse("2024-01"))).hasValue(10.0 / 60);
        assertThat(result.value("of_all", slice, Period.parse("2024-01"))).hasValue(10.0 / 60);
        assertThat(result.value("of_all", Slice.TOTAL, Period.parse("2024-01"))).hasValue(1);
        assertThat(model.kpi("of_all").orElseThrow().unit()).isEqualTo(Unit.PERCENT);
    }

    @Test
    void derivesUnits() {
        Model model = KpiLanguage.model("""
                currency USD
                unit customer
                input sales : USD flow
                input customers : customer stock
                input churned : customer flow
                kpi smooth  = ewma(sales, 3)
                kpi place   = rank(sales over 12 months)
                kpi basis   = index(sales, at 2024)
                kpi year    = annualize(sales)
                kpi churn   = churned / opening(customers) { unit percent }
                kpi yearly  = annualize(churn, loss)
                kpi pace    = cagr(sales, 3 years)
                kpi per_day = sales / workdays()
                """);
        assertThat(model.kpis()).extracting(kpi -> kpi.id() + " " + kpi.unit()).containsExactly("smooth USD", "place ratio",
                "basis points", "year USD", "churn percent", "yearly percent", "pace percent", "per_day USD / day");
    }

    /** Southwest, December 2009: the load factor went from 69.7 % to 76.2 %, which is 6.5 points and not 9.3 %. */
    @Test
    void theChangeOfAPercentageIsInPoints() {
        Model model = KpiLanguage.model("""
                dimension region
                input flown, offered : flow
                kpi load      = flown / offered { unit percent }
                kpi change    = load - load[1 year ago]
                kpi two_years = load[1 year ago] - load[2 years ago]
                kpi to_date   = load[year to date] - load[year to date, 1 year ago]
                kpi against   = load[region = "north"] - load[all region]
                kpi halved    = (load - load[previous]) / 2
                kpi from_then = load[previous] + (load - load[previous])
                kpi empty     = 1 - load
                kpi share     = load - empty
                kpi relative  = growth(load, 1 year)
                kpi as_told   = load - load[1 year ago] { unit percent }
                define moved(x) = x - x[1 year ago]
                kpi by_name   = moved(load)
                """);
        assertThat(model.kpis()).extracting(kpi -> kpi.id() + " " + kpi.unit()).containsExactly("load percent",
                "change percentage_points", "two_years percentage_points", "to_date percentage_points",
                "against percentage_points", "halved percentage_points", "from_then percent", "empty percent", "share percent",
                "relative percent", "as_told percent", "by_name percentage_points");
        Facts facts = Facts.startingAt("2008").column("flown", 69.7, 76.2).column("offered", 100, 100).build();
        Result result = Evaluation.of(model, facts).kpis("change", "relative").run();
        assertThat(result.value("change", "2009").orElseThrow()).isCloseTo(0.065, within(1e-12));
        assertThat(result.value("relative", "2009").orElseThrow()).isCloseTo(0.0933, within(5e-5));
        assertThat(TextReport.of(result).text()).contains("percentage_points").contains("6.5");
    }

    @Test
    void aTargetForAChangeIsWrittenAsAPercentage() {
        String model = "input a, b : flow\nkpi m = a / b { unit percent }\nkpi k = m - m[1 year ago] { target ";
        assertThat(KpiLanguage.check(SourceText.of("model", model + "2% }")).isValid()).isTrue();
        assertThat(KpiLanguage.check(SourceText.of("model", model + "2 points }")).diagnostics()).singleElement()
                .satisfies(diagnostic -> {
                    assertThat(diagnostic.message()).isEqualTo("`2 points` is in points, and `k` is in percentage_points");
                    assertThat(diagnostic.hint()).isEqualTo("write a percentage, such as `40%`");
                });
        assertThat(KpiLanguage.check(SourceText.of("model", model + "2 percentage_points }")).diagnostics())
                .singleElement().extracting(Diagnostic::hint).isEqualTo("write `2%`");
    }

    /** A word is looked up among the words of the function, whatever else has its name. */
    @Test
    void wordsAreNoNames() {
        assertThat(Formula.parse("annualize(churn, loss)").inputs()).containsExactly("churn");
        Model model = KpiLanguage.model("""
                input loss : flow
                define yearly(loss) = annualize(loss / 100, loss)
                kpi k = yearly(loss)
                """);
        Facts facts = Facts.startingAt("2024-01").column("loss", 5).build();
        assertThat(Evaluation.of(model, facts).run().value("k", "2024-01").orElseThrow()).isCloseTo(0.4596, within(5e-5));
        assertThat(Formula.parse("share(x)").value(Map.of("x", 3)).orElseThrow()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ewma(sales)             | KPI-F002 | `ewma` takes 2 arguments, not 1 | it is written `ewma(value, smoothing)`",
        "ewma(sales, 0)          | KPI-F003 | the smoothing of `ewma` is a whole number of periods or a weight between 0"
                + " and 1, not `0` | write `3` to smooth over 3 periods, or `25%` to give the newest value a weight of 25%",
        "ewma(sales, 2.5)        | KPI-F003 | the smoothing of `ewma` is a whole number of periods or a weight between 0"
                + " and 1, not `2.5` | write `3` to smooth over 3 periods, or `25%` to give the newest value a weight of 25%",
        "ewma(sales, users)      | KPI-F003 | `ewma` needs a fixed number here | write the number itself, such as `3`",
        "ewma(sales, 3 months)   | KPI-F003 | `ewma` takes a plain number here, not `3 months` | leave the unit out",
        "rank(sales)             | KPI-F001 | `rank` summarises the values of several periods"
                + " | say which periods: `rank(sales over 12 months)`",
        "index(sales, 2024-01)   | KPI-F003 | `index` takes a period as `base` | write `at 2024-01`",
        "index(sales, users)     | KPI-F003 | `index` takes a period as `base` | write one, such as `at 2024-01`",
        "index(sales, at 2024-13)| KPI-P008 | `2024-13` is no date of the calendar |",
        "cagr(sales, 36 months)  | KPI-F003 | `cagr` takes a number of years as `years`"
                + " | write a whole number of them, such as `3 years`",
        "cagr(sales, 3)          | KPI-F003 | `cagr` takes a number of years as `years`"
                + " | write a whole number of them, such as `3 years`",
        "annualize(sales, losss) | KPI-F003 | `annualize` does not know `losss` as `how` | did you mean `loss`?",
        "annualize(sales, 364)   | KPI-F003 | `annualize` does not know `364` as `how`"
                + " | write one of `actual`, `365`, `360`, `growth`, `loss`, `compound`",
        "annualize(users)        | KPI-K006 | `users` is a stock: it does not grow with the length of the window"
                + " | leave `annualize` out",
        "annualize(users * 2, 365) | KPI-K006 | `users * 2` uses `users`, which is a stock: it does not grow with the length"
                + " of the window | leave `annualize` out",
        "annualize(churn)        | KPI-K006 | `churn` is a rate, and rates compound over a year | write"
                + " `annualize(churn, loss)` for a rate of loss, `annualize(churn, growth)` for one of growth,"
                + " or `annualize(churn, 365)` for a multiple",
        "annualize(sales, loss)  | KPI-U001 | in `annualize`: `compound_rate` cannot be applied to USD and ratio together"
                + " | only values of one unit go together; divide one by the other to relate them",
        "share(sales, users)     | KPI-F003 | `share` takes dimensions as `dimension`"
                + " | to divide by something else, write `sales / users`",
        "share(sales, regoin)    | KPI-N004 | `regoin` is not a dimension | did you mean `region`?",
        "weighted_avg(1, 2, 3)   | KPI-F002 | `weighted_avg` takes groups of 2 arguments, not 3"
                + " | it is written `weighted_avg(value, weight, …)`"
    })
    void saysWhatIsWrong(String formula, String code, String message, String hint) {
        String text = """
                currency USD
                unit user
                dimension region
                input sales : USD flow
                input users : user stock
                input lost : user flow
                kpi churn = lost / opening(users)
                kpi k =\s""" + formula;
        assertThat(KpiLanguage.check(SourceText.of("model", text)).diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code().id()).isEqualTo(code);
            assertThat(diagnostic.message()).isEqualTo(message);
            assertThat(diagnostic.hint()).isEqualTo(hint);
        });
    }

    /** Each level is worked out once, however many there are. */
    @Test
    @Timeout(20)
    void indexesOfIndexesTakeNoLongerAtEachLevel() {
        String formula = "x";
        for (int i = 0; i < 40; i++) {
            formula = "index(" + formula + ", at 2024-0" + (1 + i % 4) + ")";
        }
        assertThat(values(formula, "2024-01", "10 20 30 40", Grain.MONTH)).isEqualTo("25 50 75 100");
    }

    /** A month is not made of whole weeks. */
    @Test
    void aBaseMustBeMadeOfThePeriodsAsked() {
        Model model = KpiLanguage.model("input x : flow\nkpi k = index(x, at 2024-01)");
        Facts facts = Facts.startingAt("2024-W01").column("x", 1, 2).build();
        assertThatExceptionOfType(DiagnosticException.class).isThrownBy(() -> Evaluation.of(model, facts).run())
                .satisfies(e -> assertThat(e.diagnostics()).extracting(diagnostic -> diagnostic.message())
                        .isEqualTo(List.of("the base 2024-01 is not made of whole weeks")));
    }

    /** What comes later changes nothing before it, except for the base of an index. */
    @Test
    void laterValuesChangeNothing() {
        for (String formula : List.of("ewma(x, 3)", "rank(x over all)", "annualize(x)", "index(x, at 2024-02)")) {
            String all = values(formula, "2024-01", "3 1 4 1 5 9 2 6", Grain.MONTH);
            assertThat(all).startsWith(values(formula, "2024-01", "3 1 4 1 5", Grain.MONTH));
        }
    }
}
