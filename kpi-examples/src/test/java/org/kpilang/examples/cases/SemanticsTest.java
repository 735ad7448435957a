package org.kpilang.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kpilang.dsl.Formula;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.model.Model;
import org.kpilang.series.Absence;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Worked cases of other systems. Unless a case names another source, its figures are those of the fixtures and
 * snapshots of MetricFlow (Apache-2.0, dbt Labs); where the library means something else on purpose, the case says so.
 */
class SemanticsTest {

    /** What is printed with six digits. */
    private static final Offset<Double> PRINTED = within(5e-7);
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    @DisplayName("C1: a division by zero has no value, and says which divisor")
    void divisionByZero() {
        Result result = ask("""
                input bookings, value : flow
                kpi ratio = bookings / value
                """, facts -> facts.startingAt("2020-01-03").column("bookings", 1).column("value", 0.00));
        assertAbsent(result, "ratio", "2020-01-03", Absence.ZERO_DIVISOR);
        assertThat(result.why("ratio", "2020-01-03").get(0).message()).contains("value");
    }

    @Test
    @DisplayName("C2: a ratio has no value on a day on which one side has no fact")
    void oneSideAbsent() {
        Result result = ask("""
                input bookings, views : flow
                kpi ratio = bookings / views
                """, facts -> Bookings.byDay(facts)
                .column("views", Period.parse("2020-01-01"), 2, 5)
                .column("views", Period.parse("2020-01-04"), 1, 1));
        assertValue(result, "ratio", "2020-01-01", 2.5);
        assertValue(result, "ratio", "2020-01-02", 1.8);
        assertAbsent(result, "ratio", "2019-12-18", Absence.BEFORE_HISTORY);
        assertAbsent(result, "ratio", "2020-01-04", Absence.NO_FACT);
    }

    @Test
    @DisplayName("C3: the total of a ratio is the ratio of totals, never the mean of months")
    void totalOfRatio() {
        String model = """
                input bookings : flow
                input guests   : distinct
                kpi per_guest = bookings / guests
                """;
        Result months = ask(model, facts -> Bookings.byMonth(facts)
                .column("guests", Period.parse("2019-12"), 6, 6, 34, 33, 35)
                .column("guests", Period.parse("2020-12"), 69));
        assertValues(months, "per_guest", "2019-12", 5.166667, 2.5, 1.617647, 1.727273, 1.714286);
        assertValue(months, "per_guest", "2020-12", 1.0);

        // Different guests of a whole year do not follow from those of its months: the year needs a count of its own.
        Result year = ask(model, facts -> Bookings.byMonth(facts).column("guests", Period.parse("2020-01"),
                6, 34, 33, 35, 0, 0, 0, 0, 0, 0, 0, 69), Grain.YEAR);
        assertThat(year.value("per_guest", "2020")).isEmpty();
        assertThat(Formula.parse("bookings / guests").value(Map.of("bookings", 287, "guests", 163)).orElseThrow())
                .isCloseTo(1.760736, PRINTED);
    }

    @Test
    @DisplayName("C4: different guests of a month do not follow from those of its days")
    void distinctCounts() {
        String model = """
                input guests : distinct
                kpi visitors = guests
                """;
        assertValue(ask(model, facts -> facts.startingAt("2020-02").column("guests", 34)), "visitors", "2020-02", 34);

        // In the fixture every booking of a day is by another guest; the days of February add up to 55.
        Result byDay = ask(model, facts -> facts.startingAt("2020-02-01").column("guests", 2, 5, 1, 2, 4, 0, 1, 2, 2, 1,
                5, 2, 1, 2, 1, 2, 3, 1, 2, 2, 1, 4, 1, 0, 2, 1, 3, 1, 1), Grain.MONTH);
        assertAbsent(byDay, "visitors", "2020-02", Absence.NOT_ADDITIVE);
        assertRefused("kpi added = sum(guests over 29 days)", "input guests : distinct", DiagnosticCode.NOT_SUMMABLE);
    }

    @Test
    @DisplayName("C5: the month before, and growth against it")
    void previousMonth() {
        String kpis = """
                kpi before = bookings[previous]
                kpi change = growth(bookings, 1 month)
                """;
        Result unknown = ask("input bookings : flow\n" + kpis, Bookings::byMonth);
        assertValues(unknown, "before", "2020-01", 31, 15, 55, 57, 60);
        assertThat(unknown.value("change", "2020-05")).isEmpty();
        assertValues(unknown, "change", "2020-01", -0.516129, 2.666667, 0.0363636, 0.0526316);
        assertAbsent(unknown, "change", "2020-12", Absence.NO_FACT);
        assertThat(unknown.why("change", "2020-12").get(0).message()).contains("2020-11");

        Result zero = ask("input bookings : flow absent is zero\n" + kpis, Bookings::byDay, Grain.MONTH);
        assertValues(zero, "before", "2020-01", 31, 15, 55, 57, 60, 0);
        assertAbsent(zero, "change", "2020-12", Absence.ZERO_DIVISOR);
    }

    @Test
    @DisplayName("C6: a month asked of facts by day moves as a month: 55, 57, 60, not 57, 56, 61")
    void monthsMoveWhole() {
        Evaluation evaluation = evaluation("""
                input bookings : flow absent is zero
                kpi before = bookings[1 month ago]
                """, Bookings::byDay);
        Result months = evaluation.grain(Grain.MONTH).to("2021-01").run();
        assertValues(months, "before", "2020-01", 31, 15, 55, 57, 60);
        assertValue(months, "before", "2021-01", 69);

        // A single day that the month before does not have is its last.
        Result days = evaluation.grain(Grain.DAY).from("2020-03-29").to("2020-03-31").run();
        assertValues(days, "before", "2020-03-29", 1, 1, 1);
    }

    @Test
    @DisplayName("C7: against the year before, by month")
    void yearOverYear() {
        Result result = evaluation("""
                input bookings : flow absent is zero
                kpi before = bookings[1 year ago]
                kpi change = growth(bookings, 1 year)
                """, Bookings::byDay).grain(Grain.MONTH).to("2021-02").run();
        assertValue(result, "before", "2020-12", 31);
        assertValue(result, "change", "2020-12", 1.225806);
        assertValue(result, "before", "2021-02", 55);
    }

    @Test
    @DisplayName("C8: a shift keeps the total; asked at year grain, the year moves")
    void shiftsKeepTotals() {
        Evaluation evaluation = evaluation("""
                input bookings : flow absent is zero
                kpi five_days_ago   = bookings[5 days ago]
                kpi one_month_ago   = bookings[1 month ago]
                """, facts -> Bookings.byDay(facts).completeFrom(Period.parse("2018")).completeTo(Period.parse("2021")));
        Result months = evaluation.grain(Grain.MONTH).from("2019-12").to("2021-01").run();
        assertValues(months, "five_days_ago", "2019-12", 31, 15, 47, 58, 57, 10, 0, 0, 0, 0, 0, 0, 58, 11);

        Result years = evaluation.grain(Grain.YEAR).from("2020").to("2021").run();
        assertValues(years, "one_month_ago", "2020", 218, 69);
    }

    @Test
    @DisplayName("C9: a shift of days asked for a range")
    void shiftOfDays() {
        Result result = evaluation("""
                input bookings : flow absent is zero
                kpi before = bookings[5 days ago]
                """, Bookings::byDay).from("2019-12-19").to("2019-12-26").run();
        assertValues(result, "before", "2019-12-19", 0, 0, 0, 0, 10, 18, 2, 0);
    }

    @Test
    @DisplayName("C10: shifts of a KPI that is shifted itself add up")
    void shiftsAddUp() {
        Result result = evaluation("""
                input bookings : flow absent is zero
                kpi once  = 2 * bookings[5 days ago]
                kpi twice = 2 * once[2 days ago]
                """, Bookings::byDay).run();
        assertValues(result, "twice", "2020-01-08", 20, 36);
    }

    @Test
    @DisplayName("C14: the last two months, and all time, day by day")
    void trailingWindow() {
        Evaluation evaluation = evaluation("""
                input revenue : flow absent is zero
                kpi two_months = revenue[last 2 months]
                kpi all_time   = cumulative(revenue)
                """, facts -> revenue(facts).completeFrom(Period.parse("2019-11")));
        Result days = evaluation.grain(Grain.DAY).run();
        assertValue(days, "two_months", "2020-02-01", 5000);
        assertValue(days, "two_months", "2020-03-31", 7000);
        assertValue(days, "all_time", "2020-03-31", 8000);
        assertValue(days, "two_months", "2020-04-01", 3000);
        assertValue(days, "two_months", "2020-04-02", 7000);
        assertValue(days, "all_time", "2020-04-02", 12000);
        assertValue(days, "two_months", "2020-05-01", 4000);
        assertValue(days, "all_time", "2020-05-01", 12000);
        assertValue(days, "two_months", "2020-06-01", 4000);
        assertValue(days, "two_months", "2020-06-02", 0);
        assertValue(evaluation.grain(Grain.MONTH).to("2020-12").run(), "two_months", "2020-04", 7000);
    }

    @Test
    @DisplayName("C15: month to date stays level over days without facts only if they mean zero")
    void monthToDate() {
        String kpi = "kpi to_date = revenue[month to date]\n";
        Result zero = ask("input revenue : flow absent is zero\n" + kpi,
                facts -> revenue(facts).completeTo(Period.parse("2021-02")), Grain.DAY);
        assertValues(zero, "to_date", "2021-01-03", 3000, 4000, 4000);
        assertValue(zero, "to_date", "2021-02-01", 0);

        Result unknown = ask("input revenue : flow\n" + kpi,
                facts -> revenue(facts).completeTo(Period.parse("2021-02")), Grain.DAY);
        assertValues(unknown, "to_date", "2021-01-03", 3000, 4000);
        assertThat(unknown.value("to_date", "2021-01-05")).isEmpty();
    }

    @Test
    @DisplayName("C18: an opening balance is the one before the week, not that of its first day")
    void openingBalance() {
        UnaryOperator<FactsBuilder> balances = facts -> facts
                .column("balance", Period.parse("2020-01-01"),
                        2135 + 1234 + 24634 + 23452, 5123 + 8456 + 6939, 5234 + 234, 5582)
                .column("balance", Period.parse("2020-01-06"), 1213, 523);
        Result carried = ask("""
                input balance : stock absent carries forward
                kpi before = opening(balance)
                """, facts -> balances.apply(facts).completeTo(Period.parse("2020-01-12")), Grain.WEEK);
        assertAbsent(carried, "before", "2020-W01", Absence.BEFORE_HISTORY);
        // MetricFlow's "first day of the period" would be 1213.
        assertValue(carried, "before", "2020-W02", 5582);

        Result days = ask("""
                input balance : stock
                kpi before = opening(balance)
                """, balances);
        assertValue(days, "before", "2020-01-02", 51455);
        assertAbsent(days, "before", "2020-01-06", Absence.NO_FACT);
    }

    @Test
    @DisplayName("C21: absent is zero within what was loaded, by week and by month")
    void absentIsZero() {
        Evaluation evaluation = evaluation("""
                input bookings : flow absent is zero
                kpi total = bookings
                """, facts -> Bookings.byDay(facts).completeFrom(Period.parse("2019-11")));
        assertValues(evaluation.grain(Grain.WEEK).from("2019-11-25").run(), "total", "2019-W48", 1, 0, 0, 30, 0, 15);
        assertValues(evaluation.grain(Grain.MONTH).run(), "total", "2019-11", 0, 31, 15, 55, 57, 60, 0);
    }

    @Test
    @DisplayName("C22: absent leads give no rate, unless absent means zero")
    void absentNumerator() {
        String kpi = "input visits : flow\nkpi rate = leads / visits\n";
        UnaryOperator<FactsBuilder> table = facts -> facts
                .column("visits", Period.parse("2024-01"), 50, 37, 79)
                .column("leads", Period.parse("2024-01"), 5)
                .column("leads", Period.parse("2024-03"), 8);
        Result unknown = ask("input leads : flow\n" + kpi, table);
        assertValue(unknown, "rate", "2024-01", 0.10);
        assertAbsent(unknown, "rate", "2024-02", Absence.NO_FACT);
        assertValue(unknown, "rate", "2024-03", 0.101266);
        assertValues(ask("input leads : flow absent is zero\n" + kpi, table), "rate", "2024-01", 0.10, 0, 0.101266);
    }

    @Test
    @DisplayName("C23: year to date over gaps follows the rule of the input")
    void yearToDateOverGaps() {
        String kpi = "kpi to_date = cases[year to date]\n";
        UnaryOperator<FactsBuilder> table = facts -> facts
                .column("cases", Period.parse("2024-02"), 1, 2)
                .column("cases", Period.parse("2024-05"), 3)
                .completeFrom(Period.parse("2024-01"))
                .completeTo(Period.parse("2024-06"));
        assertValues(ask("input cases : flow absent is zero\n" + kpi, table), "to_date", "2024-01", 0, 1, 3, 3, 6, 6);
        Result unknown = ask("input cases : flow\n" + kpi, table);
        for (int month = 0; month < unknown.periods(); month++) {
            assertThat(unknown.hasValue(0, 0, month)).isFalse();
        }
    }

    /**
     * The case has a calendar of weeks from Sunday and months of 4, 5 and 4 weeks; here it is asked in ISO weeks and
     * months.
     */
    @Test
    @DisplayName("C26: week to date and month to date start again, the last three days do not")
    void toDateStartsAgain() {
        double[] ten = new double[91];
        java.util.Arrays.fill(ten, 10);
        Result result = ask("""
                input revenue : flow
                kpi week_to_date  = revenue[week to date]
                kpi month_to_date = revenue[month to date]
                kpi three_days    = revenue[last 3 days]
                """, facts -> facts.startingAt("2023-12-17").column("revenue", ten));
        assertValues(result, "week_to_date", "2023-12-23", 60, 70, 10);
        assertValue(result, "month_to_date", "2024-01-31", 310);
        assertValue(result, "month_to_date", "2024-02-01", 10);
        assertValue(result, "month_to_date", "2024-02-29", 290);
        assertValues(result, "three_days", "2024-01-31", 30, 30, 30);
        // December is known from the 17th on.
        assertAbsent(result, "month_to_date", "2023-12-23", Absence.PARTIAL_WINDOW);
    }

    /** Rates of return chain by their logarithms, which add up: a flow. */
    @Test
    @DisplayName("C27: the time-weighted return is the same at every grain")
    void timeWeightedReturn() {
        Evaluation evaluation = evaluation("""
                input log_return : flow
                kpi to_date = exp(log_return[month to date]) - 1
                """, facts -> facts.startingAt("2024-01-01")
                .column("log_return", Math.log(1.10), Math.log(1.20), Math.log(0.50)));
        assertValues(evaluation.run(), "to_date", "2024-01-01", .10, .32, -.34);
        Evaluation closed = evaluation("""
                input log_return : flow absent is zero
                kpi total = exp(log_return) - 1
                """, facts -> facts.startingAt("2024-01-01")
                .column("log_return", Math.log(1.10), Math.log(1.20), Math.log(0.50))
                .completeTo(Period.parse("2024")));
        assertValue(closed.grain(Grain.MONTH).run(), "total", "2024-01", -.34);
        assertValue(closed.grain(Grain.YEAR).run(), "total", "2024", -.34);
    }

    /** Superset's issues 21455 and 4898. */
    @Test
    @DisplayName("C28: the total of shares is the ratio of sums")
    void totalOfShares() {
        Result result = evaluation("""
                dimension shop
                input gmv, fm : flow
                kpi share = fm / gmv
                """, facts -> {
            RowTable rows = facts.table("shops", Grain.YEAR).dimensions("shop").inputs("gmv", "fm");
            double[] gmv = {34523.323, 325323543.323, 5764545.323, 45254525.323};
            double[] fm = {24523.323, 125323543.323, 4764545.323, 35254525.323};
            for (int shop = 0; shop < gmv.length; shop++) {
                rows.row(Period.parse("2022"), "shop " + shop).value("gmv", gmv[shop]).value("fm", fm[shop]);
            }
            return facts;
        }).by("shop").run();
        assertThat(result.value("share", "2022").orElseThrow()).isCloseTo(0.4393655217, within(5e-11));
        assertThat(result.value("share", Slice.of("shop", "shop 0"), Period.parse("2022")).orElseThrow())
                .isCloseTo(24523.323 / 34523.323, EXACT);

        Result quarter = ask("input a, b : flow\nkpi ratio = a / b", facts -> facts.startingAt("2018-01")
                .column("a", 1, 1, 0).column("b", 2, 4, 0), Grain.QUARTER);
        assertValue(quarter, "ratio", "2018-Q1", 1.0 / 3);
    }

    @Test
    @DisplayName("C31: precedence and grouping")
    void precedence() {
        assertThat(calculate("100 / 3 * 3")).isCloseTo(100, EXACT);
        assertThat(calculate("3 / 5 * 100")).isCloseTo(60, EXACT);
        assertThat(calculate("10 - 3 - 2")).isEqualTo(5);
        assertThat(calculate("2 ^ 3 ^ 2")).isEqualTo(512);
        assertThat(calculate("-3 ^ 2")).isEqualTo(-9);
    }

    @Test
    @DisplayName("C32: growth is against the earlier value")
    void growth() {
        String model = "input value : flow\nkpi change = growth(value, 1 month)\n";
        assertValue(ask(model, facts -> facts.startingAt("2024-01").column("value", 100, 150)), "change", "2024-02", .5);
        assertValue(ask(model, facts -> facts.startingAt("2024-01").column("value", 1000, 500)), "change", "2024-02",
                -.5);
    }

    /** dbt's documentation of derived metrics has the first formula, under the name of net sales per user. */
    @Test
    @DisplayName("C33: dollars minus dollars per user is refused")
    void unlikeUnits() {
        String inputs = """
                currency USD
                unit user
                input gross_sales, cogs : USD flow
                input active_users : user flow
                """;
        assertRefused("kpi per_user = gross_sales - cogs / active_users", inputs, DiagnosticCode.UNLIKE_UNITS);

        Result result = ask(inputs + "kpi per_user = (gross_sales - cogs) / active_users", facts -> facts
                .startingAt("2024-01").column("gross_sales", 1000).column("cogs", 400).column("active_users", 100));
        assertValue(result, "per_user", "2024-01", 6);
        assertThat(result.kpis().get(0).unit()).hasToString("USD / user");
    }

    /** Revenue of the fixture: a few days of 2020, and the first four of 2021. */
    private static FactsBuilder revenue(FactsBuilder facts) {
        return facts
                .column("revenue", Period.parse("2020-01-01"), 1000)
                .column("revenue", Period.parse("2020-02-01"), 4000)
                .column("revenue", Period.parse("2020-03-01"), 3000)
                .column("revenue", Period.parse("2020-04-02"), 4000)
                .column("revenue", Period.parse("2021-01-01"), 1000, 1000, 1000, 1000);
    }

    private static Evaluation evaluation(String text, UnaryOperator<FactsBuilder> load) {
        Model model = KpiLanguage.model(text);
        return Evaluation.of(model, load.apply(Facts.builder(model)).build());
    }

    private static Result ask(String text, UnaryOperator<FactsBuilder> load) {
        return evaluation(text, load).run();
    }

    private static Result ask(String text, UnaryOperator<FactsBuilder> load, Grain grain) {
        return evaluation(text, load).grain(grain).run();
    }

    private static double calculate(String formula) {
        return Formula.parse(formula).value(Map.of()).orElseThrow();
    }

    private static void assertValue(Result result, String kpi, String period, double expected) {
        assertValues(result, kpi, period, expected);
    }

    /** Periods in a row that have these values. */
    private static void assertValues(Result result, String kpi, String first, double... expected) {
        Period period = result.model().calendar().parse(first);
        for (double value : expected) {
            OptionalDouble found = result.value(kpi, Slice.TOTAL, period);
            assertThat(found).as("%s in %s", kpi, period).isPresent();
            assertThat(found.getAsDouble()).as("%s in %s", kpi, period).isCloseTo(value, PRINTED);
            period = period.plus(1);
        }
    }

    private static void assertAbsent(Result result, String kpi, String period, Absence reason) {
        assertThat(result.value(kpi, period)).as("%s in %s", kpi, period).isEmpty();
        assertThat(result.why(kpi, period)).extracting(Reason::code).contains(reason);
    }

    private static void assertRefused(String kpi, String inputs, DiagnosticCode code) {
        assertThatThrownBy(() -> KpiLanguage.model(inputs + "\n" + kpi))
                .isInstanceOfSatisfying(DiagnosticException.class, refused -> assertThat(refused.diagnostics())
                        .extracting(Diagnostic::code).containsExactly(code));
    }
}
