package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Calendar;
import org.kpilang.time.FiscalCalendar.Naming;
import org.kpilang.time.FiscalWeekCalendar;
import org.kpilang.time.Grain;
import org.kpilang.time.IsoWeekCalendar;
import org.kpilang.time.YearDivision;
import org.kpilang.time.YearEnd;

/** Calendars as files declare them, and questions asked in them. */
class CalendarsTest {

    private static final String RETAIL = "calendar 4-5-4 ends saturday nearest end of january named by start\n";
    /** Months of 28, 35 and 28 days from 2023-12-17, by no rule that is known. */
    private static final String TABLE = "calendar table FY2024: " + IntStream.range(0, 12)
            .mapToObj(month -> LocalDate.of(2023, 12, 17).plusWeeks(month / 3 * 13 + new int[] {0, 4, 9}[month % 3]).toString())
            .collect(Collectors.joining(", ")) + " until 2024-12-14\n";
    private static final String SALES = """
            input sales : flow
            kpi sales_to_date = sales[month to date]
            kpi week_to_date  = sales[week to date]
            kpi quarter       = sales[quarter to date]
            kpi three_days    = sales[last 3 days]
            """;

    private static Calendar calendar(String text) {
        return KpiLanguage.model(text).calendar();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "gregorian", "fiscal from april named by end", "fiscal from july named by start", "fiscal from january", "iso weeks",
        "4-5-4 ends saturday nearest end of january leap week in month 12 named by start",
        "4-4-5 ends last saturday of september leap week in month 3 named by end",
        "5-4-4 ends friday nearest end of december leap week in month 1 named by end",
        "13x4 ends sunday nearest end of august leap week in month 13 named by start"
    })
    void areNamedAsTheyAreDeclared(String declaration) {
        assertThat(calendar("calendar " + declaration)).hasToString(declaration);
    }

    @Test
    void whatIsNotSaidIsTheUsual() {
        assertThat(calendar("calendar 4-4-5 ends last saturday of september"))
                .isEqualTo(FiscalWeekCalendar.of(YearDivision.FOUR_FOUR_FIVE,
                        YearEnd.last(DayOfWeek.SATURDAY, Month.SEPTEMBER), Naming.BY_END))
                .hasToString("4-4-5 ends last saturday of september leap week in month 12 named by end");
        assertThat(calendar("calendar iso weeks")).isSameAs(IsoWeekCalendar.INSTANCE);
    }

    @Test
    void aTableHasTheDaysThatItSays() {
        Calendar table = calendar(TABLE);
        assertThat(table.parse("FY2024-M02").window().firstDay()).isEqualTo("2024-01-14");
        assertThat(table.parse("FY2024").window().lastDay()).isEqualTo("2024-12-14");
    }

    @Test
    void fourFiveFourInAFormulaIsStillArithmetic() {
        assertThat(KpiLanguage.formula("4-5-4")).hasToString("4 - 5 - 4");
        assertThat(KpiLanguage.formula("iso * weeks / leap - nearest + ends * table")).isNotNull();
    }

    /** 10 a day for the 91 days of a quarter of 4-5-4 weeks. */
    @Test
    void toDateFollowsTheMonthsAndWeeksOfTheCalendar() {
        Result days = sales(TABLE, "2023-12-17");
        assertThat(days.value("sales_to_date", "2024-01-13")).hasValue(280);
        assertThat(days.value("sales_to_date", "2024-02-17")).hasValue(350);
        assertThat(days.value("sales_to_date", "2024-03-16")).hasValue(280);
        assertThat(days.value("sales_to_date", "2023-12-23")).hasValue(70);
        assertThat(days.value("sales_to_date", "2023-12-24")).hasValue(80);
        assertThat(days.value("week_to_date", "2023-12-23")).hasValue(70);
        assertThat(days.value("week_to_date", "2023-12-24")).hasValue(10);
        assertThat(days.value("three_days", "2024-01-13")).hasValue(30);
        assertThat(days.value("three_days", "2024-01-14")).hasValue(30);
        assertThat(days.value("three_days", "2024-01-15")).hasValue(30);
        assertThat(days.value("quarter", "2024-03-16")).hasValue(910);
    }

    @Test
    void toDateFollowsTheRetailYear() {
        Result days = sales(RETAIL, "2024-02-04");
        assertThat(days.value("sales_to_date", "2024-03-02")).hasValue(280);
        assertThat(days.value("sales_to_date", "2024-03-03")).hasValue(10);
        assertThat(days.value("sales_to_date", "2024-04-06")).hasValue(350);
        assertThat(days.value("sales_to_date", "2024-05-04")).hasValue(280);
        assertThat(days.value("week_to_date", "2024-02-10")).hasValue(70);
        assertThat(days.value("week_to_date", "2024-02-11")).hasValue(10);
        assertThat(days.value("three_days", "2024-03-03")).hasValue(30);
    }

    private static Result sales(String calendar, String first) {
        Model model = KpiLanguage.model(calendar + SALES);
        double[] sales = new double[91];
        Arrays.fill(sales, 10);
        return Evaluation.of(model, Facts.builder(model).startingAt(first).column("sales", sales).build()).run();
    }

    @ParameterizedTest
    @CsvSource({"week, FY2023-W53, 1", "month, FY2023-M12, 5", "quarter, FY2023-Q4, 14", "year, FY2023, 53"})
    void weeksRollUpToEveryLongerGrain(String grain, String period, double expected) {
        Model model = KpiLanguage.model(RETAIL + "input visits : flow\nkpi visits_kpi = visits");
        double[] weeks = new double[105];
        Arrays.fill(weeks, 1);
        Facts facts = Facts.builder(model).startingAt("FY2023-W01").column("visits", weeks).build();
        Result result = Evaluation.of(model, facts).grain(grain(grain)).run();
        assertThat(result.value("visits_kpi", period)).hasValue(expected);
    }

    @Test
    void weeksCompareWithTheWeekOfTheSameNumber() {
        Model model = KpiLanguage.model("calendar iso weeks\ninput visits : flow\nkpi before = visits[1 year ago]\n"
                + "kpi in_year = visits[year to date]");
        double[] weeks = IntStream.rangeClosed(1, 52 + 53).mapToDouble(week -> week).toArray();
        Facts facts = Facts.builder(model).startingAt("2019-W01").column("visits", weeks).build();
        Result result = Evaluation.of(model, facts).from("2020-W01").run();
        assertThat(result.value("before", "2020-W01")).hasValue(1);
        assertThat(result.value("before", "2020-W52")).hasValue(52);
        assertThat(result.value("before", "2020-W53")).hasValue(52);
        assertThat(result.value("in_year", "2020-W02")).hasValue(53 + 54);
    }

    @Test
    void whatACalendarDoesNotHaveIsRefusedInWords() {
        Model model = KpiLanguage.model("calendar iso weeks\ninput visits : flow\nkpi in_month = visits[month to date]");
        Facts facts = Facts.builder(model).startingAt("2024-W01").column("visits", 1, 2, 3).build();
        assertThatExceptionOfType(DiagnosticException.class).isThrownBy(() -> Evaluation.of(model, facts).run())
                .withMessageContaining("the calendar iso weeks has no months");
    }

    @Test
    void aQuestionThatLeavesATableIsRefusedInWords() {
        Model model = KpiLanguage.model(TABLE + "input sales : flow\nkpi before = sales[1 year ago]");
        Facts facts = Facts.builder(model).startingAt("2023-12-17").column("sales", 1, 2, 3).build();
        assertThatExceptionOfType(DiagnosticException.class).isThrownBy(() -> Evaluation.of(model, facts).run())
                .withMessageContaining("FY2023-M01 is outside the calendar table from 2023-12-17 to 2024-12-14");
    }

    /** Months can be counted beyond a table, so what lies there is unknown and no error. */
    @Test
    void monthsBeforeATableAreUnknown() {
        Model model = KpiLanguage.model(TABLE + "input sales : flow\nkpi before = sales[1 year ago]");
        Facts facts = Facts.builder(model).startingAt("FY2024-M01").column("sales", 1, 2, 3).build();
        Result result = Evaluation.of(model, facts).run();
        assertThat(result.value("before", "FY2024-M02")).isEmpty();
        assertThat(result.why("before", "FY2024-M02").toString()).contains("FY2023-M02");
    }

    @Test
    void targetsAreDueInPeriodsOfTheCalendar() {
        String file = RETAIL + "input sales : flow\nkpi growth_of_sales = sales { target 100 by ";
        assertThat(KpiLanguage.model(file + "FY2026-M12 }").kpis()).hasSize(1);
        assertThatExceptionOfType(DiagnosticException.class).isThrownBy(() -> KpiLanguage.model(file + "2026-12 }"))
                .withMessageContaining("expected FY2024, FY2024-Q3, FY2024-M07, FY2024-W27 or 2024-07-01");
    }

    private static Grain grain(String word) {
        return Arrays.stream(Grain.values()).filter(grain -> grain.word().equals(word)).findFirst().orElseThrow();
    }
}
