package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

class ColumnTableTest {

    private static final int JANUARY = Period.parse("2024-01").ordinal();

    private final FactsBuilder builder = Facts.builder();

    private static ColumnTable months(int... ordinals) {
        return ColumnTable.of("orders", Grain.MONTH).periods(ordinals);
    }

    @Test
    void takesPeriodsCodesAndValues() {
        Facts facts = builder.columns(months(JANUARY + 1, JANUARY, JANUARY)
                .dimension("region", new int[] {1, 1, 0}, "US", "EMEA", "nobody")
                .dimension("channel", "shop", "", "shop")
                .input("revenue", 1, -0.0, 3)
                .optionalInput("cost", new double[] {Double.NaN, 5, 6}, new boolean[] {false, true, true})).build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01  EMEA 0.0\n2024-02 shop EMEA 1.0\n2024-01 shop US 3.0");
        assertThat(Shown.of(facts, "cost")).isEqualTo("2024-01  EMEA 5.0\n2024-01 shop US 6.0");
        assertThat(facts.members("region")).containsExactly("EMEA", "US");
    }

    @Test
    void putsDaysIntoLongerPeriodsAndKeepsTheLast() {
        LocalDate day = LocalDate.of(2024, 1, 31);
        Facts facts = builder.columns(ColumnTable.of("balances", Grain.MONTH).dates(day, day.minusDays(1), day.plusDays(1))
                .input("customers", 31, 30, 1).duplicates(DuplicateRule.LAST)).build();

        assertThat(Shown.of(facts, "customers")).isEqualTo("2024-01 31.0\n2024-02 1.0");
        int first = (int) day.toEpochDay();
        assertThat(Facts.builder().columns(ColumnTable.of("balances", Grain.MONTH).days(first, first - 1, first + 1)
                .input("customers", 31, 30, 1).duplicates(DuplicateRule.LAST)).build()).isEqualTo(facts);
        assertThat(Facts.builder().columns(ColumnTable.of("balances", Grain.MONTH)
                .days((long) first, first - 1L, first + 1L)
                .input("customers", 31, 30, 1).duplicates(DuplicateRule.LAST)).build()).isEqualTo(facts);
    }

    @Test
    void countsIdentities() {
        Facts facts = builder.columns(ColumnTable.of("orders", Grain.DAY).days(5, 5, 6, 6)
                .identity("buyers", 17L, 17L, 17L, 4L).identity("visitors", "Ann", "", "Bob", "Ann")).build();

        assertThat(facts.of("buyers").orElseThrow()).hasToString("buyers by day: 3 facts")
                .extracting(InputFacts::identities).isEqualTo(2);
        assertThat(facts.of("visitors").orElseThrow()).hasToString("visitors by day: 3 facts");
    }

    @Test
    void tellsOfRowsThatCannotBeUsed() {
        builder.columns(ColumnTable.of("orders", Grain.DAY).dates(LocalDate.EPOCH, null, LocalDate.EPOCH, LocalDate.EPOCH)
                .dimension("region", new int[] {0, 0, 7, 0}, "US").input("revenue", 1, 2, 3, Double.NaN));

        assertThat(Shown.problems(builder)).isEqualTo("""
                orders:2:1: error KPI-D002: the period is missing
                  ,US,2
                  ^
                orders:3:1: error KPI-D002: the member of `region` has the code 7, and the codes of names end at 0
                  1970-01-01,7,3
                  ^
                orders:4:1: error KPI-D003: the value of `revenue` is NaN
                  1970-01-01,US,NaN
                  ^
                  hint: where there is no value, say so with an optional input
                """);
    }

    @Test
    void rejectsASecondFactAndNamesBothRows() {
        builder.columns(months(JANUARY, JANUARY + 1, JANUARY).input("revenue", 1, 2, 3));

        assertThat(Shown.problems(builder)).startsWith(
                "orders:3:1: error KPI-D004: `revenue` for 2024-01 is given twice, first in orders:1\n");
    }

    @Test
    void refusesArraysThatDoNotFit() {
        ColumnTable table = months(JANUARY).input("revenue", 1);

        assertThatIllegalArgumentException().isThrownBy(() -> table.input("cost", 1, 2))
                .withMessage("2 facts of `cost` in a table of 1 rows");
        assertThatIllegalArgumentException().isThrownBy(() -> table.input("revenue", 1))
                .withMessage("`revenue` is given twice");
        assertThatIllegalStateException().isThrownBy(() -> table.days(1));
        assertThatIllegalStateException().isThrownBy(() -> builder.columns(months(JANUARY)))
                .withMessage("the table orders needs periods and an input");
        assertThat(builder.columns(months().input("revenue")).build().inputs()).isEmpty();
    }

    @Property(tries = 200)
    void isLikeRows(@ForAll Random random, @ForAll DuplicateRule rule) {
        int size = random.nextInt(60);
        int[] days = random.ints(size, 19_000, 19_100).toArray();
        int[] regions = random.ints(size, 0, 3).toArray();
        double[] values = random.doubles(size, -1e6, 1e6).toArray();
        String[] names = {"US", "EMEA", ""};
        FactsBuilder rows = Facts.builder();
        RowTable table = rows.table("t", Grain.MONTH).dimensions("region").inputs("revenue").duplicates(rule);
        for (int i = 0; i < size; i++) {
            table.row(LocalDate.ofEpochDay(days[i]), names[regions[i]]).value("revenue", values[i]);
        }
        FactsBuilder columns = Facts.builder().columns(ColumnTable.of("t", Grain.MONTH).days(days)
                .dimension("region", regions, names).input("revenue", values).duplicates(rule));

        assertThat(columns.check().value()).isEqualTo(rows.check().value());
        assertThat(columns.check().diagnostics()).isEqualTo(rows.check().diagnostics());
    }
}
