package org.kpilang.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.time.FiscalCalendar.Naming;

class CalendarTest {

    private static final Calendar GREGORIAN = GregorianCalendar.INSTANCE;

    @ParameterizedTest
    @CsvSource({
        "2024-07-01, day, 2024-07-01, 2024-07-01",
        "2024-07, month, 2024-07-01, 2024-07-31",
        "2024-M07, month, 2024-07-01, 2024-07-31",
        "2024-02, month, 2024-02-01, 2024-02-29",
        "2024-Q3, quarter, 2024-07-01, 2024-09-30",
        "2024Q3, quarter, 2024-07-01, 2024-09-30",
        "2024, year, 2024-01-01, 2024-12-31",
        "2024-W27, week, 2024-07-01, 2024-07-07",
        "2024W27, week, 2024-07-01, 2024-07-07",
        "' 2024-07 ', month, 2024-07-01, 2024-07-31",
        "1969-12-31, day, 1969-12-31, 1969-12-31",
        "0001-01, month, 0001-01-01, 0001-01-31"
    })
    void readsPeriodsAsPeopleWriteThem(String text, String grain, LocalDate first, LocalDate last) {
        Period period = Period.parse(text);
        assertThat(period.grain()).hasToString(grain);
        assertThat(period.window().firstDay()).isEqualTo(first);
        assertThat(period.window().lastDay()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "2024-7", "2024-Q5", "2024-Q0", "FY24", "2024-07-1", "07/2024", "2024-W1", "yesterday",
        "2024-07-01T00:00", "-2024", "٢٠٢٤"})
    void refusesWhatIsNoPeriodAndSaysWhatIs(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(text))
                .withMessage("`" + text + "` is no period; expected 2024, 2024-Q3, 2024-07, 2024-W27 or 2024-07-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13", "2024-00", "2023-02-29", "2024-04-31", "2024-W53", "2024-W00", "2025-W99"})
    void refusesDatesThatDoNotExist(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(text))
                .withMessage("`" + text + "` is no date of the calendar");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-30, 2025-W01", "2024-12-29, 2024-W52", "2021-01-03, 2020-W53", "2021-01-04, 2021-W01",
        "2018-12-31, 2019-W01", "2016-01-03, 2015-W53", "2020-01-01, 2020-W01", "1970-01-01, 1970-W01"
    })
    void weeksBelongToTheYearOfTheirThursday(LocalDate day, String week) {
        assertThat(GREGORIAN.period(Grain.WEEK, day)).hasToString(week).isEqualTo(Period.parse(week));
    }

    @Test
    void sevenYearsFrom2004To2037HaveFiftyThreeWeeks() {
        int[] years = IntStream.rangeClosed(2004, 2037)
                .filter(year -> GREGORIAN.period(Grain.WEEK, LocalDate.of(year, 12, 28)).toString().endsWith("W53")).toArray();
        assertThat(years).containsExactly(2004, 2009, 2015, 2020, 2026, 2032, 2037);
        for (int year : years) {
            assertThat(Period.parse(year + "-W53").plus(1)).hasToString((year + 1) + "-W01");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2020-W53, -1, 2019-W52", "2020-W53, 1, 2021-W52", "2020-W53, 6, 2026-W53", "2021-W01, -1, 2020-W01",
        "2024-W27, 0, 2024-W27", "2019-W52, 1, 2020-W52", "2020-W53, -20, 2000-W52"
    })
    void aWeekKeepsItsNumberInAnotherYear(Period week, int years, String expected) {
        assertThat(GREGORIAN.label(Grain.WEEK, GREGORIAN.plus(Grain.WEEK, week.ordinal(), years, Grain.YEAR))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 1, month, 2024-02-29", "2024-03-31, -1, month, 2024-02-29", "2024-12-31, -1, year, 2023-12-31",
        "2024-02, 1, quarter, 2024-05", "2024-Q3, -2, year, 2022-Q3"
    })
    void aPeriodKeepsItsPlaceInALongerOne(Period period, int count, String coarse, String expected) {
        int moved = GREGORIAN.plus(period.grain(), period.ordinal(), count, grain(coarse));
        assertThat(GREGORIAN.label(period.grain(), moved)).isEqualTo(expected);
    }

    @Test
    void aWeekHasNoPlaceInAMonth() {
        assertThatIllegalArgumentException().isThrownBy(() -> GREGORIAN.plus(Grain.WEEK, 0, 1, Grain.MONTH))
                .withMessage("a month is not made of whole weeks in the calendar gregorian");
    }

    @ParameterizedTest
    @CsvSource({
        "day, week, true, 7", "day, month, true, 0", "day, year, true, 0", "week, week, true, 1", "week, month, false, 0",
        "week, quarter, false, 0", "week, year, false, 0", "month, quarter, true, 3", "month, year, true, 12",
        "quarter, year, true, 4", "quarter, month, false, 0", "year, month, false, 0", "month, week, false, 0",
        "month, day, false, 0", "week, day, false, 0"
    })
    void monthsNestInQuartersAndYearsAndWeeksInNothing(String fine, String coarse, boolean nests, int ratio) {
        assertThat(GREGORIAN.nests(grain(fine), grain(coarse))).isEqualTo(nests);
        assertThat(GREGORIAN.ratio(grain(fine), grain(coarse))).isEqualTo(ratio);
    }

    @Test
    void grainsThatDoNotNestAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GREGORIAN.firstWithin(Grain.MONTH, 24_000, Grain.WEEK))
                .withMessage("a month is not made of whole weeks in the calendar gregorian");
        assertThatIllegalArgumentException().isThrownBy(() -> GREGORIAN.enclosing(Grain.WEEK, 2800, Grain.YEAR));
        assertThatIllegalArgumentException().isThrownBy(() -> GREGORIAN.lastWithin(Grain.DAY, 0, Grain.MONTH));
    }

    @ParameterizedTest
    @CsvSource({
        "APRIL, BY_END, 2024-04-01, FY2025, FY2025-Q1", "APRIL, BY_END, 2024-03-31, FY2024, FY2024-Q4",
        "APRIL, BY_START, 2024-04-01, FY2024, FY2024-Q1", "APRIL, BY_START, 2025-03-31, FY2024, FY2024-Q4",
        "OCTOBER, BY_END, 2024-12-31, FY2025, FY2025-Q1", "FEBRUARY, BY_START, 2024-01-31, FY2023, FY2023-Q4",
        "DECEMBER, BY_END, 2024-12-01, FY2025, FY2025-Q1", "JANUARY, BY_END, 2024-12-31, FY2024, FY2024-Q4",
        "JANUARY, BY_START, 2024-12-31, FY2024, FY2024-Q4", "JULY, BY_END, 1969-07-01, FY1970, FY1970-Q1"
    })
    void fiscalYearsStartInAnyMonth(Month start, Naming naming, LocalDate day, String year, String quarter) {
        Calendar calendar = FiscalCalendar.of(start, naming);
        assertThat(calendar.period(Grain.YEAR, day)).hasToString(year).isEqualTo(calendar.parse(year));
        assertThat(calendar.period(Grain.QUARTER, day)).hasToString(quarter).isEqualTo(calendar.parse(quarter));
        assertThat(calendar.parse(year).window().firstDay().getMonth()).isEqualTo(start);
        assertThat(calendar.parse(year.substring(2))).isEqualTo(calendar.parse(year));
    }

    @Test
    void aFiscalCalendarChangesNeitherMonthsNorWeeksNorDays() {
        Calendar fiscal = FiscalCalendar.of(Month.APRIL, Naming.BY_END);
        LocalDate day = LocalDate.of(2024, 12, 30);
        for (Grain grain : new Grain[] {Grain.DAY, Grain.WEEK, Grain.MONTH}) {
            assertThat(fiscal.period(grain, day)).hasToString(GREGORIAN.period(grain, day).toString());
            assertThat(fiscal.ordinal(grain, day)).isEqualTo(GREGORIAN.ordinal(grain, day));
        }
    }

    @Test
    void calendarsAreEqualWhenTheyDivideAndNameAlike() {
        Calendar april = FiscalCalendar.of(Month.APRIL, Naming.BY_END);
        assertThat(april).isEqualTo(FiscalCalendar.of(Month.APRIL, Naming.BY_END))
                .hasSameHashCodeAs(FiscalCalendar.of(Month.APRIL, Naming.BY_END))
                .isNotEqualTo(FiscalCalendar.of(Month.APRIL, Naming.BY_START))
                .isNotEqualTo(FiscalCalendar.of(Month.MAY, Naming.BY_END))
                .hasToString("fiscal from april named by end");
        assertThat(FiscalCalendar.of(Month.JANUARY, Naming.BY_END))
                .isEqualTo(FiscalCalendar.of(Month.JANUARY, Naming.BY_START))
                .isNotEqualTo(GREGORIAN)
                .hasToString("fiscal from january");
        assertThat(GREGORIAN).hasToString("gregorian");
    }

    @Test
    void periodsOfOneCalendarAndGrainCompare() {
        assertThat(Period.parse("2024-02")).isLessThan(Period.parse("2024-03"));
        assertThat(Period.parse("2024-03").compareTo(Period.parse("2024-03"))).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse("2024-02").compareTo(Period.parse("2024")))
                .withMessage("cannot compare 2024-02 with 2024");
        Period fiscal = FiscalCalendar.of(Month.MAY, Naming.BY_END).parse("2024-02");
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse("2024-02").compareTo(fiscal));
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void whatNoOrdinalCanSayOverflows(Grain grain) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> GREGORIAN.ordinal(grain, LocalDate.MAX));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> GREGORIAN.ordinal(grain, LocalDate.MIN));
    }

    @Test
    void farYearsOverflowAlike() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> GREGORIAN.plus(Grain.WEEK, 0, Integer.MAX_VALUE, Grain.YEAR));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> GREGORIAN.plus(Grain.WEEK, 0, 100_000_000, Grain.YEAR));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> GREGORIAN.lastDay(Grain.MONTH, Integer.MAX_VALUE));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> FiscalCalendar.of(Month.MAY, Naming.BY_END)
                        .enclosing(Grain.MONTH, Integer.MIN_VALUE, Grain.YEAR));
    }

    private static Grain grain(String word) {
        return Grain.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
