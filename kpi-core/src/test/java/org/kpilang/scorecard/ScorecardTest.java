package org.kpilang.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.kpilang.testing.Business.number;
import static org.kpilang.testing.Business.ratio;
import static org.kpilang.testing.Business.shownIn;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.Reference;
import org.kpilang.expression.SliceCondition;
import org.kpilang.facts.Facts;
import org.kpilang.model.Property;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

class ScorecardTest {

    private static final SliceCondition EMEA = is("region", "EMEA");

    private static Property.Target target(String value) {
        return target(value, null, null);
    }

    private static Property.Target target(String value, @Nullable String by, @Nullable SliceCondition slice) {
        return new Property.Target(number(value), by, null, null, slice, Origin.NONE);
    }

    private static Property.Target path(String from, String start, String value, String by) {
        return new Property.Target(number(value), by, number(from), start, null, Origin.NONE);
    }

    private static Property.TargetChange change(Expression change, String during) {
        return new Property.TargetChange(change, during, null, Origin.NONE);
    }

    private static SliceCondition is(String dimension, String... members) {
        return new SliceCondition.Membership(dimension, List.of(members), false);
    }

    private static Property.Band band(String status, Comparison.Operator operator, String bound) {
        return new Property.Band(status, operator, number(bound), false);
    }

    private static Property.Band ofTarget(String status, Comparison.Operator operator, String bound) {
        return new Property.Band(status, operator, number(bound), true);
    }

    private static Property.Status status(@Nullable String otherwise, Property.Band... bands) {
        return new Property.Status(List.of(bands), otherwise, Origin.NONE);
    }

    /** Sales in USD, month by month. */
    private static Business sales(String first, double[] values, Property... properties) {
        return Business.since(first).currency("USD").input("sold", "USD")
                .kpi("sales", null, Reference.to("sold"), properties).facts("sold", values);
    }

    private static double[] months(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = 100 + i;
        }
        return values;
    }

    private static List<Double> targets(Result result) {
        Scorecard scorecard = Scorecard.of(result);
        List<Double> targets = new ArrayList<>();
        for (int period = 0; period < result.periods(); period++) {
            targets.add(scorecard.targetOr(0, result.slices().size() - 1, period, Double.NaN));
        }
        return targets;
    }

    private static List<Double> targetsBySlice(Result result) {
        Scorecard scorecard = Scorecard.of(result);
        List<Double> targets = new ArrayList<>();
        for (int slice = 0; slice < result.slices().size(); slice++) {
            targets.add(scorecard.targetOr(0, slice, 0, Double.NaN));
        }
        return targets;
    }

    @Test
    void aConstantHoldsInEveryPeriodWithOrWithoutADueDate() {
        assertThat(targets(sales("2026-01", months(3), target("120")).ask().run()))
                .containsExactly(120.0, 120.0, 120.0);
        assertThat(targets(sales("2026-01", months(3), target("120", "2026-02", null)).ask().run()))
                .containsExactly(120.0, 120.0, 120.0);
    }

    @Test
    void aFormulaIsAskedInTheContextOfTheCell() {
        Business business = Business.since("2026-01").currency("USD").dimensions("region")
                .input("sold", "USD").input("plan", "USD")
                .kpi("sales", null, Reference.to("sold"),
                        new Property.Target(Reference.to("plan"), null, null, null, null, Origin.NONE))
                .facts(List.of("Americas"), "sold", 1, 2, 3).facts(List.of("EMEA"), "sold", 4, 5, 6)
                .facts(List.of("Americas"), "plan", 10, 20, 30).facts(List.of("EMEA"), "plan", 40, Double.NaN, 60);

        assertThat(targetsBySlice(business.ask().by("region").run())).containsExactly(10.0, 40.0, 50.0);
        assertThat(targets(business.ask().run())).containsExactly(50.0, 20.0, 90.0);
        assertThat(targets(business.ask().grain(Grain.QUARTER).run())).containsExactly(160.0);
    }

    @Test
    void aPathIsAStraightLineByPeriodsAndStaysWhereItEnds() {
        double[] path = {Double.NaN, 14, 13.2, 12.4, 11.6, 10.8, 10, 10};
        Business business = sales("2025-12", months(8), path("14", "2026-01", "10", "2026-06"));

        List<Double> targets = targets(business.ask().run());

        for (int i = 0; i < path.length; i++) {
            assertThat(targets.get(i)).isCloseTo(path[i], within(1e-12));
        }
    }

    @Test
    void aPathIsTheSameLineAtEveryGrain() {
        Property path = path("38", "2024", "42", "2025-12");
        Business business = Business.since("2024-10").input("a", null).input("b", null)
                .kpi("share", null, ratio("a", "b"), path).facts("a", months(18)).facts("b", months(18));

        assertThat(targets(business.ask().from("2025-06").to("2025-06").run())).containsExactly(40.0);
        assertThat(targets(business.ask().grain(Grain.QUARTER).run()))
                .containsExactly(38.0, 39.0, 40.0, 41.0, 42.0, 42.0);
        assertThat(targets(business.ask().grain(Grain.YEAR).from("2024").to("2026").run()))
                .containsExactly(38.0, 42.0, 42.0);
    }

    @Test
    void thePathStartsAtTheValueOfItsStartEvenBeforeWhatIsAsked() {
        Business business = sales("2026-01", months(12), new Property.Target(number("200"), "2026-11",
                Reference.to("sales_before"), "2026-01", null, Origin.NONE))
                .kpi("sales_before", null, Reference.to("sold"));

        assertThat(targets(business.ask().kpis("sales").run()).subList(0, 3)).containsExactly(100.0, 110.0, 120.0);
        assertThat(targets(business.ask().kpis("sales").from("2026-03").to("2026-04").run()))
                .containsExactly(120.0, 130.0);
    }

    @Test
    void aChangeRisesFromTheValueBefore() {
        Business business = sales("2025-11", months(16), change(number("24 USD"), "2026"));

        List<Double> targets = targets(business.ask().run());

        assertThat(targets.subList(0, 2)).containsOnly(Double.NaN);
        assertThat(targets.subList(2, 5)).containsExactly(103.0, 105.0, 107.0);
        assertThat(targets.get(13)).isEqualTo(125.0);
        assertThat(targets.subList(14, 16)).containsOnly(Double.NaN);
        assertThat(targets(business.ask().from("2026-12").to("2026-12").run())).containsExactly(125.0);
        assertThat(targets(business.ask().grain(Grain.QUARTER).from("2026-Q1").to("2026-Q1").run()))
                .as("the quarter before is not complete").containsExactly(Double.NaN);
    }

    @Test
    void aDecreaseAndAChangeInPoints() {
        Property decrease = change(new Negation(number("12 USD"), Origin.NONE), "2026");
        assertThat(targets(sales("2025-12", months(3), decrease).ask().run())).containsExactly(Double.NaN, 99.0, 98.0);
        Business margin = Business.since("2025-Q4").input("a", null).input("b", null)
                .kpi("share", null, ratio("a", "b"), shownIn(Unit.PERCENT), change(number("4 points"), "2026"))
                .facts("a", 1, 1).facts("b", 2, 2);

        assertThat(targets(margin.ask().run())).containsExactly(Double.NaN, 0.51);
    }

    @Test
    void aChangeWithoutAValueBeforeIsNoTarget() {
        assertThat(targets(sales("2026-01", months(2), change(number("24 USD"), "2026")).ask().run()))
                .containsOnly(Double.NaN);
        Property withinAQuarter = change(number("24 USD"), "2026-Q3");
        assertThat(targets(sales("2025-06", months(18), withinAQuarter).ask().grain(Grain.YEAR).run()))
                .as("a change within a quarter says nothing of a year").containsOnly(Double.NaN);
    }

    @Test
    void theNextDueTargetCountsThenTheLastThenTheOneWithoutADate() {
        Property[] targets = {target("1"), target("3", "2026-04", null), target("2", "2026-02", null)};

        assertThat(targets(sales("2026-01", months(6), targets).ask().run()))
                .containsExactly(2.0, 2.0, 3.0, 3.0, 3.0, 3.0);
        assertThat(targets(sales("2026-01", months(1), target("1"), path("5", "2026-02", "6", "2026-04")).ask().run()))
                .as("before the path begins").containsExactly(1.0);
    }

    @Test
    void aConstantOfWhatAddsUpIsForTheWholeAlone() {
        Business business = Business.since("2026-01").currency("USD").dimensions("region", "channel")
                .input("sold", "USD")
                .kpi("sales", null, Reference.to("sold"), target("100"), target("40", null, EMEA))
                .facts(List.of("Americas", "ads"), "sold", 1).facts(List.of("EMEA", "ads"), "sold", 2);

        assertThat(targetsBySlice(business.ask().by("region").run())).containsExactly(Double.NaN, 40.0, 100.0);
        assertThat(targetsBySlice(business.ask().by("region", "channel").run()))
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, 40.0, 100.0);
    }

    @Test
    void aConstantOfAShareIsForEveryPartAndTheMostSpecificCounts() {
        Property[] targets = {target("10%"), target("12%", null, is("region", "EMEA", "Americas")),
            target("14%", null, EMEA),
            target("16%", null, new SliceCondition.AllOf(List.of(EMEA, is("channel", "ads")))),
            target("18%", null, new SliceCondition.Bound("region", Comparison.Operator.AT_MOST, "B"))};
        Business business = Business.since("2026-01").dimensions("region", "channel").input("a", null).input("b", null)
                .kpi("share", null, ratio("a", "b"), targets);
        for (String region : List.of("Africa", "Americas", "EMEA", "Oceania")) {
            business.facts(List.of(region, "ads"), "a", 1).facts(List.of(region, "ads"), "b", 10);
        }

        assertThat(targetsBySlice(business.ask().by("region").run())).containsExactly(0.18, 0.12, 0.14, 0.1, 0.1);
        assertThat(targetsBySlice(business.ask().by("region", "channel").run()).subList(4, 6))
                .containsExactly(0.16, 0.14);
    }

    @ParameterizedTest(name = "{0} is {1}, {2} with one bound alone")
    @CsvSource({"96, positive, positive", "95, positive, positive", "90, neutral, neutral", "85, neutral, neutral",
        "75, critical, neutral", "70, critical, neutral", "60, negative, neutral"})
    void higherIsBetter(double value, String all, String acceptanceAlone) {
        assertThat(judged(value, status("negative", band("positive", Comparison.Operator.AT_LEAST, "95"),
                band("neutral", Comparison.Operator.AT_LEAST, "85"),
                band("critical", Comparison.Operator.AT_LEAST, "70")))).isEqualTo(all);
        assertThat(judged(value, status("neutral", band("positive", Comparison.Operator.AT_LEAST, "95"))))
                .isEqualTo(acceptanceAlone);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"4, positive", "5, positive", "10, neutral", "15, neutral", "25, critical", "30, critical",
        "40, negative"})
    void lowerIsBetter(double value, String expected) {
        assertThat(judged(value, status("negative", band("positive", Comparison.Operator.AT_MOST, "5"),
                band("neutral", Comparison.Operator.AT_MOST, "15"),
                band("critical", Comparison.Operator.AT_MOST, "30")))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"41.9999999, red", "42, green", "42.0000001, green"})
    void valuesAreComparedAsTheyAreAndNotAsTheyAreShown(double value, String expected) {
        assertThat(judged(value, status("red", band("green", Comparison.Operator.AT_LEAST, "42")))).isEqualTo(expected);
    }

    @Test
    void theFirstBandFromTheLeftDecides() {
        assertThat(judged(50, status("red", band("amber", Comparison.Operator.AT_LEAST, "10"),
                band("green", Comparison.Operator.AT_LEAST, "40")))).isEqualTo("amber");
    }

    @Test
    void withoutABandThatHoldsThereIsNoStatus() {
        assertThat(judged(5, status(null, band("green", Comparison.Operator.AT_LEAST, "10")))).isEmpty();
        assertThat(judged(5)).isEmpty();
    }

    @Test
    void withoutAValueThereIsNoDataIfAnythingIsJudged() {
        Property status = status("red", band("green", Comparison.Operator.AT_LEAST, "10"));

        assertThat(judged(Double.NaN, status)).isEqualTo(Scorecard.NO_DATA);
        assertThat(judged(Double.NaN)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"7, green", "6.9999999, amber", "5, amber", "4.9999999, red"})
    void aBoundMayBeAShareOfTheTarget(double value, String expected) {
        // In binary fractions 7% of 100 is a little more than 7.
        assertThat(judged(value, target("100"), status("red", ofTarget("green", Comparison.Operator.AT_LEAST, "7%"),
                ofTarget("amber", Comparison.Operator.AT_LEAST, "5%")))).isEqualTo(expected);
    }

    @Test
    void aShareOfATargetThatDoesNotHoldYetIsNoStatus() {
        assertThat(judged(5, path("1", "2027-01", "2", "2027-12"),
                status("red", ofTarget("green", Comparison.Operator.AT_LEAST, "100%")))).isEmpty();
    }

    private static String judged(double value, Property... properties) {
        Result result = sales("2026-01", new double[] {value}, properties).ask().run();
        return Scorecard.of(result).status("sales", "2026-01").orElse("");
    }

    @Test
    void cellsAreFoundByNameAndByNumber() {
        Result result = sales("2026-01", months(2), target("101"),
                status("red", band("green", Comparison.Operator.AT_LEAST, "101"))).ask().run();
        Scorecard scorecard = Scorecard.of(result);

        assertThat(scorecard.result()).isSameAs(result);
        assertThat(scorecard.target("sales", "2026-02")).hasValue(101);
        assertThat(scorecard.target("sales", Slice.TOTAL, Period.parse("2026-02"))).hasValue(101);
        assertThat(scorecard.status("sales", "2026-01")).hasValue("red");
        assertThat(scorecard.status(0, 0, 1)).hasValue("green");
        assertThat(scorecard.declaresTarget(0)).isTrue();
        assertThat(scorecard.declaresStatus(0)).isTrue();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> scorecard.target("sold", "2026-01"))
                .withMessage("the KPI sold was not asked");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> scorecard.status("sales", "2026-03"))
                .withMessage("the period 2026-03 was not asked");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> scorecard.target("sales", Slice.of("region", "EMEA"), Period.parse("2026-01")))
                .withMessage("the slice region = EMEA was not asked");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> scorecard.targetOr(0, 1, 0, 0));
    }

    @Test
    void aYearlyPlanIsNoTargetForAMonth() {
        Business business = Business.since("2026-01").input("sold", null).input("plan", null)
                .kpi("sales", null, Reference.to("sold"),
                        new Property.Target(Reference.to("plan"), null, null, null, null, Origin.NONE))
                .facts("sold", 1);
        Result result = Evaluation.of(business.model(),
                Facts.builder(business.model()).column("sold", Period.parse("2026-01"), 1)
                        .column("plan", Period.parse("2026"), 12).build()).run();

        assertThat(Scorecard.of(result).target("sales", "2026-01")).isEmpty();
        assertThat(result.ask(List.of(Reference.to("plan"))).why(0, 0, 0)).singleElement()
                .hasToString("unknown: the facts of plan are given by year and do not tell of a month");
    }
}
