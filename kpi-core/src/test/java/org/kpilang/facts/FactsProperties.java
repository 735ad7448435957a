package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kpilang.time.Grain;
import org.kpilang.time.GregorianCalendar;
import org.kpilang.time.Period;

/** What holds of facts in whatever way they were loaded. */
class FactsProperties {

    record Row(int period, String region, String channel, double revenue) {

        String key() {
            return period + "/" + region + "/" + channel;
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                // Days far apart need more than one pass of the sort.
                Arbitraries.oneOf(Arbitraries.integers().between(19_000, 19_010),
                        Arbitraries.integers().between(-700_000, 2_000_000)),
                Arbitraries.of("EMEA", "US", "", "Ω", "😀"),
                Arbitraries.of("shop", "email", "ads"),
                Arbitraries.oneOf(Arbitraries.doubles().between(-1e6, 1e6), Arbitraries.of(0.1, 1e16, -1e16)))
                .as(Row::new).list().ofMaxSize(60);
    }

    private static void load(FactsBuilder builder, List<Row> rows, DuplicateRule rule) {
        RowTable table = builder.table("rows", Grain.DAY).dimensions("region", "channel").inputs("revenue")
                .duplicates(rule);
        for (Row row : rows) {
            table.row(day(row), row.region, row.channel).value("revenue", row.revenue);
        }
    }

    private static Period day(Row row) {
        return new Period(GregorianCalendar.INSTANCE, Grain.DAY, row.period);
    }

    private static FactsBuilder loaded(List<Row> rows, DuplicateRule rule) {
        FactsBuilder builder = Facts.builder();
        load(builder, rows, rule);
        return builder;
    }

    private static Map<String, Double> found(Facts facts) {
        Map<String, Double> found = new TreeMap<>();
        InputFacts of = facts.of("revenue").orElse(null);
        if (of == null) {
            return found;
        }
        int region = of.dimensions().indexOf("region");
        int channel = of.dimensions().indexOf("channel");
        for (int cell = 0; cell < of.cells(); cell++) {
            assertThat(of.start(cell)).as("cells have facts").isLessThan(of.end(cell));
            for (int fact = of.start(cell); fact < of.end(cell); fact++) {
                assertThat(fact == of.start(cell) || of.period(fact - 1) < of.period(fact)).as("in order").isTrue();
                Row row = new Row(of.period(fact), facts.members("region").get(of.member(cell, region)),
                        facts.members("channel").get(of.member(cell, channel)), of.value(fact));
                assertThat(found.put(row.key(), row.revenue)).as("one fact a cell and period").isNull();
            }
        }
        return found;
    }

    @Property(tries = 500)
    void everyFactIsFoundAgain(@ForAll("rows") List<Row> rows) {
        Map<String, Double> expected = new TreeMap<>();
        rows.forEach(row -> expected.put(row.key(), row.revenue + 0.0));
        Facts facts = loaded(rows, DuplicateRule.LAST).build();

        assertThat(found(facts)).isEqualTo(expected);
        facts.of("revenue").ifPresent(of -> {
            assertThat(of.firstPeriod()).isEqualTo(rows.stream().mapToInt(Row::period).min().orElseThrow());
            assertThat(of.lastPeriod()).isEqualTo(rows.stream().mapToInt(Row::period).max().orElseThrow());
        });
    }

    @Property(tries = 500)
    void theOrderOfRowsDoesNotMatterForASum(@ForAll("rows") List<Row> rows, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);

        assertThat(loaded(shuffled, DuplicateRule.SUM).build()).isEqualTo(loaded(rows, DuplicateRule.SUM).build());
    }

    @Property(tries = 500)
    void theOrderOfRowsDoesNotMatterForARejection(@ForAll("rows") List<Row> rows, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        boolean distinct = new HashSet<>(rows.stream().map(Row::key).toList()).size() == rows.size();

        assertThat(loaded(rows, DuplicateRule.REJECT).check().isValid()).isEqualTo(distinct);
        assertThat(loaded(shuffled, DuplicateRule.REJECT).check().value())
                .isEqualTo(loaded(rows, DuplicateRule.REJECT).check().value());
    }

    @Property(tries = 500)
    void severalLoadsAreLikeOne(@ForAll("rows") List<Row> rows, @ForAll DuplicateRule rule, @ForAll Random random) {
        FactsBuilder several = Facts.builder();
        int from = 0;
        while (from < rows.size()) {
            int to = from + 1 + random.nextInt(rows.size() - from);
            load(several, rows.subList(from, to), rule);
            from = to;
        }

        assertThat(several.check().value()).isEqualTo(loaded(rows, rule).check().value());
    }

    @Property(tries = 500)
    void rowsOfTextAreLikeRowsOfObjects(@ForAll("rows") List<Row> rows) throws java.io.IOException {
        List<Row> written = rows.stream().filter(row -> row.period > -700_000 && row.period < 2_000_000).toList();
        List<List<String>> table = new ArrayList<>(List.of(List.of("channel", "region", "date", "revenue")));
        for (Row row : written) {
            table.add(List.of(row.channel, row.region, day(row).toString(), Double.toString(row.revenue)));
        }
        Facts text = Facts.builder().read(TextTable.of("rows.csv", TextRows.of(table))
                .dimensions("region", "channel").inputs("revenue").duplicates(DuplicateRule.SUM)).build();
        Facts objects = Facts.from(written).period(FactsProperties::day).dimension("region", Row::region)
                .dimension("channel", Row::channel).input("revenue", Row::revenue).duplicates(DuplicateRule.SUM).build();

        assertThat(text).isEqualTo(objects).isEqualTo(loaded(written, DuplicateRule.SUM).build());
    }
}
