package org.kpilang.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kpilang.testing.Business.number;
import static org.kpilang.testing.Business.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Negation;
import org.kpilang.expression.Reference;
import org.kpilang.model.InputKind;
import org.kpilang.model.Property;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.time.Grain;
import org.kpilang.unit.Unit;

/** Targets of what adds up over time, changes and directions, and what is judged by which definition. */
class TargetsOverTimeTest {

    private static Property.Target target(String value, @Nullable String by) {
        return new Property.Target(number(value), by, null, null, null, Origin.NONE);
    }

    private static Property since(String period) {
        return new Property.Since(period, Origin.NONE);
    }

    private static Property until(String period) {
        return new Property.Until(period, Origin.NONE);
    }

    private static Property direction(Property.Better.Way way, @Nullable String during) {
        return new Property.TargetDirection(way, during, null, Origin.NONE);
    }

    private static Property less(String share, String during) {
        return new Property.TargetChange(new Negation(number(share), Origin.NONE), during, null, Origin.NONE);
    }

    private static Property status(String green) {
        return new Property.Status(List.of(
                new Property.Band("green", Comparison.Operator.AT_LEAST, number(green), false)), "red", Origin.NONE);
    }

    private static Business flow(Property... properties) {
        return Business.since("2026-01").currency("USD").input("sold", "USD")
                .kpi("sales", null, Reference.to("sold"), properties).facts("sold", months(12));
    }

    private static double[] months(int count) {
        return IntStream.range(0, count).mapToDouble(i -> 100 + i).toArray();
    }

    private static List<Double> targets(Evaluation question) {
        Result result = question.run();
        Scorecard scorecard = Scorecard.of(result);
        List<Double> targets = new ArrayList<>();
        for (int period = 0; period < result.periods(); period++) {
            targets.add(scorecard.targetOr(0, 0, period, Double.NaN));
        }
        return targets;
    }

    private static List<String> statuses(Evaluation question) {
        Result result = question.run();
        Scorecard scorecard = Scorecard.of(result);
        return IntStream.range(0, result.periods())
                .mapToObj(period -> scorecard.status(0, 0, period).orElse("")).toList();
    }

    @Test
    void theTargetOfWhatAddsUpIsTheSumOfThoseOfItsParts() {
        Evaluation undated = flow(target("100", null)).ask();

        assertThat(targets(undated.to("2026-02"))).as("of a month like the facts").containsExactly(100.0, 100.0);
        assertThat(targets(undated.grain(Grain.QUARTER))).containsOnly(300.0);
        assertThat(targets(undated.grain(Grain.YEAR))).containsOnly(1200.0);
    }

    @Test
    void aDatedTargetOfWhatAddsUpIsForAPeriodLikeItsDate() {
        Evaluation yearly = flow(target("1200", "2026")).ask();
        assertThat(targets(yearly.to("2026-02"))).as("a year says nothing of a month").containsOnly(Double.NaN);
        assertThat(targets(yearly.grain(Grain.YEAR))).containsExactly(1200.0);

        Evaluation quarterly = flow(target("300", "2026-Q4")).ask();
        assertThat(targets(quarterly.grain(Grain.QUARTER))).containsOnly(300.0);
        assertThat(targets(quarterly.grain(Grain.YEAR))).containsExactly(1200.0);
    }

    @Test
    void aPathOfWhatAddsUpIsSummedFromItsStart() {
        Property path = new Property.Target(number("120"), "2026-06", number("100"), "2026-02", null, Origin.NONE);

        assertThat(targets(flow(path).ask())).containsExactly(Double.NaN, 100.0, 105.0, 110.0, 115.0, 120.0, 120.0,
                120.0, 120.0, 120.0, 120.0, 120.0);
        assertThat(targets(flow(path).ask().grain(Grain.QUARTER))).as("the first quarter begins before the path")
                .containsExactly(Double.NaN, 345.0, 360.0, 360.0);
    }

    @Test
    void boundsOfWhatAddsUpGrowWithThePeriod() {
        assertThat(statuses(flow(status("104")).ask().to("2026-06")))
                .containsExactly("red", "red", "red", "red", "green", "green");
        assertThat(statuses(flow(status("104")).ask().grain(Grain.QUARTER)))
                .containsExactly("red", "green", "green", "green");
    }

    @Test
    void theTargetOfARatioIsTheSameAtEveryGrain() {
        Business share = Business.since("2026-01").input("a", null).input("b", null)
                .kpi("share", null, ratio("a", "b"), target("40%", "2026")).facts("a", months(3)).facts("b", months(3));

        assertThat(targets(share.ask())).containsOnly(0.4);
        assertThat(targets(share.ask().grain(Grain.QUARTER))).containsOnly(0.4);
    }

    /** A balance is no sum of balances: increase monthly recurring revenue by $25K this year. */
    @Test
    void increaseMonthlyRecurringRevenueBy25ThousandThisYear() {
        Business business = Business.since("2025-12").currency("USD").input("mrr", "USD", InputKind.STOCK)
                .kpi("recurring", null, Reference.to("mrr"),
                        new Property.TargetChange(number("25000 USD"), "2026", null, Origin.NONE))
                .facts("mrr", 100_000, 101_000, 105_000);

        assertThat(targets(business.ask().from("2026-06").to("2026-12")))
                .containsExactly(112_500.0, 100_000 + 25_000 * 7 / 12.0, 100_000 + 25_000 * 8 / 12.0, 118_750.0,
                        100_000 + 25_000 * 10 / 12.0, 100_000 + 25_000 * 11 / 12.0, 125_000.0);
        assertThat(targets(business.ask().grain(Grain.QUARTER).from("2026-Q1").to("2026-Q4")))
                .as("the balance at the end of the quarter before")
                .containsExactly(106_250.0, 112_500.0, 118_750.0, 125_000.0);
    }

    /** Decrease the number of days it takes to resolve a customer problem. */
    @Test
    void decreaseTheDaysToResolve() {
        double[] days = {100, 90, 96, 80};
        Business business = Business.since("2026-01").input("days_open", null).input("problems", null)
                .kpi("to_resolve", null, ratio("days_open", "problems"), direction(Property.Better.Way.LOWER, null),
                        new Property.Status(List.of(new Property.Band("better", Comparison.Operator.LESS,
                                number("100%"), true)), "not better", Origin.NONE))
                .facts("days_open", days).facts("problems", 10, 10, 10, 10);

        assertThat(targets(business.ask())).containsExactly(Double.NaN, 10.0, 9.0, 9.6);
        assertThat(statuses(business.ask())).containsExactly("", "better", "not better", "better");
    }

    @Test
    void aDirectionDuringAPeriodIsAwayFromTheValueBeforeIt() {
        Evaluation question = flow(direction(Property.Better.Way.HIGHER, "2026-Q2")).ask();

        assertThat(targets(question.to("2026-07"))).containsExactly(Double.NaN, Double.NaN, Double.NaN, 102.0, 102.0,
                102.0, Double.NaN);
    }

    @Test
    void aChangeInPercentIsAShareOfTheValueThatItStartsFrom() {
        assertThat(targets(flow(less("10%", "2026-Q2")).ask().from("2026-03").to("2026-07")))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
                .containsExactly(Double.NaN, 98.6, 95.2, 91.8, Double.NaN);
        Business churn = Business.since("2025-12").input("a", null).input("b", null)
                .kpi("churn", null, ratio("a", "b"), Business.shownIn(Unit.PERCENT), less("10%", "2026-01"))
                .facts("a", 5, 5).facts("b", 100, 100);
        assertThat(targets(churn.ask()).get(1)).as("a tenth of five percent, not ten points")
                .isCloseTo(0.045, within(1e-12));
    }

    @Test
    void aShareOfNothingIsNoTarget() {
        Business business = Business.since("2025-12").input("a", null)
                .kpi("k", null, Reference.to("a"), less("10%", "2026-01")).facts("a", 0, 5);

        assertThat(targets(business.ask())).containsOnly(Double.NaN);
    }

    @Test
    void eachPeriodIsJudgedByTheDefinitionThatHeldInIt() {
        Business business = Business.since("2026-01").input("sold", null)
                .kpi("sales", null, Reference.to("sold"), until("2026-02"), target("98", null), status("100"))
                .kpi("sales", null, Reference.to("sold"), since("2026-04"), target("76", null), status("200"))
                .facts("sold", months(5));

        assertThat(targets(business.ask())).containsExactly(98.0, 98.0, Double.NaN, 76.0, 76.0);
        assertThat(statuses(business.ask())).containsExactly("green", "green", Scorecard.NO_DATA, "red", "red");
        assertThat(targets(business.ask().asDefinedNow())).containsOnly(76.0);
        assertThat(statuses(business.ask().asDefinedIn("2026-01"))).containsOnly("green");
    }

    @Test
    void anOpenPeriodHasNoStatusButThatItIsOpen() {
        Evaluation question = flow(status("104")).ask().openFrom("2026-06");

        assertThat(statuses(question.from("2026-04").to("2026-07")))
                .containsExactly("red", "green", Scorecard.OPEN, Scorecard.OPEN);
        assertThat(statuses(question.grain(Grain.QUARTER))).as("a quarter of which a month is open")
                .containsExactly("red", Scorecard.OPEN, Scorecard.OPEN, Scorecard.OPEN);
        assertThat(question.run().hasValue(0, 0, 5)).as("it has a value all the same").isTrue();
        assertThat(statuses(flow().ask().openFrom("2026-01"))).as("without bands there is no status").containsOnly("");
    }

    @Test
    void valuesAreComparedWithBaselinesAndBenchmarks() {
        Business business = Business.since("2026-01").input("a", null).input("b", null).input("others", null)
                .kpi("share", null, ratio("a", "b"),
                        new Property.Baseline(Reference.to("start"), "2026-02", Origin.NONE),
                        new Property.Benchmark("industry", number("2.6"), Origin.NONE),
                        new Property.Benchmark(null, Reference.to("others"), Origin.NONE))
                .kpi("start", null, ratio("a", "b"))
                .facts("a", 1, 2, 3).facts("b", 10, 10, 10).facts("others", 7, 8, 9);
        Scorecard scorecard = Scorecard.of(business.ask().run());

        assertThat(scorecard.baselineOr(0, 0, 2, Double.NaN)).isEqualTo(0.2);
        assertThat(scorecard.baselineOr(1, 0, 2, -1)).isEqualTo(-1);
        assertThat(scorecard.benchmarks(0)).containsExactly("industry", "benchmark");
        assertThat(scorecard.benchmarkOr(0, "industry", 0, 1, Double.NaN)).isEqualTo(2.6);
        assertThat(scorecard.benchmarkOr(0, "benchmark", 0, 1, Double.NaN)).isEqualTo(8);
        assertThat(scorecard.benchmarkOr(0, "none", 0, 1, -1)).isEqualTo(-1);
    }

    @Test
    void aBaselineOfWhatAddsUpIsNotComparedWithLongerPeriods() {
        Property baseline = new Property.Baseline(number("90"), "2025-12", Origin.NONE);

        assertThat(Scorecard.of(flow(baseline).ask().run()).baselineOr(0, 0, 0, -1)).isEqualTo(90);
        assertThat(Scorecard.of(flow(baseline).ask().grain(Grain.QUARTER).run()).baselineOr(0, 0, 0, -1)).isEqualTo(-1);
    }
}
