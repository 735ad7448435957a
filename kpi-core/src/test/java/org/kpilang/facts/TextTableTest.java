package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

class TextTableTest {

    private final FactsBuilder builder = Facts.builder();

    /** Cells are separated by bars, so that commas can stand in cells. */
    private static TextTable table(String... lines) {
        TextRows rows = TextRows.of(Arrays.stream(lines).map(line -> List.of(line.split("\\|", -1))).toList());
        return TextTable.of("orders.csv", rows).dimensions("region", "channel").inputs("revenue", "cost");
    }

    private FactsBuilder read(String... lines) throws IOException {
        return builder.read(table(lines));
    }

    @Test
    void readsPeriodsDimensionsAndInputs() throws IOException {
        Facts facts = read(
                "region|period|revenue|cost",
                "US|2024-02|2.5|",
                "|2024-01|+1|-1e2",
                " EMEA |2024-01| .5 |0").build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01  1.0\n2024-01 EMEA 0.5\n2024-02 US 2.5");
        assertThat(Shown.of(facts, "cost")).isEqualTo("2024-01  -100.0\n2024-01 EMEA 0.0");
        assertThat(Shown.extent(facts, "cost")).isEqualTo("2024-01 to 2024-02");
    }

    @ParameterizedTest
    @CsvSource({
        "date,    2024-02-29, DAY",
        "Day,     2024-02-29, DAY",
        "Date,    2024-02,    MONTH",
        "week,    2024-W09,   WEEK",
        "MONTH,   2024-02,    MONTH",
        "quarter, 2024-Q1,    QUARTER",
        "year,    2024,       YEAR",
        "period,  2024,       YEAR",
    })
    void findsThePeriodColumnAndItsGrain(String column, String period, Grain grain) throws IOException {
        InputFacts revenue = read(column + "|revenue", period + "|1").build().of("revenue").orElseThrow();

        assertThat(revenue.grain()).isEqualTo(grain);
        assertThat(revenue.period(0)).isEqualTo(Period.parse(period).ordinal());
    }

    @Test
    void skipsBlankRowsAndAByteOrderMark() throws IOException {
        Facts facts = read("\uFEFFperiod|revenue", "", "2024-01|1", " | ", "2024-02|2", "").build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01 1.0\n2024-02 2.0");
    }

    @Test
    void anEmptyCellIsNoFactAndCountsAsLoaded() throws IOException {
        Facts facts = read("period|revenue", "2024-01|1", "2024-02|").build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01 1.0");
        assertThat(Shown.extent(facts, "revenue")).isEqualTo("2024-01 to 2024-02");
    }

    @Test
    void putsDatesIntoMonthsWhenAsked() throws IOException {
        builder.read(table("date|revenue", "2024-01-31|1", "2024-02-01|2", "2024-01-01|4", "2024-02|8")
                .at(Grain.MONTH).duplicates(DuplicateRule.SUM));

        assertThat(Shown.of(builder.build(), "revenue")).isEqualTo("2024-01 5.0\n2024-02 10.0");
    }

    @Test
    void readsSeveralTablesOfDifferentGrains() throws IOException {
        Facts facts = read("month|revenue", "2024-01|1").read(table("year|cost", "2024|2")).build();

        assertThat(facts).hasToString("""
                cost by year: 1 fact, 2024 to 2024
                revenue by month: 1 fact, 2024-01 to 2024-01""");
    }

    @Test
    void ignoresWhatItIsToldToIgnore() throws IOException {
        assertThat(Shown.of(builder.read(table("date|year|comment|revenue", "2024-01|2024|x|1")
                .ignoring("year", "comment")).build(), "revenue")).isEqualTo("2024-01 1.0");
        assertThat(Shown.of(builder.read(table("period|comment||revenue", "2024-02|x|y|2")
                .ignoringOthers()).build(), "revenue")).isEqualTo("2024-01 1.0\n2024-02 2.0");
    }

    @Test
    void showsTheRowAndTheCell() throws IOException {
        read("region|period|revenue", "US|2024-01|12", "\"a\", b|2024-02|1,234");

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders.csv:3:20: error KPI-D003: `1,234` is not a number
                  ""\"a"", b",2024-02,"1,234"
                                     ^^^^^^^
                  hint: write the number without separators of thousands and with a decimal point: 1234.5
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1,234.5   | write the number without separators of thousands and with a decimal point: 1234.5",
        "1.234.567 | write the number without separators of thousands and with a decimal point: 1234.5",
        "1 234     | write the number without separators of thousands and with a decimal point: 1234.5",
        "12,5      | write a decimal point: 12.5",
        "12.5 %    | write a share as a number: 0.125",
        "(12)      | write a negative number with a minus: -12",
        "12-       | write the minus first: -12",
        "25k       | write the number in full, such as 25000",
        "$12       | write the number alone; its unit is declared with the input",
        "12 €      | write the number alone; its unit is declared with the input",
        "NaN       | leave the cell empty where there is no value",
        "-Infinity | leave the cell empty where there is no value",
        "n/a       | leave the cell empty where there is no value",
        "-         | leave the cell empty where there is no value",
        "0x10      | write a plain number such as 1234.5 or -1.2e3, or leave the cell empty",
        "1d        | write a plain number such as 1234.5 or -1.2e3, or leave the cell empty",
        "1e        | write a plain number such as 1234.5 or -1.2e3, or leave the cell empty",
        ".e1       | write a plain number such as 1234.5 or -1.2e3, or leave the cell empty",
        "+         | write a plain number such as 1234.5 or -1.2e3, or leave the cell empty",
        "\u0661\u0662 | write a plain number such as 1234.5 or -1.2e3, or leave the cell empty",
    })
    void refusesWhatIsNoPlainNumberAndSaysWhatToWrite(String cell, String hint) throws IOException {
        read("period|revenue", "2024-01|" + cell);

        assertThat(builder.check().diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem).hasToString("orders.csv:2:9: error KPI-D003: `" + cell + "` is not a number");
            assertThat(problem.hint()).isEqualTo(hint);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "+1", "1.", ".5", "-.5e-3", "1E+3", "007", "4.9e-324", "1.7976931348623157e308"})
    void readsPlainNumbers(String cell) throws IOException {
        InputFacts revenue = read("period|revenue", "2024-01|" + cell).build().of("revenue").orElseThrow();

        assertThat(revenue.value(0)).isEqualTo(Double.parseDouble(cell) + 0.0);
    }

    @Test
    void refusesNumbersThatAreTooLarge() throws IOException {
        read("period|revenue", "2024-01|1e309");

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders.csv:2:9: error KPI-D003: `1e309` is more than a number can hold
                  2024-01,1e309
                          ^^^^^
                """);
    }

    @Test
    void refusesUnknownColumns() throws IOException {
        read("period|revenues|xyz|", "2024-01|1|2|3");

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders.csv:1:8: error KPI-D001: `revenues` is neither a dimension nor an input
                  period,revenues,xyz,
                         ^^^^^^^^
                  hint: did you mean `revenue`?
                orders.csv:1:17: error KPI-D001: `xyz` is neither a dimension nor an input
                  period,revenues,xyz,
                                  ^^^
                  hint: declare it in the model, or ignore the column
                orders.csv:1:21: error KPI-D001: column 4 has no name
                  period,revenues,xyz,
                                      ^
                  hint: name the column, or leave it out
                """);
    }

    @Test
    void refusesAHeaderWithoutPeriodOrInput() throws IOException {
        read("region", "US");

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders.csv:1:1: error KPI-D001: no column says which period a row is for
                  region
                  ^^^^^^
                  hint: name one period, date, day, week, month, quarter or year
                orders.csv:1:1: error KPI-D001: no column is an input
                  region
                  ^^^^^^
                  hint: inputs are `cost`, `revenue`
                """);
    }

    @Test
    void refusesColumnsThatRepeat() throws IOException {
        read("year|month|revenue|revenue", "2024|2024-01|1|1");

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders.csv:1:6: error KPI-D001: `year` and `month` both say the period
                  year,month,revenue,revenue
                       ^^^^^
                  hint: keep one of them, and ignore the other
                orders.csv:1:20: error KPI-D001: two columns are named `revenue`
                  year,month,revenue,revenue
                                     ^^^^^^^
                  hint: keep one of them
                """);
    }

    @Test
    void refusesAnEmptyTable() throws IOException {
        read();

        assertThat(Shown.problems(builder)).startsWith("orders.csv:1:1: error KPI-D001: the table is empty\n")
                .endsWith("  hint: the first row names the columns: a period, dimensions and inputs\n");
    }

    @Test
    void refusesRaggedRows() throws IOException {
        read("period|revenue|cost", "2024-01|1", "2024-02|1|2|3,4|5");

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders.csv:2:10: error KPI-D002: expected 3 cells as in the first row, found 2
                  2024-01,1
                           ^
                  hint: write a separator for every cell, also for an empty one
                orders.csv:3:13: error KPI-D002: expected 3 cells as in the first row, found 5
                  2024-02,1,2,"3,4",5
                              ^^^^^^^
                  hint: put a cell between quotes if it holds a separator
                """);
    }

    @Test
    void refusesPeriodsThatCannotBeRead() throws IOException {
        read("period|revenue", "2024-01|1", "01/02/2024|1", "|1", "2024-13|1");

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders.csv:3:1: error KPI-D002: `01/02/2024` is no period; expected 2024, 2024-Q3, 2024-07, 2024-W27 or 2024-07-01
                  01/02/2024,1
                  ^^^^^^^^^^
                orders.csv:4:1: error KPI-D002: the period is missing
                  ,1
                  ^
                orders.csv:5:1: error KPI-D002: `2024-13` is no date of the calendar
                  2024-13,1
                  ^^^^^^^
                """);
    }

    @Test
    void refusesRowsOfAnotherGrainAndNamesBothLines() throws IOException {
        read("period|revenue", "", "2024-01|1", "2024-02|2", "2024-02-03|3", "2024-Q3|4");

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders.csv:5:1: error KPI-D005: `2024-02-03` is a day, but the table is by month since orders.csv:3
                  2024-02-03,3
                  ^^^^^^^^^^
                  hint: write every period as a month, or say that the table is to be loaded by month
                orders.csv:6:1: error KPI-D005: `2024-Q3` is a quarter, but the table is by month since orders.csv:3
                  2024-Q3,4
                  ^^^^^^^
                  hint: write every period as a month, or load these rows as another table
                """);
    }

    @Test
    void refusesDatesInAColumnOfMonths() throws IOException {
        read("month|revenue", "2024-01-01|1");

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders.csv:2:1: error KPI-D005: `2024-01-01` is a day, but the column is by month
                  2024-01-01,1
                  ^^^^^^^^^^
                  hint: write every period as a month, or say that the table is to be loaded by month
                """);
    }

    @Test
    void refusesPeriodsThatDoNotNestInTheStatedGrain() throws IOException {
        builder.read(table("period|revenue", "2024-W01|1").at(Grain.MONTH));

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders.csv:2:1: error KPI-D005: `2024-W01` is a week, but the table is loaded by month
                  2024-W01,1
                  ^^^^^^^^
                  hint: Only periods that nest in a month can be loaded by month.
                """);
    }

    @Test
    void refusesASecondRowForACellAndNamesBothLines() throws IOException {
        read("region|period|revenue", "US|2024-01|1", "EMEA|2024-01|2", "US|2024-01|3");

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders.csv:4:1: error KPI-D004: `revenue` for 2024-01, region `US` is given twice, first in orders.csv:2
                  2024-01,US,3
                  ^^^^^^^^^^
                  hint: remove one of the two rows, or load with the duplicate rule sum or last
                """);
    }

    @Test
    void refusesTablesThatDoNotFitTogether() throws IOException {
        read("period|revenue", "2024-01|1");
        builder.read(TextTable.of("more.csv", TextRows.of(List.of(List.of("region", "date", "revenue"),
                List.of("US", "2024-02", "1")))).dimensions("region").inputs("revenue"));

        assertThat(Shown.problems(builder)).isEqualTo("""
                more.csv:1:13: error KPI-D005: `revenue` is split by region in more.csv, but by nothing in orders.csv
                  region,date,revenue
                              ^^^^^^^
                  hint: split an input by the same dimensions everywhere, or give the other one a name of its own
                """);
    }

    @Test
    void stopsAfterSoManyProblems() throws IOException {
        int[] asked = new int[1];
        TextRows endless = () -> new TextRow(++asked[0], asked[0] == 1 ? List.of("period", "revenue") : List.of("x", "y"));
        builder.read(TextTable.of("orders.csv", endless).inputs("revenue"));

        assertThat(builder.check().diagnostics()).hasSize(26);
        assertThat(asked[0]).isLessThan(20);
    }

    @Test
    void throwsWhatIsWrong() throws IOException {
        read("period|revenue", "2024-01|x");

        assertThatExceptionOfType(DiagnosticException.class).isThrownBy(builder::build)
                .withMessageStartingWith("orders.csv:2:9: error KPI-D003: `x` is not a number");
    }

    @Test
    void handsOnThatRowsCannotBeRead() {
        assertThatThrownBy(() -> builder.read(TextTable.of("orders.csv", () -> {
            throw new IOException("disk");
        }).inputs("revenue"))).isInstanceOf(IOException.class).hasMessage("disk");
    }

    @Test
    void needsToKnowTheInputs() {
        assertThatIllegalStateException().isThrownBy(() -> builder.read("orders.csv", () -> null))
                .withMessage("no model says which columns of orders.csv are inputs");
    }
}
