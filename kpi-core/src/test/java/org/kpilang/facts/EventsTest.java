package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Facts that come as what happened, row by row. */
class EventsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);
    private static final Model MODEL = Model.of(Definitions.of(new DimensionDefinition("region", Origin.NONE),
            input("buyers", InputKind.DISTINCT), input("orders", InputKind.DISTINCT), input("revenue", InputKind.FLOW),
            input("lines", InputKind.FLOW), input("price", InputKind.LEVEL)));

    private static InputDefinition input(String name, InputKind kind) {
        return new InputDefinition(name, null, kind, new AbsentRule.Unknown(), null, null, Origin.NONE);
    }

    /** Cells are separated by bars. */
    private static TextTable events(String... lines) {
        return TextTable.events("sales.csv",
                TextRows.of(Arrays.stream(lines).map(line -> List.of(line.split("\\|", -1))).toList()));
    }

    private static FactsBuilder read(TextTable table) throws IOException {
        return Facts.builder(MODEL).read(table);
    }

    /** {@code 2024-01-31 north #0}, one fact a line. */
    private static String identities(Facts facts, String input) {
        InputFacts of = facts.of(input).orElseThrow();
        StringBuilder lines = new StringBuilder();
        for (int cell = 0; cell < of.cells(); cell++) {
            for (int fact = of.start(cell); fact < of.end(cell); fact++) {
                lines.append(facts.calendar().label(of.grain(), of.period(fact)));
                for (int d = 0; d < of.dimensions().size(); d++) {
                    lines.append(' ').append(facts.members(of.dimensions().get(d)).get(of.member(cell, d)));
                }
                lines.append(" #").append(of.identity(fact)).append('\n');
            }
        }
        return lines.toString().strip();
    }

    @Test
    void identitiesAreThereOnceForADayAndCell() throws IOException {
        Facts facts = read(events(
                "date|region|buyers|revenue",
                "2024-01-31|north|Bob|3",
                "2024-01-30|north|Cid|1",
                "2024-01-31|north|Ann|2",
                "2024-01-31|south| Bob |1.5",
                "2024-01-31|north|Bob|4")).build();

        assertThat(identities(facts, "buyers"))
                .isEqualTo("2024-01-30 north #2\n2024-01-31 north #0\n2024-01-31 north #1\n2024-01-31 south #1");
        assertThat(Shown.of(facts, "revenue"))
                .isEqualTo("2024-01-30 north 1.0\n2024-01-31 north 9.0\n2024-01-31 south 1.5");
        assertThat(facts.of("buyers").orElseThrow()).hasToString("buyers by day, region: 4 facts")
                .extracting(InputFacts::identities, InputFacts::size, buyers -> buyers.value(0)).containsExactly(3, 4, 1.0);
        assertThatIllegalStateException().isThrownBy(() -> facts.of("revenue").orElseThrow().identity(0));
    }

    @Test
    void aRowWithoutAnIdentityIsNotCounted() throws IOException {
        Facts facts = read(events("date|buyers|revenue", "2024-01-29||5", "2024-01-30|Ann|1", "2024-01-31| |2")).build();

        assertThat(identities(facts, "buyers")).isEqualTo("2024-01-30 #0");
        assertThat(Shown.extent(facts, "buyers")).isEqualTo("2024-01-29 to 2024-01-31");
        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01-29 5.0\n2024-01-30 1.0\n2024-01-31 2.0");
    }

    @Test
    void inputsAreReadFromTheColumnsThatAreSaid() throws IOException {
        Facts facts = read(events(
                "customer|sold|invoice|shop|note|amount",
                "7|2024-01-31|1|north||5",
                "7|2024-01-31|1|north|x|6",
                "8|2024-01-31|2|north||7")
                .periodColumn("sold").column("buyers", "customer").column("orders", "invoice").column("region", "shop")
                .column("revenue", "amount").counting("lines").ignoring("note")).build();

        // Inputs of one unit, here of none, are numbered together: 1, 2, 7, 8.
        assertThat(identities(facts, "orders")).isEqualTo("2024-01-31 north #0\n2024-01-31 north #1");
        assertThat(identities(facts, "buyers")).isEqualTo("2024-01-31 north #2\n2024-01-31 north #3");
        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01-31 north 18.0");
        assertThat(Shown.of(facts, "lines")).isEqualTo("2024-01-31 north 3.0");
    }

    @Test
    void oneColumnMayBeReadTwice() throws IOException {
        Facts facts = read(events("date|id", "2024-01-31|5", "2024-01-31|6").column("buyers", "id").column("orders", "id")
                .column("revenue", "id")).build();

        assertThat(identities(facts, "buyers")).isEqualTo(identities(facts, "orders"));
        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01-31 11.0");
    }

    @Test
    void theyMayBeLoadedByMonth() throws IOException {
        Facts facts = read(events("date|buyers", "2024-01-30|Ann", "2024-01-31|Ann", "2024-02-01|Ann").at(Grain.MONTH))
                .build();

        assertThat(identities(facts, "buyers")).isEqualTo("2024-01 #0\n2024-02 #0");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31T22:59:59Z,          2024-01-31",
        "2024-01-31T23:00Z,             2024-02-01",
        "2024-01-31 23:30:00.123+00:00, 2024-02-01",
        "2024-02-01T00:30:00+02:00,     2024-01-31",
        "2024-02-01T00:30:00+0100,      2024-02-01",
        "2024-01-31t23:59:59,           2024-01-31",
        "2024-01-31 23:59,              2024-01-31",
        "2024-03-31T02:30,              2024-03-31",
        "2024-01-31,                    2024-01-31",
    })
    void pointsInTimeAreDaysOfTheZoneOfTheTable(String written, String day) throws IOException {
        TimeZone machine = TimeZone.getDefault();
        try {
            for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                Facts facts = read(events("date|buyers", written + "|Ann").zone(BERLIN)).build();
                assertThat(identities(facts, "buyers")).isEqualTo(day + " #0");
            }
        } finally {
            TimeZone.setDefault(machine);
        }
    }

    @Test
    void whatCannotBeReadIsToldWithItsLine() throws IOException {
        assertThat(Shown.problems(read(events("date|buyers|revenue", "2024-01-31|Ann|5", "2024-01-31T12:00Z|Ann|5",
                "2024-01|Ann|5", "|Ann|5", "2024-01-31|Ann|1,5", "2024-01-31|Ann")))).isEqualTo("""
                sales.csv:3:1: error KPI-D002: `2024-01-31T12:00Z` is a point in time, and it is not said in which zone its day is counted
                  2024-01-31T12:00Z,Ann,5
                  ^^^^^^^^^^^^^^^^^
                  hint: say the zone of the table, such as Europe/Berlin or UTC
                sales.csv:4:1: error KPI-D005: `2024-01` is a month, but the table is loaded by day
                  2024-01,Ann,5
                  ^^^^^^^
                  hint: write every period as a day, or load the table by month
                sales.csv:5:1: error KPI-D002: the period is missing
                  ,Ann,5
                  ^
                sales.csv:6:16: error KPI-D003: `1,5` is not a number
                  2024-01-31,Ann,"1,5"
                                 ^^^^^
                  hint: write a decimal point: 1.5
                sales.csv:7:15: error KPI-D002: expected 3 cells as in the first row, found 2
                  2024-01-31,Ann
                                ^
                  hint: write a separator for every cell, also for an empty one
                """);
        assertThat(Shown.problems(read(events("date|buyers", "2024-01-31T25:00|Ann").zone(BERLIN)))).isEqualTo("""
                sales.csv:2:1: error KPI-D002: `2024-01-31T25:00` is no point in time; expected 2024-01-31T23:30:00, 2024-01-31T23:30:00Z or 2024-01-31T23:30:00+01:00
                  2024-01-31T25:00,Ann
                  ^^^^^^^^^^^^^^^^
                """);
    }

    @Test
    void headersThatDoNotFitAreTold() throws IOException {
        assertThat(Shown.problems(read(events("date|price|buyers", "2024-01-31|5|Ann")))).isEqualTo("""
                sales.csv:1:6: error KPI-D001: `price` is a level, and events come to flows and distinct counts alone
                  date,price,buyers
                       ^^^^^
                  hint: load it from a table with one row for each period and slice
                """);
        assertThat(Shown.problems(read(events("date|custmer", "2024-01-31|Ann").column("buyers", "customer")
                .ignoringOthers()))).isEqualTo("""
                sales.csv:1:1: error KPI-D001: there is no column `customer`, from which `buyers` is to be read
                  date,custmer
                  ^^^^^^^^^^^^
                  hint: did you mean `custmer`?
                sales.csv:1:1: error KPI-D001: no column is an input
                  date,custmer
                  ^^^^^^^^^^^^
                  hint: inputs are `buyers`, `lines`, `orders`, `price`, `revenue`
                """);
        assertThat(Shown.problems(read(events("date|buyers", "2024-01-31|Ann").periodColumn("sold")))).isEqualTo("""
                sales.csv:1:1: error KPI-D001: `date` is neither a dimension nor an input
                  date,buyers
                  ^^^^
                  hint: declare it in the model, or ignore the column
                sales.csv:1:1: error KPI-D001: there is no column `sold`, which is to say the period
                  date,buyers
                  ^^^^^^^^^^^
                """);
        assertThat(Shown.problems(read(events("date|lines", "2024-01-31|1").counting("lines")))).isEqualTo("""
                sales.csv:1:6: error KPI-D001: `lines` counts the rows, and is a column as well
                  date,lines
                       ^^^^^
                  hint: ignore the column, or read it
                """);
    }

    @Test
    void onlyDistinctCountsHaveIdentitiesAndOnlyFlowsCountRows() {
        assertThatIllegalArgumentException().isThrownBy(() -> read(events("date").identities("revenue")))
                .withMessage("`revenue` is a flow, and only a distinct count has identities");
        assertThatIllegalArgumentException().isThrownBy(() -> read(events("date").counting("buyers")))
                .withMessage("`buyers` is a distinct count, and rows add up to a flow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Facts.builder(MODEL).table("sales", Grain.DAY).identities("price"))
                .withMessage("`price` is a level, and only a distinct count has identities");
    }

    @Test
    void countsAndIdentitiesOfOneInputDoNotMix() {
        FactsBuilder builder = Facts.builder(MODEL).identities("buyers", new LocalDate[] {DAY}, new String[] {"Ann"})
                .column("buyers", Period.parse("2024-02-01"), 5);

        assertThat(Shown.problems(builder)).isEqualTo("""
                error KPI-D006: `buyers` is given by numbers in buyers, but by identities in buyers
                  hint: load the identities of what is counted everywhere, or give the counts a name of their own
                """);
    }

    @Test
    void rowsRecordsArraysAndTextAreAlike() throws IOException {
        record Sale(Instant at, @Nullable Integer customer, double amount) {}
        List<Sale> sales = List.of(new Sale(Instant.parse("2024-01-31T22:30:00Z"), 7, 5),
                new Sale(Instant.parse("2024-01-31T23:30:00Z"), 7, 6), new Sale(Instant.parse("2024-01-31T08:00:00Z"), 10, 7),
                new Sale(Instant.parse("2024-01-31T09:00:00Z"), null, 8));
        Facts records = Facts.builder(MODEL).records(Facts.from(sales).period(Grain.DAY, BERLIN, Sale::at)
                .identity("buyers", Sale::customer).input("revenue", Sale::amount).duplicates(DuplicateRule.SUM)).build();

        FactsBuilder builder = Facts.builder(MODEL);
        RowTable table = builder.table("sales", Grain.DAY).zone(BERLIN).inputs("revenue").identities("buyers")
                .duplicates(DuplicateRule.SUM);
        for (Sale sale : sales) {
            table.row(sale.at).value("revenue", sale.amount);
            if (sale.customer != null) {
                table.identity("buyers", sale.customer);
            } else {
                table.absent("buyers");
            }
        }
        Facts text = read(events("date|buyers|revenue", "2024-01-31T22:30:00Z|7|5", "2024-01-31T23:30:00Z|7|6",
                "2024-01-31T08:00:00Z|10|7", "2024-01-31T09:00:00Z||8").zone(BERLIN)).build();
        Facts arrays = Facts.builder(MODEL)
                .identities("buyers", new LocalDate[] {DAY.plusDays(1), DAY, DAY}, new long[] {7, 7, 10})
                .column("revenue", Period.parse("2024-01-31"), 20, 6).build();

        assertThat(builder.build()).isEqualTo(records).isEqualTo(text).isEqualTo(arrays);
        assertThat(records.hashCode()).isEqualTo(arrays.hashCode());
        assertThat(identities(records, "buyers")).isEqualTo("2024-01-31 #0\n2024-01-31 #1\n2024-02-01 #1");
    }

    @Test
    void arraysHaveOneIdentityForEachDay() {
        assertThatIllegalArgumentException().isThrownBy(() ->
                Facts.builder(MODEL).identities("buyers", new LocalDate[] {DAY}, new String[0]))
                .withMessage("1 days and 0 identities");
    }

    @Test
    void rowsAreHeldToWhatTheTableSays() {
        RowTable table = Facts.builder(MODEL).table("sales", Grain.DAY).inputs("revenue").identities("buyers");

        assertThatIllegalStateException().isThrownBy(() -> table.row(Instant.EPOCH))
                .withMessage("the table sales needs a zone, in which the days are counted");
        table.row(DAY).identity("buyers", "Ann");
        assertThatIllegalStateException().isThrownBy(() -> table.identity("buyers", "Bob"))
                .withMessage("row 1 has an identity for `buyers` already");
        assertThatIllegalArgumentException().isThrownBy(() -> table.value("buyers", 1))
                .withMessage("`buyers` has identities and no values in the table sales");
        assertThatIllegalArgumentException().isThrownBy(() -> table.identity("revenue", 1))
                .withMessage("`revenue` has values and no identities in the table sales");
        assertThatIllegalArgumentException().isThrownBy(() -> table.identity("orders", 1))
                .withMessage("`orders` is not an input of the table sales");
    }

    @Test
    void aFactGivenTwiceBesideAnIdentityIsShownAsItWasWritten() {
        FactsBuilder builder = Facts.builder(MODEL);
        builder.table("sales", Grain.DAY).inputs("revenue").identities("buyers")
                .row(DAY).value("revenue", 5).identity("buyers", "Ann")
                .row(DAY).value("revenue", 6).identity("buyers", "Bob");

        assertThat(Shown.problems(builder)).contains("KPI-D004: `revenue` for 2024-01-31 is given twice")
                .contains("  2024-01-31,6,Bob\n");
    }
}
