package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

class RecordTableTest {

    private enum Region { EMEA, US }

    private record Order(@Nullable LocalDate date, @Nullable Region region, double amount, @Nullable BigDecimal cost) {}

    private record Balance(Period month, int customers) {}

    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);

    private static Order order(int day, Region region, double amount) {
        return new Order(LocalDate.of(2024, 1, day), region, amount, null);
    }

    private static RecordTable<Order> table(Order... orders) {
        return Facts.<Order>from(Arrays.asList(orders)).named("orders")
                .period(Grain.DAY, Order::date)
                .dimension("region", Order::region)
                .input("revenue", Order::amount)
                .optionalInput("cost", Order::cost);
    }

    @Test
    void readsRecordsByDay() {
        Facts facts = Facts.from(List.of(order(2, Region.US, 20), order(1, Region.US, 10), order(1, Region.EMEA, 1)))
                .period(Grain.DAY, Order::date)
                .dimension("region", Order::region)
                .input("revenue", Order::amount)
                .build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01-01 EMEA 1.0\n2024-01-01 US 10.0\n2024-01-02 US 20.0");
    }

    @Test
    void addsUpTheRecordsOfAPeriod() {
        Facts facts = Facts.from(List.of(order(2, Region.US, 20), order(1, Region.US, 10), order(1, Region.EMEA, 1)))
                .period(Grain.MONTH, Order::date)
                .input("revenue", Order::amount)
                .input("orders", order -> 1)
                .duplicates(DuplicateRule.SUM)
                .build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01 31.0");
        assertThat(Shown.of(facts, "orders")).isEqualTo("2024-01 3.0");
    }

    @Test
    void readsPeriods() {
        Facts facts = Facts.from(List.of(new Balance(Period.parse("2024-02"), 2), new Balance(Period.parse("2024-01"), 1)))
                .period(Balance::month).input("customers", Balance::customers).build();

        assertThat(Shown.of(facts, "customers")).isEqualTo("2024-01 1.0\n2024-02 2.0");
    }

    @Test
    void anOptionalInputMayBeAbsent() {
        Facts facts = table(new Order(DAY, Region.US, 1, new BigDecimal("0.5")), order(1, Region.US, 2)).build();

        assertThat(Shown.of(facts, "cost")).isEqualTo("2024-01-31 US 0.5");
        assertThat(Shown.extent(facts, "cost")).isEqualTo("2024-01-01 to 2024-01-31");
    }

    @Test
    void joinsOtherTables() {
        Facts facts = Facts.builder()
                .records(table(order(1, Region.US, 1)))
                .column("target", Period.parse("2024"), 400)
                .build();

        assertThat(facts.inputs()).containsExactlyInAnyOrder("revenue", "cost", "target");
    }

    @Test
    void tellsWhichRecordsCannotBeUsed() {
        FactsBuilder builder = Facts.builder().records(table(
                new Order(null, Region.US, 1, null),
                new Order(DAY, null, 1, null),
                new Order(DAY, Region.US, Double.NaN, null),
                order(1, Region.EMEA, 1)));

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders:1:1: error KPI-D002: the period is missing
                  Order[date=null, region=US, amount=1.0, cost=null]
                  ^
                orders:2:1: error KPI-D002: the member of `region` is null
                  Order[date=2024-01-31, region=null, amount=1.0, cost=null]
                  ^
                  hint: give a text for what is not known; the empty text is a member of its own
                orders:3:1: error KPI-D003: the value of `revenue` is NaN
                  Order[date=2024-01-31, region=US, amount=NaN, cost=null]
                  ^
                  hint: where there is no value, give null to an optional input
                """);
    }

    @Test
    void refusesPeriodsOfTwoGrains() {
        FactsBuilder builder = Facts.builder().records(
                Facts.from(List.of(new Balance(Period.parse("2024-02"), 2), new Balance(Period.parse("2024"), 1)))
                        .named("balances").period(Balance::month).input("customers", Balance::customers));

        assertThat(Shown.problems(builder)).isEqualTo("""
                balances:2:1: error KPI-D005: `2024` is a year, but the table is by month since balances:1
                  Balance[month=2024, customers=1]
                  ^
                  hint: write every period as a month, or load these rows as another table
                """);
    }

    @Test
    void refusesASecondRecordForACell() {
        FactsBuilder builder = Facts.builder()
                .records(table(order(1, Region.US, 1), order(1, Region.US, 2)));

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders:2:1: error KPI-D004: `revenue` for 2024-01-01, region `US` is given twice, first in orders:1
                  2024-01-01,US,2,
                  ^^^^^^^^^^^^^
                  hint: remove one of the two rows, or load with the duplicate rule sum or last
                """);
    }

    @Test
    void refusesATableThatIsNotWhole() {
        List<Order> none = new ArrayList<>();

        assertThatIllegalStateException().isThrownBy(() -> Facts.from(none).period(Grain.DAY, Order::date).build())
                .withMessage("the table rows needs a period and an input");
        assertThatIllegalStateException().isThrownBy(() -> Facts.from(none).input("revenue", Order::amount).build());
        assertThatIllegalStateException()
                .isThrownBy(() -> table().period(Grain.DAY, Order::date)).withMessage("the period was said already");
        assertThatIllegalArgumentException().isThrownBy(() -> table().input("cost", Order::amount))
                .withMessage("`cost` is given twice");
    }
}
