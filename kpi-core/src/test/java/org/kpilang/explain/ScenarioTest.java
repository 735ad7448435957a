package org.kpilang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Decimals;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.facts.Facts;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definitions;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

class ScenarioTest {

    private static final Period QUARTER = Period.parse("2024-Q1");
    private static final Period FEBRUARY = Period.parse("2024-02");

    /** Sales of two regions, customers, a price, a peak and a distinct count. */
    private static Business shop() {
        return Business.since("2024-01").dimensions("region")
                .input("sales", null).input("cost", null).input("customers", null, InputKind.STOCK)
                .input("price", null, InputKind.LEVEL).input("load", null, InputKind.PEAK)
                .input("visitors", null, InputKind.DISTINCT)
                .facts(List.of("north"), "sales", 100, 200, 300)
                .facts(List.of("south"), "sales", 300, 200, 100)
                .facts("cost", 120, 130, 140)
                .facts(List.of("north"), "customers", 10, 20, 30)
                .facts(List.of("south"), "customers", 30, 20, 10)
                .facts("price", 4, 5, 9)
                .facts("load", 7, 9, 8)
                .facts("visitors", 50, 60, 70)
                .kpi("revenue", null, Reference.to("sales"))
                .kpi("margin", null, Business.ratio("sales", "cost"))
                .kpi("held", null, Reference.to("customers"))
                .kpi("paid", null, Reference.to("price"))
                .kpi("top", null, Reference.to("load"))
                .kpi("seen", null, Reference.to("visitors"));
    }

    private static Evaluation monthly(String... kpis) {
        return shop().ask().kpis(kpis);
    }

    private static Comparison comparing(Evaluation question, Assumption... assumptions) {
        Scenario scenario = Scenario.of(question);
        for (Assumption assumption : assumptions) {
            scenario = scenario.suppose(assumption);
        }
        return scenario.compare();
    }

    @Test
    void scalesAFlowAtAllTimesAndInAllSlices() {
        Comparison comparison = comparing(monthly("revenue", "margin"), Assumption.scaled("sales", 1.1));
        assertThat(comparison.actual().value("revenue", "2024-01")).hasValue(400);
        assertThat(comparison.supposed().value("revenue", "2024-01")).hasValue(440);
        assertThat(comparison.difference("revenue", "2024-01")).hasValue(40);
        assertThat(comparison.supposed().value("margin", "2024-03").getAsDouble()).isCloseTo(440.0 / 140, within(1e-15));
    }

    @Test
    void anAmountIsSaidOfEachPeriodThatIsAsked() {
        Comparison months = comparing(monthly("revenue"), Assumption.shifted("sales", 40));
        assertThat(months.difference("revenue", "2024-01")).hasValue(40);
        assertThat(months.difference("revenue", "2024-02")).hasValue(40);
        Comparison quarter = comparing(monthly("revenue").grain(Grain.QUARTER), Assumption.shifted("sales", 40));
        assertThat(quarter.difference("revenue", "2024-Q1")).hasValue(40);
    }

    @Test
    void anAmountOfALongerPeriodIsSpreadInProportion() {
        Comparison comparison = comparing(monthly("revenue").by("region"),
                Assumption.set("sales", 2400).during(QUARTER));
        // Twice what it was, in each month and region.
        assertThat(comparison.supposed().value("revenue", Slice.of("region", "south"), FEBRUARY)).hasValue(400);
        assertThat(comparison.supposed().value("revenue", Slice.TOTAL, Period.parse("2024-01"))).hasValue(800);
    }

    @Test
    void changesOneSliceInSomePeriods() {
        Comparison comparison = comparing(monthly("revenue").by("region"),
                Assumption.shifted("sales", -50).during(FEBRUARY).in(Slice.of("region", "north")));
        assertThat(comparison.supposed().value("revenue", Slice.of("region", "north"), FEBRUARY)).hasValue(150);
        assertThat(comparison.supposed().value("revenue", Slice.of("region", "south"), FEBRUARY)).hasValue(200);
        assertThat(comparison.supposed().value("revenue", "2024-02")).hasValue(350);
        assertThat(comparison.supposed().value("revenue", "2024-03")).hasValue(400);
    }

    @Test
    void aBalanceTakesAnAmountAtEveryTimeOverItsSlices() {
        Comparison months = comparing(monthly("held").by("region"), Assumption.shifted("customers", 8));
        assertThat(months.supposed().value("held", Slice.of("region", "north"), Period.parse("2024-01"))).hasValue(12);
        assertThat(months.difference("held", "2024-03")).hasValue(8);
        Comparison quarter = comparing(monthly("held").grain(Grain.QUARTER),
                Assumption.shifted("customers", 8).during(QUARTER));
        assertThat(quarter.difference("held", "2024-Q1")).hasValue(8);
    }

    @Test
    void levelsAndPeaksTakeAnAmountFactByFact() {
        Comparison comparison = comparing(monthly("paid", "top").grain(Grain.QUARTER), Assumption.shifted("price", 3),
                Assumption.set("load", 20).during(QUARTER));
        assertThat(comparison.supposed().value("paid", "2024-Q1")).hasValue(9);
        assertThat(comparison.supposed().value("top", "2024-Q1")).hasValue(20);
        assertThat(comparing(monthly("top").grain(Grain.QUARTER), Assumption.scaled("load", 2)).supposed()
                .value("top", "2024-Q1")).hasValue(18);
    }

    @Test
    void whatComesToZeroIsRaisedAlike() {
        Evaluation question = Business.since("2024-01").input("gain", null).facts("gain", -5, 5)
                .kpi("gains", null, Reference.to("gain")).ask().grain(Grain.QUARTER);
        Facts changed = Scenario.of(question.from("2024-01").to("2024-02").grain(Grain.MONTH))
                .suppose(Assumption.set("gain", 10).during(Period.parse("2024"))).supposed().facts();
        assertThat(changed.of("gain").orElseThrow().value(0)).isEqualTo(0);
        assertThat(changed.of("gain").orElseThrow().value(1)).isEqualTo(10);
    }

    @Test
    void assumptionsTakeEffectOneAfterTheOther() {
        Comparison comparison = comparing(monthly("revenue"), Assumption.scaled("sales", 0.5),
                Assumption.shifted("sales", 10));
        assertThat(comparison.supposed().value("revenue", "2024-02")).hasValue(210);
    }

    @Test
    void decimalsStayExact() {
        Evaluation question = monthly("revenue").decimals(Decimals.scale(20, RoundingMode.HALF_EVEN));
        Comparison comparison = comparing(question, Assumption.scaled("sales", new BigDecimal("1.00000000000000000001")));
        assertThat(comparison.supposed().decimal("revenue", "2024-01"))
                .hasValue(new BigDecimal("400.00000000000000000400"));
        Comparison third = comparing(question, Assumption.set("sales", new BigDecimal("1000")).during(QUARTER));
        assertThat(third.supposed().decimal("revenue", "2024-01").orElseThrow()
                .add(third.supposed().decimal("revenue", "2024-02").orElseThrow())
                .add(third.supposed().decimal("revenue", "2024-03").orElseThrow()))
                .isCloseTo(new BigDecimal("1000"), within(new BigDecimal("1e-19")));
    }

    @Test
    void theActualFactsStayAsTheyAre() {
        Evaluation question = monthly("revenue");
        Facts before = question.facts();
        comparing(question, Assumption.scaled("sales", 2));
        assertThat(question.facts()).isSameAs(before);
        assertThat(question.run().value("revenue", "2024-01")).hasValue(400);
    }

    @Test
    void changesAConstantAndKeepsItsUnit() {
        Model model = Model.of(Definitions.of(
                new InputDefinition("net", null, InputKind.FLOW, new AbsentRule.Unknown(), null, null, Origin.NONE),
                new ConstantDefinition("vat", Business.number("19%"), Origin.NONE),
                new ConstantDefinition("reduced", Product.of(Reference.to("vat"), Product.Operator.DIVIDED_BY,
                        Business.number("2")), Origin.NONE),
                KpiDefinition.of("tax", Product.of(Reference.to("net"), Product.Operator.TIMES, Reference.to("vat"))),
                KpiDefinition.of("less", Product.of(Reference.to("net"), Product.Operator.TIMES,
                        Reference.to("reduced")))));
        Evaluation question = Evaluation.of(model, Facts.startingAt("2024-01").column("net", 1000).build());
        assertThat(comparing(question, Assumption.set("vat", 0.2)).supposed().value("tax", "2024-01")).hasValue(200);
        assertThat(comparing(question, Assumption.shifted("vat", 0.01)).supposed().value("less", "2024-01"))
                .hasValue(100);
        assertThat(comparing(question, Assumption.scaled("reduced", 2)).supposed().value("less", "2024-01"))
                .hasValue(190);
        assertThat(comparing(question, Assumption.scaled("reduced", 2)).supposed().value("tax", "2024-01"))
                .hasValue(190);
    }

    @Test
    void asksAllOfHistoryByAnotherFormula() {
        Comparison comparison = Scenario.of(monthly("margin"))
                .redefine("margin", Business.ratio("cost", "sales")).compare();
        assertThat(comparison.actual().value("margin", "2024-01").getAsDouble()).isCloseTo(400.0 / 120, within(1e-15));
        assertThat(comparison.supposed().value("margin", "2024-01")).hasValue(0.3);
        assertThat(comparison.supposed().value("margin", "2024-03")).hasValue(0.35);
    }

    @Test
    void saysWhatCannotBeSupposed() {
        Map<Assumption, String> refused = Map.of(
                Assumption.scaled("visitors", 2), "`visitors` is a distinct count",
                Assumption.scaled("margin", 2), "`margin` is a KPI",
                Assumption.scaled("sale", 2), "no input or constant `sale`",
                Assumption.scaled("cost", 2).in(Slice.of("region", "north")), "are not split by region",
                Assumption.scaled("sales", 2).in(Slice.of("region", "west")), "no fact has `west`",
                Assumption.scaled("sales", 2).during(Period.parse("2030-01")), "changes nothing",
                Assumption.scaled("sales", 2).during(Period.parse("2024-02-03")), "not made of whole months",
                Assumption.scaled("sales", 1e308), "too large");
        refused.forEach((assumption, message) -> assertThatThrownBy(() -> comparing(monthly("revenue"), assumption))
                .as(assumption.toString()).isInstanceOf(DiagnosticException.class).hasMessageContaining(message));
    }

    @Test
    void anAssumptionReadsAsItIsMeant() {
        assertThat(Assumption.scaled("sales", 1.1)).hasToString("sales * 1.1");
        assertThat(Assumption.shifted("sales", -5000).during(FEBRUARY, Period.parse("2024-03")))
                .hasToString("sales - 5000 in 2024-02 to 2024-03");
        assertThat(Assumption.set("price", 12).during(QUARTER).in(Slice.of("region", "north")))
                .hasToString("price = 12 in 2024-Q1 for region = north");
        assertThatThrownBy(() -> Assumption.set("price", 12).during(FEBRUARY, Period.parse("2024-01")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ends before");
    }
}
