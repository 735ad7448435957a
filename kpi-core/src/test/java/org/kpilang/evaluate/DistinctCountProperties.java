package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.select;
import static org.kpilang.evaluate.SmallModel.slice;
import static org.kpilang.evaluate.SmallModel.statistic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** What holds of the number of different buyers in any window and slice, held against the sales one by one. */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class DistinctCountProperties {

    private static final LocalDate START = LocalDate.of(2023, 11, 10);
    private static final Period FIRST = Period.parse("2023-10");
    private static final int DAYS = 200;
    private static final Period LAST = Period.parse("2024-05");
    private static final List<String> REGIONS = List.of("north", "south", "west");

    private static final Model MODEL = new SmallModel().dimensions("region", "channel")
            .input("buyers", InputKind.DISTINCT, SmallModel.ZERO)
            .kpi("month", name("buyers"))
            .kpi("quarter", select(name("buyers"), last(3, PeriodUnit.MONTH)))
            .kpi("toDate", select(name("buyers"), new Selector.ToDate(PeriodUnit.YEAR)))
            .kpi("north", select(name("buyers"), slice("region", "north")))
            .kpi("all", select(name("buyers"), new Selector.All(List.of("region"))))
            .kpi("mean", statistic("avg", name("buyers"), new Stretch.Periods(3, PeriodUnit.MONTH, 0)))
            // A window whose ends step back every month.
            .kpi("back", select(name("buyers"), new Selector.Previous(), new Selector.ToDate(PeriodUnit.QUARTER)))
            .build();

    record Sale(int day, String region, String channel, int buyer) {

        LocalDate date() {
            return START.plusDays(day);
        }

        YearMonth month() {
            return YearMonth.from(date());
        }
    }

    @Provide
    Arbitrary<List<Sale>> sales() {
        return Combinators.combine(Arbitraries.integers().between(0, DAYS), Arbitraries.of(REGIONS),
                Arbitraries.of("shop", "web"), Arbitraries.integers().between(0, 30))
                .as(Sale::new).list().ofMinSize(1).ofMaxSize(150);
    }

    private static Facts facts(List<Sale> sales) {
        FactsBuilder builder = Facts.builder(MODEL);
        load(builder, sales);
        return closed(builder);
    }

    private static void load(FactsBuilder builder, List<Sale> sales) {
        RowTable table = builder.table("sales", Grain.DAY).dimensions("region", "channel").identities("buyers");
        sales.forEach(sale -> table.row(sale.date(), sale.region, sale.channel).identity("buyers", sale.buyer));
    }

    private static Facts closed(FactsBuilder builder) {
        return builder.completeFrom(FIRST).completeTo(LAST).build();
    }

    private static Result months(Facts facts) {
        return Evaluation.of(MODEL, facts).grain(Grain.MONTH).by("region").run();
    }

    private static double different(List<Sale> sales, YearMonth from, YearMonth to, Predicate<Sale> which) {
        return sales.stream().filter(which)
                .filter(sale -> !sale.month().isBefore(from) && !sale.month().isAfter(to))
                .map(Sale::buyer).distinct().count();
    }

    private static YearMonth month(Period period) {
        return YearMonth.from(period.window().firstDay());
    }

    @Property
    void monthsAndWindowsAreCountedOneByOne(@ForAll("sales") List<Sale> sales) {
        Result result = months(facts(sales));
        for (int i = 0; i < result.periods(); i++) {
            Period period = result.period(i);
            YearMonth month = month(period);
            for (Slice slice : result.slices()) {
                Predicate<Sale> in = sale -> slice.member("region").map(sale.region::equals).orElse(true);
                assertThat(result.value("month", slice, period)).hasValue(different(sales, month, month, in));
                if (i >= 2) {
                    assertThat(result.value("quarter", slice, period))
                            .hasValue(different(sales, month.minusMonths(2), month, in));
                }
                if (month.getYear() == 2024) {
                    assertThat(result.value("toDate", slice, period))
                            .hasValue(different(sales, month.withMonth(1), month, in));
                }
                assertThat(result.value("all", slice, period))
                        .hasValue(different(sales, month, month, sale -> true));
            }
            if (sales.stream().anyMatch(sale -> sale.region.equals("north"))) {
                assertThat(result.value("north", Slice.TOTAL, period))
                        .hasValue(different(sales, month, month, sale -> sale.region.equals("north")));
            }
        }
    }

    @Property
    void windowsThatStepBackAreCountedAnew(@ForAll("sales") List<Sale> sales) {
        Result result = Evaluation.of(MODEL, facts(sales)).kpis("back").grain(Grain.MONTH).from("2024-02").run();
        for (int i = 0; i < result.periods(); i++) {
            // The months of the quarter up to now, moved back by as many months.
            YearMonth month = month(result.period(i));
            int length = (month.getMonthValue() - 1) % 3 + 1;
            YearMonth to = month.minusMonths(length);
            YearMonth from = to.minusMonths(length - 1L);
            assertThat(result.value("back", Slice.TOTAL, result.period(i)))
                    .as("%s to %s", from, to).hasValue(different(sales, from, to, sale -> true));
        }
    }

    @Property
    void theWholeIsNoMoreThanItsPartsAndNoLessThanAnyOfThem(@ForAll("sales") List<Sale> sales) {
        Result result = months(facts(sales));
        for (int i = 0; i < result.periods(); i++) {
            Period period = result.period(i);
            List<Double> regions = result.slices().stream().filter(slice -> !slice.isTotal())
                    .map(slice -> result.value("month", slice, period).orElseThrow()).toList();
            holdsBetween(regions, result.value("month", Slice.TOTAL, period).orElseThrow());
            if (i >= 2) {
                List<Double> months = List.of(value(result, i - 2), value(result, i - 1), value(result, i));
                double quarter = result.value("quarter", Slice.TOTAL, period).orElseThrow();
                holdsBetween(months, quarter);
                assertThat(result.value("mean", Slice.TOTAL, period).orElseThrow()).isLessThanOrEqualTo(quarter);
            }
        }
    }

    private static double value(Result result, int period) {
        return result.value("month", Slice.TOTAL, result.period(period)).orElseThrow();
    }

    private static void holdsBetween(List<Double> parts, double whole) {
        assertThat(whole).isBetween(parts.stream().max(Double::compare).orElse(0.0),
                parts.stream().mapToDouble(part -> part).sum());
    }

    @Property
    void repetitionDoesNotShow(@ForAll("sales") List<Sale> sales, @ForAll Random random) {
        List<Sale> others = new ArrayList<>(sales);
        sales.stream().filter(sale -> random.nextBoolean()).forEach(others::add);
        Result once = months(facts(sales));
        Result repeated = months(facts(others));
        for (String kpi : List.of("month", "quarter", "north", "mean")) {
            for (Slice slice : once.slices()) {
                for (int i = 0; i < once.periods(); i++) {
                    Period period = once.period(i);
                    assertThat(repeated.value(kpi, slice, period)).isEqualTo(once.value(kpi, slice, period));
                }
            }
        }
    }

    @Property
    void orderAndGroupingDoNotShow(@ForAll("sales") List<Sale> sales, @ForAll Random random) {
        List<Sale> others = new ArrayList<>(sales);
        Collections.shuffle(others, random);
        int cut = random.nextInt(others.size() + 1);
        FactsBuilder builder = Facts.builder(MODEL);
        load(builder, others.subList(0, cut));
        load(builder, others.subList(cut, others.size()));

        assertThat(closed(builder)).isEqualTo(facts(sales));
    }

    @Property
    void laterEventsChangeNothingEarlier(@ForAll("sales") List<Sale> sales, @ForAll @IntRange(max = 6) int months) {
        Period cut = FIRST.plus(months);
        List<Sale> early = sales.stream().filter(sale -> !sale.month().isAfter(month(cut))).toList();
        Result before = Evaluation.of(MODEL, facts(early)).grain(Grain.MONTH).from(FIRST).to(cut).run();
        Result after = Evaluation.of(MODEL, facts(sales)).grain(Grain.MONTH).from(FIRST).to(cut).run();
        for (String kpi : List.of("month", "quarter", "toDate", "mean")) {
            for (int i = 0; i < before.periods(); i++) {
                OptionalDouble then = before.value(kpi, Slice.TOTAL, before.period(i));
                if (!early.isEmpty()) {
                    assertThat(after.value(kpi, Slice.TOTAL, before.period(i))).isEqualTo(then);
                }
            }
        }
    }
}
