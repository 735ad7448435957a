package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.series.Series;
import org.kpilang.time.FiscalCalendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

class FactsBuilderTest {

    private static final Period JANUARY = Period.parse("2024-01");
    private static final Period FEBRUARY = Period.parse("2024-02");

    private final FactsBuilder builder = Facts.builder();

    @Test
    void takesColumns() {
        Facts facts = Facts.startingAt("2024-01").column("revenue", 200, 220).column("cost", 120, 121).build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01 200.0\n2024-02 220.0");
        assertThat(Shown.of(facts, "cost")).isEqualTo("2024-01 120.0\n2024-02 121.0");
        assertThat(facts).hasToString("""
                cost by month: 2 facts, 2024-01 to 2024-02
                revenue by month: 2 facts, 2024-01 to 2024-02""");
    }

    @Test
    void takesColumnsOfDifferentGrains() {
        Facts facts = builder.column("revenue", Period.parse("2024-Q1"), 5).column("price", Period.parse("2024"), 7)
                .build();

        assertThat(facts).hasToString("""
                price by year: 1 fact, 2024 to 2024
                revenue by quarter: 1 fact, 2024-Q1 to 2024-Q1""");
    }

    @Test
    void takesColumnsOfOneInputWithAGapBetween() {
        Facts facts = builder.column("revenue", Period.parse("2024-04"), 4).column("revenue", JANUARY, 1, 2).build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01 1.0\n2024-02 2.0\n2024-04 4.0");
    }

    @Test
    void takesSeriesAndLeavesOutWhatIsNotKnown() {
        Facts facts = builder.series("revenue",
                Series.builder(JANUARY).unknown().add(0).undefined().add(-0.0).unknown().build()).build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-02 0.0\n2024-04 0.0");
        assertThat(Shown.extent(facts, "revenue")).isEqualTo("2024-01 to 2024-05");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.column("revenue", JANUARY, 1, value))
                .withMessage(value + " is no value; the period 2024-02 is unknown or undefined");

        RowTable table = builder.table("orders", Grain.MONTH).inputs("revenue").row(JANUARY);
        assertThatIllegalArgumentException().isThrownBy(() -> table.value("revenue", value))
                .withMessage(value + " is no value of `revenue`; where nothing is known, say that it is absent");
    }

    @Test
    void refusesAColumnWithoutItsFirstPeriod() {
        assertThatIllegalStateException().isThrownBy(() -> builder.column("revenue", 1));
    }

    @Test
    void refusesPeriodsOfAnotherCalendar() {
        Period fiscal = FiscalCalendar.of(Month.APRIL, FiscalCalendar.Naming.BY_END).parse("FY2024");

        assertThatIllegalArgumentException().isThrownBy(() -> builder.column("revenue", fiscal, 1))
                .withMessage("FY2024 is a period of the calendar fiscal from april named by end, the facts are in "
                        + "gregorian");
    }

    @Test
    void sortsRowsByCellAndPeriod() {
        builder.table("orders", Grain.MONTH).dimensions("region", "channel").inputs("revenue", "cost")
                .row(FEBRUARY, "US", "shop").value("revenue", 4)
                .row(JANUARY, "US", "shop").value("revenue", 3).value("cost", 9)
                .row(FEBRUARY, "EMEA", "shop").value("revenue", 2)
                .row(JANUARY, "US", "").value("revenue", 1).absent("cost");
        builder.table("costs", Grain.MONTH).dimensions("channel", "region").inputs("cost")
                .row(JANUARY, "shop", "EMEA").value("cost", 8);
        Facts facts = builder.build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("""
                2024-01  US 1.0
                2024-02 shop EMEA 2.0
                2024-01 shop US 3.0
                2024-02 shop US 4.0""");
        assertThat(Shown.of(facts, "cost")).isEqualTo("2024-01 shop EMEA 8.0\n2024-01 shop US 9.0");
        assertThat(facts.members("region")).containsExactly("EMEA", "US");
        assertThat(facts.members("channel")).containsExactly("", "shop");
        assertThat(facts.members("product")).isEmpty();
        assertThat(facts.of("price")).isEmpty();
    }

    @Test
    void takesDatesAsThePeriodsThatHoldThem() {
        builder.table("orders", Grain.MONTH).inputs("revenue").duplicates(DuplicateRule.SUM)
                .row(LocalDate.of(2024, 2, 29)).value("revenue", 1)
                .row(LocalDate.of(2024, 2, 1)).value("revenue", 2);

        assertThat(Shown.of(builder.build(), "revenue")).isEqualTo("2024-02 3.0");
    }

    @Test
    void aRowWithoutAValueCountsAsLoaded() {
        builder.table("orders", Grain.MONTH).dimensions("region").inputs("revenue", "cost")
                .row(JANUARY, "EMEA").value("revenue", 1)
                .row(FEBRUARY, "US").absent("revenue");
        Facts facts = builder.build();

        assertThat(Shown.extent(facts, "revenue")).isEqualTo("2024-01 to 2024-02");
        assertThat(facts.members("region")).containsExactly("EMEA");
        assertThat(facts.of("cost").orElseThrow().size()).isZero();
        assertThat(facts.of("cost").orElseThrow().cells()).isZero();
        assertThat(Shown.extent(facts, "cost")).isEqualTo("2024-01 to 2024-02");
    }

    @Test
    void withoutDimensionsThereIsOneCell() {
        builder.table("orders", Grain.MONTH).inputs("revenue").row(JANUARY);
        InputFacts revenue = builder.build().of("revenue").orElseThrow();

        assertThat(revenue.cells()).isOne();
        assertThat(revenue.start(0)).isEqualTo(revenue.end(0)).isZero();
    }

    @Test
    void aTableWithoutRowsGivesNoInput() {
        builder.table("orders", Grain.MONTH).inputs("revenue");

        assertThat(builder.column("cost", JANUARY).build().inputs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024,       2024-01 to 2024-12",
        "2024-Q2,    2024-01 to 2024-06",
        "2024-06-29, 2024-01 to 2024-05",
        "2024-06-30, 2024-01 to 2024-06",
        "2023,       2024-01 to 2024-02",
    })
    void extentReachesToWhatIsComplete(String last, String extent) {
        Facts facts = builder.column("revenue", JANUARY, 1, 2).completeTo(Period.parse(last)).build();

        assertThat(Shown.extent(facts, "revenue")).isEqualTo(extent);
    }

    @ParameterizedTest
    @CsvSource({
        "2023,       2023-01 to 2024-02",
        "2023-06-02, 2023-07 to 2024-02",
        "2023-06-01, 2023-06 to 2024-02",
        "2024-02,    2024-01 to 2024-02",
    })
    void extentReachesBackToWhatIsComplete(String first, String extent) {
        Facts facts = builder.column("revenue", JANUARY, 1, 2).completeFrom(Period.parse(first)).build();

        assertThat(Shown.extent(facts, "revenue")).isEqualTo(extent);
    }

    @Test
    void extentOfOneInputLeavesTheOthers() {
        Facts facts = builder.column("revenue", JANUARY, 1).column("cost", JANUARY, 1)
                .completeTo(FEBRUARY, "revenue").build();

        assertThat(Shown.extent(facts, "revenue")).isEqualTo("2024-01 to 2024-02");
        assertThat(Shown.extent(facts, "cost")).isEqualTo("2024-01 to 2024-01");
    }

    @Test
    void rejectsASecondFactAndNamesBothRows() {
        builder.table("orders", Grain.MONTH).dimensions("region").inputs("revenue", "cost", "price")
                .row(JANUARY, "EMEA").value("revenue", 200).value("cost", 120).value("price", 1)
                .row(JANUARY, "US").value("revenue", 1)
                .row(JANUARY, "EMEA").value("revenue", 210.5).value("cost", 121);

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders:3:1: error KPI-D004: `revenue`, `cost` for 2024-01, region `EMEA` are given twice, first in orders:1
                  2024-01,EMEA,210.5,121,
                  ^^^^^^^^^^^^
                  hint: remove one of the two rows, or load with the duplicate rule sum or last
                """);
    }

    @Test
    void twoRowsWithFactsOfDifferentInputsAreNoDuplicates() {
        builder.table("orders", Grain.MONTH).inputs("revenue", "cost")
                .row(JANUARY).value("revenue", 200)
                .row(JANUARY).value("cost", 120);

        assertThat(Shown.of(builder.build(), "cost")).isEqualTo("2024-01 120.0");
    }

    @ParameterizedTest
    @CsvSource({"SUM, 60.0", "LAST, 30.0"})
    void appliesTheDuplicateRule(DuplicateRule rule, String expected) {
        builder.table("orders", Grain.MONTH).inputs("revenue").duplicates(rule)
                .row(JANUARY).value("revenue", 10)
                .row(JANUARY).value("revenue", 20)
                .row(JANUARY).value("revenue", 30);

        assertThat(Shown.of(builder.build(), "revenue")).isEqualTo("2024-01 " + expected);
    }

    @Test
    void theRuleOfTheLaterLoadDecides() {
        builder.column("revenue", JANUARY, 10, 20);
        builder.table("corrections", Grain.MONTH).inputs("revenue").duplicates(DuplicateRule.LAST)
                .row(JANUARY).value("revenue", 11);
        builder.table("additions", Grain.MONTH).inputs("revenue").duplicates(DuplicateRule.SUM)
                .row(JANUARY).value("revenue", 5);

        assertThat(Shown.of(builder.build(), "revenue")).isEqualTo("2024-01 16.0\n2024-02 20.0");
    }

    @Test
    void lastIsTheLastDateWhereRowsHaveDates() {
        builder.table("balances", Grain.MONTH).inputs("customers").duplicates(DuplicateRule.LAST)
                .row(LocalDate.of(2024, 1, 31)).value("customers", 31)
                .row(LocalDate.of(2024, 1, 1)).value("customers", 1);

        assertThat(Shown.of(builder.build(), "customers")).isEqualTo("2024-01 31.0");
    }

    @Test
    void refusesASumThatIsTooLarge() {
        builder.table("orders", Grain.MONTH).inputs("revenue").duplicates(DuplicateRule.SUM)
                .row(JANUARY).value("revenue", 1e308)
                .row(JANUARY).value("revenue", 1e308);

        assertThat(Shown.problems(builder)).startsWith("orders:1:1: error KPI-D003: the facts of `revenue` for 2024-01 "
                + "add up to more than a number can hold\n");
    }

    @Test
    void refusesTwoGrainsOfOneInput() {
        builder.column("revenue", JANUARY, 1);
        builder.table("days", Grain.DAY).inputs("revenue").row(LocalDate.of(2024, 1, 1)).value("revenue", 1);

        assertThat(Shown.problems(builder)).isEqualTo("""
                error KPI-D005: `revenue` is by day in days, but by month in revenue
                  hint: load an input at one grain, or give the other one a name of its own
                """);
    }

    @Test
    void refusesTwoSetsOfDimensionsOfOneInput() {
        builder.column("revenue", JANUARY, 1);
        builder.table("orders", Grain.MONTH).dimensions("region", "channel").inputs("revenue")
                .row(FEBRUARY, "EMEA", "shop").value("revenue", 1);

        assertThat(Shown.problems(builder)).isEqualTo("""
                error KPI-D005: `revenue` is split by channel and region in orders, but by nothing in revenue
                  hint: split an input by the same dimensions everywhere, or give the other one a name of its own
                """);
    }

    @Test
    void tellsOfSoManyProblemsAtMost() {
        RowTable table = builder.table("orders", Grain.MONTH).inputs("revenue");
        for (int i = 0; i < 1000; i++) {
            table.row(JANUARY).value("revenue", i);
        }

        assertThat(builder.check().diagnostics()).hasSize(26);
        assertThat(builder.check().diagnostics().get(25))
                .hasToString("error KPI-L003: the data has more than 25 problems; the rest is not shown");
    }

    @Test
    void refusesRowsThatDoNotFitTheirTable() {
        RowTable table = builder.table("orders", Grain.MONTH).dimensions("region").inputs("revenue");

        assertThatIllegalArgumentException().isThrownBy(() -> table.row(Period.parse("2024-Q1"), "EMEA"))
                .withMessage("2024-Q1 is a quarter, the rows of orders are by month");
        assertThatIllegalArgumentException().isThrownBy(() -> table.row(JANUARY))
                .withMessage("a row of orders needs a member for each of [region], found 0");
        assertThatIllegalStateException().isThrownBy(() -> table.value("revenue", 1));

        table.row(JANUARY, "EMEA").value("revenue", 1);
        assertThatIllegalStateException().isThrownBy(() -> table.value("revenue", 2))
                .withMessage("row 1 has a value of `revenue` already");
        assertThatIllegalArgumentException().isThrownBy(() -> table.value("cost", 2))
                .withMessage("`cost` is not an input of the table orders");
        assertThatIllegalStateException().isThrownBy(() -> table.duplicates(DuplicateRule.SUM));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.table("t", Grain.DAY).inputs("a", "a"));
        assertThatIllegalStateException().isThrownBy(() -> builder.table("t", Grain.MONTH).row(JANUARY));
    }

    @Test
    void aBuilderCanGoOn() {
        Facts one = builder.column("revenue", JANUARY, 1).build();
        Facts two = builder.column("revenue", FEBRUARY, 2).build();

        assertThat(Shown.of(one, "revenue")).isEqualTo("2024-01 1.0");
        assertThat(Shown.of(two, "revenue")).isEqualTo("2024-01 1.0\n2024-02 2.0");
        assertThat(one).isNotEqualTo(two)
                .isEqualTo(Facts.startingAt("2024-01").column("revenue", 1).build())
                .hasSameHashCodeAs(Facts.startingAt("2024-01").column("revenue", 1).build());
    }
}
