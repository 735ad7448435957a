package org.kpilang.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpilang.time.FiscalCalendar.Naming;

class WindowTest {

    private static final Calendar FISCAL = FiscalCalendar.of(Month.APRIL, Naming.BY_END);

    @ParameterizedTest(name = "{0}, {1} {2} ago, is {3}")
    @CsvSource({
        // periods, not days
        "2024-02, 1, year, 2023-02",
        "2024-03, 1, month, 2024-02",
        "2024-01 to 2024-12, 1, month, 2023-12 to 2024-11",
        "2024, 1, year, 2023",
        "2024-Q1, 1, year, 2023-Q1",
        "2024-Q1, 1, quarter, 2023-Q4",
        "2024-W01, 1, week, 2023-W52",
        "2024-02, -13, month, 2025-03",
        "2024-02, 0, month, 2024-02",
        // a finer unit: the window is that of the unit, unless it is a whole number of periods
        "2024, 12, month, 2023",
        "2024, 1, month, 2023-12 to 2024-11",
        "2024, 4, quarter, 2023",
        "2024-Q1, 1, month, 2023-12 to 2024-02",
        "2024-02, 1, day, 2024-01-31 to 2024-02-28",
        "2024-W10, 14, day, 2024-W08",
        "2024-W10, 1, day, 2024-03-03 to 2024-03-09",
        // days by days and weeks
        "2024-03-01, 1, day, 2024-02-29",
        "2024-03-10 to 2024-03-12, 1, week, 2024-03-03 to 2024-03-05",
        "2024-03-10 to 2024-03-12, 7, day, 2024-03-03 to 2024-03-05",
        // days by months: the last day of the month where the day does not exist
        "2024-01-31, -1, month, 2024-02-29",
        "2024-03-31, 1, month, 2024-02-29",
        "2023-03-31, 1, month, 2023-02-28",
        "2024-02-29, 1, year, 2023-02-28",
        "2023-02-28, 1, year, 2022-02-28",
        "2024-05-31, 1, quarter, 2024-02-29",
        // first and last day each on its own
        "2024-03-30 to 2024-03-31, 1, month, 2024-02-29",
        "2024-03-28 to 2024-03-30, 1, month, 2024-02-28 to 2024-02-29",
        "2023-02-25 to 2023-02-28, -1, month, 2023-03-25 to 2023-03-28",
        "2009-02-27 to 2009-02-28, 1, year, 2008-02-27 to 2008-02-28",
        "2024-06-10 to 2024-06-21, -1, month, 2024-07-10 to 2024-07-21",
        // a run of whole months is known as one
        "2025-02-01 to 2025-02-28, 1, year, 2024-02-01 to 2024-02-29",
        "2024-02-01 to 2024-02-29, 1, month, 2024-01-01 to 2024-01-31",
        "2024-01-01 to 2024-03-31, 1, month, 2023-12-01 to 2024-02-29",
        "2024-01-01 to 2024-12-31, 1, quarter, 2023-10-01 to 2024-09-30",
        // weeks keep their number
        "2020-W53, 1, year, 2019-W52",
        "2020-W53, -1, year, 2021-W52",
        "2020-W52 to 2020-W53, 1, year, 2019-W52",
        "2024-W10 to 2024-W12, 1, year, 2023-W10 to 2023-W12",
        // units that do not fit the weeks or months go by days
        "2024-W10, 1, month, 2024-02-04 to 2024-02-10",
        "2024-03, 1, week, 2024-02-23 to 2024-03-24"
    })
    void movesBack(String window, int count, String unit, String expected) {
        assertThat(window(window).back(count, grain(unit))).hasToString(expected);
    }

    @ParameterizedTest(name = "the last {1} {2}s to {0} are {3}")
    @CsvSource({
        "2024-06, 12, month, 2023-07 to 2024-06",
        "2024-06, 1, month, 2024-06",
        "2024-06, 1, year, 2023-07 to 2024-06",
        "2024-06, 2, quarter, 2024-01 to 2024-06",
        "2024-05, 1, quarter, 2024-03 to 2024-05",
        "2024-Q2, 2, quarter, 2024-Q1 to 2024-Q2",
        "2024, 3, year, 2022 to 2024",
        // a finer unit
        "2024-Q2, 12, month, 2023-Q3 to 2024-Q2",
        "2024-Q2, 2, month, 2024-05 to 2024-06",
        "2024, 1, quarter, 2024-Q4",
        "2024, 18, month, 2023-07 to 2024-12",
        "2024-02, 7, day, 2024-02-23 to 2024-02-29",
        "2024-02, 4, week, 2024-02-02 to 2024-02-29",
        // only the end of the window counts
        "2024-01 to 2024-06, 2, month, 2024-05 to 2024-06",
        // days: from the day after the end moved back
        "2020-04-01, 2, month, 2020-02-02 to 2020-04-01",
        "2020-03-31, 2, month, 2020-02-01 to 2020-03-31",
        "2023-02-28, 6, month, 2022-08-29 to 2023-02-28",
        "2024-12-31, 1, year, 2024-01-01 to 2024-12-31",
        "2024-02-29, 1, year, 2023-03-01 to 2024-02-29",
        "2024-04-01, 3, day, 2024-03-30 to 2024-04-01",
        "2024-04-01, 1, week, 2024-03-26 to 2024-04-01",
        // weeks
        "2024-W10, 4, week, 2024-W07 to 2024-W10",
        "2020-W53, 1, year, 2020-W01 to 2020-W53",
        "2021-W10, 1, year, 2020-W11 to 2021-W10",
        "2024-W10, 1, month, 2024-02-11 to 2024-03-10"
    })
    void widensToTheLast(String window, int count, String unit, String expected) {
        assertThat(window(window).last(count, grain(unit))).hasToString(expected);
    }

    @ParameterizedTest(name = "{1} to date at {0} is {2}")
    @CsvSource({
        "2024-05, year, 2024-01 to 2024-05", "2024-05, quarter, 2024-04 to 2024-05", "2024-04, quarter, 2024-04",
        "2024-03-15, month, 2024-03-01 to 2024-03-15", "2024-03-15, year, 2024-01-01 to 2024-03-15",
        "2024-03-15, week, 2024-03-11 to 2024-03-15", "2024-Q3, year, 2024-Q1 to 2024-Q3",
        // only the end of the window counts
        "2023-11 to 2024-02, year, 2024-01 to 2024-02", "2024-02 to 2024-05, year, 2024-01 to 2024-05",
        // the same grain as the unit, or a coarser one: the whole unit
        "2024-05, month, 2024-05", "2024, year, 2024", "2024, month, 2024-12", "2024-Q1, month, 2024-03",
        "2024-W10, week, 2024-W10", "2024-W10, day, 2024-03-10"
    })
    void runsToDate(String window, String unit, String expected) {
        assertThat(window(window).toDate(grain(unit))).hasToString(expected);
    }

    @ParameterizedTest(name = "the whole {1} of {0} is {2}")
    @CsvSource({
        "2024-05, year, 2024", "2024-05, quarter, 2024-Q2", "2024-03-15, week, 2024-W11", "2024-03-15, month, 2024-03",
        "2023-11 to 2024-02, year, 2024", "2024, quarter, 2024-Q4", "2024-05, month, 2024-05", "2024-W01, week, 2024-W01"
    })
    void findsTheWholeUnit(String window, String unit, String expected) {
        assertThat(window(window).whole(grain(unit))).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03, 2024-02, 2024-02", "2024-01 to 2024-03, 2023-10 to 2023-12, 2023-12", "2024, 2023, 2023",
        "2024-03-01, 2024-02-29, 2024-02-29", "2021-W01 to 2021-W02, 2020-W52 to 2020-W53, 2020-W53"
    })
    void findsWhatIsBefore(String window, String previous, String opening) {
        assertThat(window(window).previous()).hasToString(previous);
        assertThat(window(window).opening()).hasToString(opening);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05, year, 2024-04 to 2024-05", "2024-03, year, 2023-04 to 2024-03", "2024-05, quarter, 2024-04 to 2024-05",
        "2024-03-31, year, 2023-04-01 to 2024-03-31", "2024-04-01, year, 2024-04-01",
        "FY2025-Q2, year, FY2025-Q1 to FY2025-Q2"
    })
    void fiscalYearsToDateStartWithTheFiscalYear(String window, String unit, String expected) {
        assertThat(window(FISCAL, window).toDate(grain(unit))).hasToString(expected);
    }

    @Test
    void fiscalWindowsMoveAndOpenAsTheirPeriodsDo() {
        assertThat(window(FISCAL, "2024-05").whole(Grain.YEAR)).hasToString("FY2025");
        assertThat(window(FISCAL, "FY2025").in(Grain.MONTH)).hasToString("2024-04 to 2025-03");
        assertThat(window(FISCAL, "FY2025").back(1, Grain.MONTH)).hasToString("2024-03 to 2025-02");
        assertThat(window(FISCAL, "FY2025-Q1").back(1, Grain.QUARTER)).hasToString("FY2024-Q4");
        assertThat(window(FISCAL, "FY2025-Q1").last(2, Grain.MONTH)).hasToString("2024-05 to 2024-06");
    }

    @Test
    void aWindowCountsItsPeriodsAndDays() {
        Window window = window("2024-01 to 2024-03");
        assertThat(window.length()).isEqualTo(3);
        assertThat(window.days()).isEqualTo(91);
        assertThat(window.firstDay()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(window.lastDay()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(window.firstPeriod()).hasToString("2024-01");
        assertThat(window.lastPeriod()).hasToString("2024-03");
        assertThat(window.in(Grain.DAY).length()).isEqualTo(91);
        assertThat(window.in(Grain.MONTH)).isSameAs(window);
    }

    @Test
    void whatDoesNotNestIsRefused() {
        refused("a month is not made of whole weeks in the calendar gregorian", () -> window("2024-01").in(Grain.WEEK));
        refused("a month is not made of whole years in the calendar gregorian", () -> window("2024-01").in(Grain.YEAR));
    }

    @Test
    void aWeekAsksOfYearsAndMonthsInDays() {
        assertThat(window("2024-W10").toDate(Grain.YEAR)).hasToString("2024-01-01 to 2024-03-10");
        assertThat(window("2024-01").toDate(Grain.WEEK)).hasToString("2024-01-29 to 2024-01-31");
        assertThat(window("2024-W10").whole(Grain.YEAR)).hasToString("2024");
        assertThat(window("2024-W09").whole(Grain.MONTH)).hasToString("2024-03");
    }

    @Test
    void aWindowHasAPositiveLength() {
        refused("a window ends before it starts: 1 to 0", () -> new Window(FISCAL, Grain.DAY, 1, 0));
        refused("a window of 0 months", () -> window("2024-01").last(0, Grain.MONTH));
        refused("a window of -1 weeks", () -> window("2024").last(-1, Grain.WEEK));
    }

    @Test
    void farMovesGiveAWindowAsLongAsOrdinalsLast() {
        assertThat(window("2024-03-15").back(1_000_000, Grain.YEAR).firstDay()).isEqualTo(LocalDate.of(-997_976, 3, 15));
        assertThat(window("2024-W10").back(-1_000_000, Grain.YEAR).firstDay()).isEqualTo("+1002024-03-04");
        assertThat(window("2024-03").last(1_000_000, Grain.YEAR).length()).isEqualTo(12_000_000);
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void movesBeyondTheOrdinalsOverflow(Grain grain) {
        Window window = GregorianCalendar.INSTANCE.period(grain, LocalDate.of(2024, 3, 15)).window();
        for (int count : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> window.back(count, Grain.YEAR).in(Grain.DAY));
        }
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> window.last(Integer.MAX_VALUE, Grain.YEAR)
                .in(Grain.DAY));
    }

    @Test
    void aWindowLongerThanAnIntOverflows() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Window(FISCAL, Grain.DAY, Integer.MIN_VALUE, 0));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Window(FISCAL, Grain.DAY, Integer.MIN_VALUE, Integer.MIN_VALUE).opening());
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Window(FISCAL, Grain.YEAR, 0, 100_000_000).days());
    }

    private static void refused(String message, Supplier<Window> window) {
        assertThatIllegalArgumentException().isThrownBy(window::get).withMessage(message);
    }

    private static Window window(String text) {
        return window(GregorianCalendar.INSTANCE, text);
    }

    static Window window(Calendar calendar, String text) {
        String[] ends = text.split(" to ");
        Period first = calendar.parse(ends[0]);
        return new Window(calendar, first.grain(), first.ordinal(), calendar.parse(ends[ends.length - 1]).ordinal());
    }

    private static Grain grain(String word) {
        return Grain.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
