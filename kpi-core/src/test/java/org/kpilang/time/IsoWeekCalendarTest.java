package org.kpilang.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekCalendarTest {

    private static final Calendar CALENDAR = IsoWeekCalendar.INSTANCE;

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-01-01, 2024-12-29", "2020, 2019-12-30, 2021-01-03", "2025, 2024-12-30, 2025-12-28",
        "2024-W07, 2024-02-12, 2024-02-18", "2025W01, 2024-12-30, 2025-01-05", "2024-07-01, 2024-07-01, 2024-07-01"
    })
    void readsYearsWeeksAndDays(String text, LocalDate first, LocalDate last) {
        Window window = CALENDAR.parse(text).window();
        assertThat(window.firstDay()).isEqualTo(first);
        assertThat(window.lastDay()).isEqualTo(last);
    }

    @Test
    void sevenYearsFrom2004To2037HaveFiftyThreeWeeks() {
        int[] years = IntStream.rangeClosed(2004, 2037)
                .filter(year -> new Period(CALENDAR, Grain.YEAR, year).window().in(Grain.WEEK).length() == 53).toArray();
        assertThat(years).containsExactly(2004, 2009, 2015, 2020, 2026, 2032, 2037);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-07", "2024-Q3", "FY2024", "2024-M07"})
    void refusesMonthsAndQuartersInWords(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.parse(text))
                .withMessage("`" + text + "` is no period of the calendar iso weeks, which has no months and quarters; "
                        + "expected 2024, 2024-W27 or 2024-07-01");
    }

    @ParameterizedTest(name = "{0}, {1} {2} ago, is {3}")
    @CsvSource({
        "2020-W53, 1, year, 2019-W52", "2020-W53, -1, year, 2021-W52", "2020-W53, -6, year, 2026-W53",
        "2020-W53, 1, week, 2020-W52", "2021-W01, 1, week, 2020-W53", "2024, 1, year, 2023",
        // a day keeps its weekday and the number of its week
        "2024-07-01, 1, year, 2023-07-03", "2021-01-03, 1, year, 2019-12-29", "2020-12-30, -1, year, 2022-01-02",
        "2020-12-23 to 2020-12-29, 1, year, 2019-12-25 to 2019-12-29",
        // whole years are years, of 52 or 53 weeks
        "2019-W01 to 2019-W52, -1, year, 2020-W01 to 2020-W53", "2020-W01 to 2020-W53, 1, year, 2019-W01 to 2019-W52",
        "2019-12-30 to 2021-01-03, 1, year, 2018-12-31 to 2019-12-29",
        // a year by weeks is a window of weeks
        "2021, 1, week, 2020-W53 to 2021-W51", "2021, 7, day, 2020-12-28 to 2021-12-26"
    })
    void movesBack(String window, int count, String unit, String expected) {
        assertThat(WindowTest.window(CALENDAR, window).back(count, grain(unit))).hasToString(expected);
    }

    @ParameterizedTest(name = "the last {1} {2}s to {0} are {3}")
    @CsvSource({
        "2021-W10, 4, week, 2021-W07 to 2021-W10", "2020-W53, 1, year, 2020-W01 to 2020-W53",
        "2021-W10, 1, year, 2020-W11 to 2021-W10", "2021, 2, week, 2021-W51 to 2021-W52", "2021, 2, year, 2020 to 2021",
        "2024-12-29, 1, year, 2024-01-01 to 2024-12-29"
    })
    void widensToTheLast(String window, int count, String unit, String expected) {
        assertThat(WindowTest.window(CALENDAR, window).last(count, grain(unit))).hasToString(expected);
    }

    @ParameterizedTest(name = "{1} to date at {0} is {2}")
    @CsvSource({
        "2021-W02, year, 2021-W01 to 2021-W02", "2021-01-03, year, 2019-12-30 to 2021-01-03",
        "2021-01-05, week, 2021-01-04 to 2021-01-05"
    })
    void runsToDate(String window, String unit, String expected) {
        assertThat(WindowTest.window(CALENDAR, window).toDate(grain(unit))).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021", "2021-W10", "2021-03-10"})
    void refusesToMoveByMonthsInWords(String text) {
        Window window = CALENDAR.parse(text).window();
        for (Grain missing : new Grain[] {Grain.MONTH, Grain.QUARTER}) {
            String message = "the calendar iso weeks has no " + missing + "s";
            assertThatIllegalArgumentException().isThrownBy(() -> window.back(1, missing)).withMessage(message);
            assertThatIllegalArgumentException().isThrownBy(() -> window.last(1, missing)).withMessage(message);
            assertThatIllegalArgumentException().isThrownBy(() -> window.toDate(missing)).withMessage(message);
            assertThatIllegalArgumentException().isThrownBy(() -> window.whole(missing)).withMessage(message);
            assertThatIllegalArgumentException().isThrownBy(() -> window.in(missing)).withMessage(message);
        }
    }

    @Test
    void whatNoOrdinalCanSayOverflows() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CALENDAR.firstDay(Grain.YEAR, Integer.MAX_VALUE));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CALENDAR.parse("2024-W10").window().back(Integer.MAX_VALUE, Grain.YEAR));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CALENDAR.ordinal(Grain.YEAR, LocalDate.MAX));
    }

    private static Grain grain(String word) {
        return Grain.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
