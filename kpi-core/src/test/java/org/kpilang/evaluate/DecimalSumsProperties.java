package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpilang.evaluate.SmallModel.UNKNOWN;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.number;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.select;
import static org.kpilang.evaluate.SmallModel.times;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Sums of decimals against sums one after the other, however many there are and in whatever order they come. */
class DecimalSumsProperties {

    private static final Period JANUARY = Period.parse("2024-01");
    private static final Decimals EXACT = Decimals.scale(60, RoundingMode.DOWN);

    private record Sale(int month, String region, BigDecimal amount) {}

    @Provide
    Arbitrary<List<Sale>> sales() {
        Arbitrary<BigDecimal> cents = Arbitraries.longs().between(-99_999_999, 99_999_999)
                .map(amount -> BigDecimal.valueOf(amount, 2));
        Arbitrary<BigDecimal> longOnes = Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 30))
                .as((unscaled, scale) -> BigDecimal.valueOf(unscaled, scale));
        return Combinators.combine(Arbitraries.integers().between(0, 11), Arbitraries.of("north", "south"),
                Arbitraries.oneOf(cents, cents, cents, longOnes)).as(Sale::new).list().ofMinSize(1).ofMaxSize(60);
    }

    private static Model model(InputKind kind) {
        return new SmallModel().dimensions("region").input("a", kind, SmallModel.ZERO).kpi("month", name("a"))
                .kpi("year", select(name("a"), last(12, PeriodUnit.MONTH)))
                .kpi("all", select(name("a"), new Selector.All(List.of())))
                .kpi("sum", new Statistic("sum", name("a"), new Stretch.Periods(12, PeriodUnit.MONTH, 0), List.of(),
                        Origin.NONE))
                .kpi("mean", new Statistic("avg", name("a"), new Stretch.Periods(12, PeriodUnit.MONTH, 0), List.of(),
                        Origin.NONE))
                .kpi("third", times(over(name("month"), number(3)), number(3))).build();
    }

    private static Result run(Model model, List<Sale> sales) {
        FactsBuilder builder = Facts.builder(model).completeFrom(JANUARY).completeTo(JANUARY.plus(11));
        RowTable table = builder.table("sales", Grain.MONTH).dimensions("region").inputs("a")
                .duplicates(DuplicateRule.SUM);
        for (Sale sale : sales) {
            table.row(JANUARY.plus(sale.month), sale.region).value("a", sale.amount);
        }
        return Evaluation.of(model, builder.build()).by("region").from(JANUARY).to(JANUARY.plus(11)).decimals(EXACT)
                .run();
    }

    private static BigDecimal sum(List<Sale> sales, Slice slice, int from, int to) {
        return sales.stream().filter(sale -> sale.month >= from && sale.month <= to)
                .filter(sale -> slice.isTotal() || slice.member("region").orElseThrow().equals(sale.region))
                .map(Sale::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property
    void everySumIsTheSumOfItsRows(@ForAll("sales") List<Sale> sales, @ForAll Random random) {
        List<Sale> shuffled = new ArrayList<>(sales);
        Collections.shuffle(shuffled, random);
        Result result = run(model(InputKind.FLOW), shuffled);

        for (Slice slice : result.slices()) {
            for (int month = 0; month < 12; month++) {
                Period period = JANUARY.plus(month);
                assertThat(result.decimal("month", slice, period).orElseThrow())
                        .isEqualByComparingTo(sum(sales, slice, month, month));
                assertThat(result.decimal("third", slice, period).orElseThrow())
                        .isEqualByComparingTo(sum(sales, slice, month, month));
                assertThat(result.decimal("all", slice, period).orElseThrow())
                        .isEqualByComparingTo(sum(sales, Slice.TOTAL, month, month));
            }
            Period december = JANUARY.plus(11);
            BigDecimal year = sum(sales, slice, 0, 11);
            assertThat(result.decimal("mean", slice, december).orElseThrow())
                    .isEqualTo(year.divide(BigDecimal.valueOf(12), 60, RoundingMode.DOWN));
        }
        BigDecimal year = sum(sales, Slice.TOTAL, 0, 11);
        assertThat(result.decimal("year", "2024-12").orElseThrow()).isEqualByComparingTo(year);
        assertThat(result.decimal("sum", "2024-12").orElseThrow()).isEqualByComparingTo(year);
    }

    @Property
    void whatIsMeasuredIsWeighedExactly(@ForAll @Size(12) List<@IntRange(max = 999_99) Integer> prices,
            @ForAll @Size(12) List<@IntRange(min = 1, max = 999) Integer> units) {
        Model model = new SmallModel().flows("units").level("price", "units", UNKNOWN)
                .kpi("year", select(name("price"), last(12, PeriodUnit.MONTH))).build();
        FactsBuilder builder = Facts.builder(model).startingAt("2024-01");
        builder.unscaled("price", 2, prices.stream().mapToLong(price -> price).toArray());
        builder.unscaled("units", 0, units.stream().mapToLong(unit -> unit).toArray());
        BigDecimal worth = BigDecimal.ZERO;
        BigDecimal sold = BigDecimal.ZERO;
        for (int i = 0; i < 12; i++) {
            worth = worth.add(BigDecimal.valueOf(prices.get(i), 2).multiply(BigDecimal.valueOf(units.get(i))));
            sold = sold.add(BigDecimal.valueOf(units.get(i)));
        }

        Result result = Evaluation.of(model, builder.build()).decimals(EXACT).run();

        assertThat(result.decimal("year", "2024-12")).contains(worth.divide(sold, 60, RoundingMode.DOWN));
        assertThat(result.value("year", "2024-12").orElseThrow())
                .isEqualTo(worth.divide(sold, MathContext.DECIMAL128).doubleValue());
    }

    /** Peaks, levels and balances take a fact as it is. */
    @Property
    void whatIsPickedIsNotChanged(@ForAll("sales") List<Sale> sales) {
        Sale one = sales.get(0);
        for (InputKind kind : List.of(InputKind.STOCK, InputKind.LEVEL, InputKind.PEAK, InputKind.TROUGH)) {
            Model model = new SmallModel().input("a", kind, UNKNOWN).kpi("k", name("a")).build();
            Facts facts = Facts.builder(model).startingAt("2024-01").column("a", one.amount).build();

            assertThat(Evaluation.of(model, facts).decimals(EXACT).run().decimal("k", "2024-01").orElseThrow())
                    .isEqualByComparingTo(one.amount);
        }
    }
}
