package org.kpilang.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.time.FiscalCalendar.Naming;
import org.kpilang.time.TableCalendar.MonthStart;

class TableCalendarTest {

    private static final FiscalWeekCalendar RETAIL = FiscalWeekCalendar.of(YearDivision.FOUR_FIVE_FOUR,
            YearEnd.nearest(DayOfWeek.SATURDAY, Month.JANUARY), Naming.BY_START);
    private static final LocalDate END = LocalDate.of(2025, 2, 2);
    private static final TableCalendar TABLE = TableCalendar.of(retail(2022, 2024), END);
    /** Years from 1 January, months as a company likes them. */
    private static final TableCalendar RAGGED = TableCalendar.of(IntStream.rangeClosed(1, 12)
            .mapToObj(month -> new MonthStart(2024, month, LocalDate.of(2024, month, month == 1 ? 1 : 4))).toList(),
            LocalDate.of(2025, 1, 1));

    private static List<MonthStart> retail(int from, int to) {
        return IntStream.range(from * 12, (to + 1) * 12)
                .mapToObj(month -> new MonthStart(month / 12, month % 12 + 1, RETAIL.firstDay(Grain.MONTH, month)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "FY2023, 2023-01-29, 2024-02-03", "FY2023-Q4, 2023-10-29, 2024-02-03", "FY2023-M12, 2023-12-31, 2024-02-03",
        "FY2024-M12, 2025-01-05, 2025-02-01", "FY2023-W53, 2024-01-28, 2024-02-03", "2024-02-03, 2024-02-03, 2024-02-03",
        "FY2024, 2024-02-04, 2025-02-01", "FY2022-W01, 2022-01-30, 2022-02-05"
    })
    void saysTheDaysOfItsRows(String text, LocalDate first, LocalDate last) {
        Window window = TABLE.parse(text).window();
        assertThat(window.firstDay()).isEqualTo(first);
        assertThat(window.lastDay()).isEqualTo(last);
        assertThat(window).hasToString(text);
    }

    @Test
    void monthsThatAreNoWholeWeeksHaveNone() {
        assertThat(RAGGED.nests(Grain.DAY, Grain.MONTH)).isTrue();
        assertThat(RAGGED.nests(Grain.WEEK, Grain.WEEK)).isFalse();
        assertThat(RAGGED.parse("FY2024-M01").window().days()).isEqualTo(34);
        assertThat(RAGGED.parse("FY2024-Q1").window().lastDay()).isEqualTo("2024-04-03");
        assertThatIllegalArgumentException().isThrownBy(() -> RAGGED.parse("FY2024-M01").window().in(Grain.WEEK))
                .withMessage("the calendar table from 2024-01-01 to 2024-12-31 has no weeks");
        assertThatIllegalArgumentException().isThrownBy(() -> RAGGED.parse("FY2024-W01"))
                .withMessage("`FY2024-W01` is no period of the calendar table from 2024-01-01 to 2024-12-31; "
                        + "expected FY2024, FY2024-Q3, FY2024-M07 or 2024-07-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FY2025", "FY2025-M01", "FY2021", "FY2021-M12", "FY2025-W10", "2022-01-29", "2025-02-02"})
    void refusesWhatIsOutsideInWords(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TABLE.parse(text))
                .withMessageMatching(".+ is outside the calendar table from 2022-01-30 to 2025-02-01");
    }

    @Test
    void monthsOutsideCanBeCountedButHaveNoDays() {
        Window before = TABLE.parse("FY2022-M03").window().back(1, Grain.YEAR);
        assertThat(before).hasToString("FY2021-M03");
        assertThat(before.back(-1, Grain.YEAR)).hasToString("FY2022-M03");
        assertThatIllegalArgumentException().isThrownBy(before::firstDay)
                .withMessage("FY2021-M03 is outside the calendar table from 2022-01-30 to 2025-02-01");
        Window week = TABLE.parse("FY2022-W01").window();
        assertThat(week.back(1, Grain.WEEK)).hasToString("week of 2022-01-23");
        assertThatIllegalArgumentException().isThrownBy(() -> week.back(1, Grain.YEAR));
        assertThatIllegalArgumentException().isThrownBy(() -> TABLE.parse("2022-02-01").window().back(1, Grain.MONTH))
                .withMessage("FY2021-M12 is outside the calendar table from 2022-01-30 to 2025-02-01");
    }

    @Test
    void tablesAreEqualWhenTheirDaysAre() {
        assertThat(TABLE).isEqualTo(TableCalendar.of(retail(2022, 2024), END))
                .hasSameHashCodeAs(TableCalendar.of(retail(2022, 2024), END))
                .isNotEqualTo(TableCalendar.of(retail(2021, 2024), END))
                .isNotEqualTo(TableCalendar.of(retail(2022, 2024), END.plusDays(7)))
                .hasToString("table from 2022-01-30 to 2025-02-01");
    }

    @Test
    void aTableIsWholeAndInOrder() {
        refused("the table has no months", List.of());
        refused("2024 has 11 months; a year has 12 or 13", retail(2024, 2024).subList(0, 11));
        refused("2023 has 7 months; a year has 12 or 13", retail(2023, 2024).subList(5, 24));
        refused("expected month 8 of 2024, found the end of the table", retail(2023, 2024).subList(0, 19));
        List<MonthStart> rows = new ArrayList<>(retail(2023, 2024));
        rows.remove(14);
        refused("expected month 3 of 2024, found month 4 of 2024", rows);
        rows = new ArrayList<>(retail(2023, 2024));
        rows.set(3, new MonthStart(2023, 4, LocalDate.of(2023, 4, 2)));
        refused("month 4 of 2023, 2023-04-02, is not after the start of the month before, 2023-04-02", rows);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableCalendar.of(retail(2024, 2024), LocalDate.of(2025, 1, 5)))
                .withMessage("the day after the table, 2025-01-05, is not after the start of the month before, 2025-01-05");
    }

    private static void refused(String message, List<MonthStart> rows) {
        assertThatIllegalArgumentException().isThrownBy(() -> TableCalendar.of(rows, END)).withMessage(message);
    }
}
