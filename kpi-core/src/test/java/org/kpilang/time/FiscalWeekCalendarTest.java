package org.kpilang.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpilang.time.FiscalCalendar.Naming;

class FiscalWeekCalendarTest {

    private static final FiscalWeekCalendar RETAIL = FiscalWeekCalendar.of(YearDivision.FOUR_FIVE_FOUR,
            YearEnd.nearest(DayOfWeek.SATURDAY, Month.JANUARY), Naming.BY_START);
    private static final FiscalWeekCalendar SEPTEMBER = FiscalWeekCalendar.of(YearDivision.FOUR_FOUR_FIVE,
            YearEnd.last(DayOfWeek.SATURDAY, Month.SEPTEMBER), Naming.BY_END);
    private static final FiscalWeekCalendar THIRTEEN = FiscalWeekCalendar.of(YearDivision.THIRTEEN_OF_FOUR,
            YearEnd.nearest(DayOfWeek.SUNDAY, Month.AUGUST), Naming.BY_END);

    @Test
    void agreesWithEveryRetailMonthFrom1990To2040() throws IOException {
        List<String> rows = resource("retail-454-month-starts.csv").lines().skip(2).toList();
        assertThat(rows).hasSize(612);
        assertThat(rows).allSatisfy(row -> {
            String[] cells = row.split(",");
            Window month = RETAIL.parse(String.format(Locale.ROOT, "FY%s-M%02d", cells[0], Integer.parseInt(cells[1]))).window();
            assertThat(month.firstDay()).hasToString(cells[2]);
            assertThat(month.in(Grain.WEEK).length()).hasToString(cells[3]);
        });
    }

    @Test
    void retailYearsHaveWeek53WhereTheFederationSays() {
        assertThat(IntStream.rangeClosed(1995, 2040).filter(year -> weeks(RETAIL, year) == 53))
                .containsExactly(1995, 2000, 2006, 2012, 2017, 2023, 2028, 2034, 2040);
    }

    @ParameterizedTest
    @CsvSource({
        "2011, 2011-01-30", "2012, 2012-01-29", "2013, 2013-02-03", "2016, 2016-01-31", "2017, 2017-01-29",
        "2018, 2018-02-04", "2019, 2019-02-03", "2020, 2020-02-02", "2021, 2021-01-31", "2022, 2022-01-30",
        "2023, 2023-01-29", "2024, 2024-02-04", "2025, 2025-02-02", "2026, 2026-02-01"
    })
    void retailYearsStartOnTheFederationsDays(String year, LocalDate first) {
        assertThat(RETAIL.parse("FY" + year).window().firstDay()).isEqualTo(first);
        assertThat(RETAIL.period(Grain.YEAR, first)).hasToString("FY" + year);
        assertThat(RETAIL.period(Grain.YEAR, first.minusDays(1))).hasToString("FY" + (Integer.parseInt(year) - 1));
    }

    @Test
    void aRetailYearOf53WeeksHasAMonthOfFiveWeeksMore() {
        assertThat(months(RETAIL, 2023)).containsExactly("2023-01-29 4", "2023-02-26 5", "2023-04-02 4", "2023-04-30 4",
                "2023-05-28 5", "2023-07-02 4", "2023-07-30 4", "2023-08-27 5", "2023-10-01 4", "2023-10-29 4",
                "2023-11-26 5", "2023-12-31 5");
        assertThat(months(RETAIL, 2024)).containsExactly("2024-02-04 4", "2024-03-03 5", "2024-04-07 4", "2024-05-05 4",
                "2024-06-02 5", "2024-07-07 4", "2024-08-04 4", "2024-09-01 5", "2024-10-06 4", "2024-11-03 4",
                "2024-12-01 5", "2025-01-05 4");
        assertThat(months(RETAIL.leapWeekIn(1), 2023)).startsWith("2023-01-29 5", "2023-03-05 5", "2023-04-09 4")
                .endsWith("2024-01-07 4");
    }

    @Test
    void yearsEndOnTheLastSaturdayOfSeptember() {
        assertThat(SEPTEMBER.parse("FY2022").window().lastDay()).isEqualTo("2022-09-24");
        assertThat(SEPTEMBER.parse("FY2023").window().lastDay()).isEqualTo("2023-09-30");
        assertThat(weeks(SEPTEMBER, 2022)).isEqualTo(52);
        assertThat(weeks(SEPTEMBER, 2023)).isEqualTo(53);
        assertThat(months(SEPTEMBER, 2023)).startsWith("2022-09-25 4", "2022-10-23 4", "2022-11-20 5").endsWith("2023-08-20 6");
    }

    @ParameterizedTest
    @CsvSource({
        "2012, 13, 35, 2012-09-02", "2013, 1, 1, 2012-09-03", "2012, 1, 1, 2011-08-29", "2011, 13, 28, 2011-08-28"
    })
    void thirteenPeriodsEndOnTheSundayNearestTheEndOfAugust(int year, int month, int day, LocalDate expected) {
        Window days = THIRTEEN.parse(String.format(Locale.ROOT, "FY%d-M%02d", year, month)).window().in(Grain.DAY);
        assertThat(days.length()).isGreaterThanOrEqualTo(day);
        assertThat(days.firstDay().plusDays(day - 1)).isEqualTo(expected);
    }

    @Test
    void aYearWithoutLeapWeekHasNoDay29InPeriod13() {
        assertThat(THIRTEEN.parse("FY2011-M13").window().days()).isEqualTo(28);
        assertThat(THIRTEEN.parse("FY2012-M13").window().days()).isEqualTo(35);
    }

    @Test
    void theLastOfFourQuartersHasFourOfThirteenPeriods() {
        assertThat(THIRTEEN.parse("FY2012-Q1").window().in(Grain.MONTH)).hasToString("FY2012-M01 to FY2012-M03");
        assertThat(THIRTEEN.parse("FY2012-Q3").window().in(Grain.MONTH)).hasToString("FY2012-M07 to FY2012-M09");
        assertThat(THIRTEEN.parse("FY2012-Q4").window().in(Grain.MONTH)).hasToString("FY2012-M10 to FY2012-M13");
        assertThat(THIRTEEN.ratio(Grain.MONTH, Grain.QUARTER)).isZero();
        assertThat(THIRTEEN.ratio(Grain.MONTH, Grain.YEAR)).isEqualTo(13);
        assertThat(RETAIL.ratio(Grain.MONTH, Grain.QUARTER)).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0} named by {1}: {2} is in {3}")
    @CsvSource({
        "JANUARY, BY_START, 2024-06-01, FY2024", "JANUARY, BY_END, 2024-06-01, FY2025",
        "JANUARY, BY_END, 2025-02-01, FY2025", "JANUARY, BY_END, 2025-02-02, FY2026",
        // the year that follows on December has one name, even where it starts in December or ends in January
        "DECEMBER, BY_START, 2024-12-29, FY2025", "DECEMBER, BY_END, 2024-12-29, FY2025",
        "DECEMBER, BY_START, 2022-01-01, FY2021", "DECEMBER, BY_END, 2022-01-01, FY2021",
        "JUNE, BY_START, 2024-07-15, FY2024", "JUNE, BY_END, 2024-07-15, FY2025"
    })
    void yearsAreNamedByTheirStartOrEnd(Month month, Naming naming, LocalDate day, String expected) {
        Calendar calendar = FiscalWeekCalendar.of(YearDivision.FOUR_FOUR_FIVE,
                YearEnd.nearest(DayOfWeek.SATURDAY, month), naming);
        assertThat(calendar.period(Grain.YEAR, day)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "FY2023, year, FY2023", "2023, year, FY2023", "FY2023-Q1, quarter, FY2023-Q1", "2023Q1, quarter, FY2023-Q1",
        "FY2023-M01, month, FY2023-M01", "2023-M12, month, FY2023-M12", "FY2023-W05, week, FY2023-W05",
        "2023W53, week, FY2023-W53", "2023-01-29, day, 2023-01-29", "' FY2023 ', year, FY2023"
    })
    void readsPeriodsAsPeopleWriteThem(String text, String grain, String label) {
        assertThat(RETAIL.parse(text)).hasToString(label);
        assertThat(RETAIL.parse(text).grain()).hasToString(grain);
    }

    @ParameterizedTest
    @CsvSource({
        "FY2022-W53, the year has 52 weeks", "FY2023-W54, the year has 53 weeks", "FY2023-M13, the year has 12 months",
        "FY2023-M00, the year has 12 months", "FY2023-Q5, the year has 4 quarters"
    })
    void refusesNumbersThatTheYearDoesNotHave(String text, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> RETAIL.parse(text))
                .withMessage("`" + text + "` does not exist: " + reason);
    }

    @Test
    void aMonthNumberThatReadsAsJanuaryIsNoPeriod() {
        assertThatIllegalArgumentException().isThrownBy(() -> RETAIL.parse("2023-01"))
                .withMessage("`2023-01` is no period of the calendar 4-5-4 ends saturday nearest end of january leap week in "
                        + "month 12 named by start; expected FY2024, FY2024-Q3, FY2024-M07, FY2024-W27 or 2024-07-01");
    }

    @ParameterizedTest(name = "{0}, {1} {2} ago, is {3}")
    @CsvSource({
        "FY2024-M01, 1, month, FY2023-M12", "FY2024-M01, 1, year, FY2023-M01", "FY2024-Q1, 1, quarter, FY2023-Q4",
        "FY2024-W01, 1, week, FY2023-W53", "FY2024-W10, 1, year, FY2023-W10", "FY2023-W53, 1, year, FY2022-W52",
        "FY2023-W53, -1, year, FY2024-W52",
        // weeks keep their place in the month: the fifth becomes the fourth
        "FY2024-W06, 1, month, FY2024-W02", "FY2024-W09, 1, month, FY2024-W04", "FY2024-W05 to FY2024-W09, 1, month, FY2024-W01 to FY2024-W04",
        "FY2024-W01 to FY2024-W04, -1, month, FY2024-W05 to FY2024-W09", "FY2024-W03, 1, quarter, FY2023-W42",
        // days keep their place in the month, and so their weekday
        "2024-03-03, 1, year, 2023-02-26", "2024-03-05, 1, month, 2024-02-06", "2024-04-06, 1, month, 2024-03-02",
        "2024-04-01, 1, month, 2024-03-02",
        // whole months are months
        "2024-02-04 to 2024-03-02, -1, month, 2024-03-03 to 2024-04-06",
        // the leap week is compared as reported
        "FY2023, 1, year, FY2022", "FY2023-M12, 1, year, FY2022-M12", "2024-01-29, 1, year, 2023-01-28"
    })
    void movesBack(String window, int count, String unit, String expected) {
        assertThat(WindowTest.window(RETAIL, window).back(count, grain(unit))).hasToString(expected);
    }

    @ParameterizedTest(name = "{0}, {1} quarters ago, is {2}")
    @CsvSource({
        "FY2012-M05, 1, FY2012-M02", "FY2012-M13, 1, FY2012-M09", "FY2012-M12, 1, FY2012-M09",
        "FY2012-M10 to FY2012-M13, 1, FY2012-M07 to FY2012-M09", "FY2012-M07 to FY2012-M09, -1, FY2012-M10 to FY2012-M13",
        "FY2012-M01, 4, FY2011-M01", "FY2012-W40, 1, FY2012-W28"
    })
    void thirteenPeriodsKeepTheirPlaceInTheQuarter(String window, int count, String expected) {
        assertThat(WindowTest.window(THIRTEEN, window).back(count, Grain.QUARTER)).hasToString(expected);
    }

    @ParameterizedTest(name = "the last {1} {2}s to {0} are {3}")
    @CsvSource({
        "FY2024-M03, 12, month, FY2023-M04 to FY2024-M03", "FY2024-W09, 1, month, FY2024-W05 to FY2024-W09",
        "FY2023-W53, 1, year, FY2023-W01 to FY2023-W53", "FY2024-W10, 1, year, FY2023-W11 to FY2024-W10",
        "FY2024, 2, week, FY2024-W51 to FY2024-W52", "2024-04-06, 1, month, 2024-03-03 to 2024-04-06",
        "2024-04-07, 3, day, 2024-04-05 to 2024-04-07"
    })
    void widensToTheLast(String window, int count, String unit, String expected) {
        assertThat(WindowTest.window(RETAIL, window).last(count, grain(unit))).hasToString(expected);
    }

    @ParameterizedTest(name = "{1} to date at {0} is {2}")
    @CsvSource({
        "2024-03-02, month, 2024-02-04 to 2024-03-02", "2024-03-03, month, 2024-03-03", "2024-03-03, week, 2024-03-03",
        "2024-02-03, year, 2023-01-29 to 2024-02-03", "FY2024-W07, month, FY2024-W05 to FY2024-W07",
        "FY2024-W07, quarter, FY2024-W01 to FY2024-W07", "FY2024-M05, year, FY2024-M01 to FY2024-M05"
    })
    void runsToDate(String window, String unit, String expected) {
        assertThat(WindowTest.window(RETAIL, window).toDate(grain(unit))).hasToString(expected);
    }

    @Test
    void calendarsAreEqualWhenTheyDivideAndNameAlike() {
        assertThat(RETAIL).isEqualTo(RETAIL.leapWeekIn(12)).hasSameHashCodeAs(RETAIL.leapWeekIn(12))
                .isNotEqualTo(RETAIL.leapWeekIn(11)).isNotEqualTo(SEPTEMBER)
                .hasToString("4-5-4 ends saturday nearest end of january leap week in month 12 named by start");
        assertThat(SEPTEMBER)
                .hasToString("4-4-5 ends last saturday of september leap week in month 12 named by end");
        assertThat(THIRTEEN).hasToString("13x4 ends sunday nearest end of august leap week in month 13 named by end");
    }

    @Test
    void theLeapWeekIsInAMonthOfTheYear() {
        assertThatIllegalArgumentException().isThrownBy(() -> RETAIL.leapWeekIn(13))
                .withMessage("a year of 4-5-4 has no month 13");
        assertThatIllegalArgumentException().isThrownBy(() -> RETAIL.leapWeekIn(0));
        assertThat(THIRTEEN.leapWeekIn(13)).isEqualTo(THIRTEEN);
    }

    @ParameterizedTest
    @EnumSource(YearDivision.class)
    void divisionsReadBack(YearDivision division) {
        assertThat(YearDivision.parse(division.toString())).isSameAs(division);
        assertThat(division.weeksBefore(division.months() - 1, -1)).isBetween(47, 48);
    }

    @Test
    void otherDivisionsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> YearDivision.parse("4-4-4"))
                .withMessage("`4-4-4` is no division of a year; expected 4-4-5, 4-5-4, 5-4-4 or 13x4");
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void whatNoOrdinalCanSayOverflows(Grain grain) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> RETAIL.ordinal(grain, LocalDate.MAX));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> RETAIL.ordinal(grain, LocalDate.MIN));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> RETAIL.lastDay(grain, Integer.MAX_VALUE));
    }

    private static int weeks(Calendar calendar, int year) {
        return new Period(calendar, Grain.YEAR, year).window().in(Grain.WEEK).length();
    }

    private static List<String> months(Calendar calendar, int year) {
        Window months = new Period(calendar, Grain.YEAR, year).window().in(Grain.MONTH);
        return IntStream.rangeClosed(months.first(), months.last())
                .mapToObj(month -> new Period(calendar, Grain.MONTH, month).window())
                .map(month -> month.firstDay() + " " + month.in(Grain.WEEK).length()).toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = FiscalWeekCalendarTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Grain grain(String word) {
        return Grain.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
