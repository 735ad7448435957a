package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.evaluate.Totals;
import org.kpilang.explain.ChangeExplanation;
import org.kpilang.explain.Context;
import org.kpilang.explain.Contribution;
import org.kpilang.explain.Decomposition;
import org.kpilang.explain.Method;
import org.kpilang.explain.Wording;
import org.kpilang.expression.Reference;
import org.kpilang.facts.CsvText;
import org.kpilang.facts.Facts;
import org.kpilang.facts.TextTable;
import org.kpilang.model.Model;
import org.kpilang.time.Period;

/** What moved KPIs that are not plain arithmetic, and those that have no value. */
class WhatMovedTest {

    private static final Context JANUARY = Context.of(Period.parse("2024-01"));
    private static final Context FEBRUARY = Context.of(Period.parse("2024-02"));

    private static Result result(String model, String facts, String... by) {
        Model built = KpiLanguage.model(model);
        return evaluation(built, facts).by(by).totals(Totals.ALL).run();
    }

    private static Evaluation evaluation(Model model, String facts) {
        try {
            return Evaluation.of(model, Facts.builder(model)
                    .read(TextTable.of("facts.csv", CsvText.of(new StringReader(facts)))).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChangeExplanation asked(Result result) {
        return ChangeExplanation.of(result, "k").from(JANUARY).to(FEBRUARY);
    }

    private static Decomposition moved(String model, String facts) {
        return asked(result(model, facts)).decompose();
    }

    /** The rows as {@code label amount}, with so many digits. */
    private static List<String> rows(Decomposition moved) {
        assertThat(moved.refusal()).isEmpty();
        return moved.rows().stream().map(row -> row.label() + " " + shortened(row.amount())).toList();
    }

    private static String shortened(double amount) {
        return Double.toString(Math.rint(amount * 1000) / 1000);
    }

    private static final String TIERED = """
            input volume, fee, bonus : flow
            kpi k = if volume > 100 then volume * fee else volume * bonus
            """;

    @Test
    void aBranchThatIsTakenAtBothEndsMovesTheWhole() {
        assertThat(rows(moved(TIERED, """
                month,volume,fee,bonus
                2024-01,110,2,7
                2024-02,120,3,9
                """))).containsExactly("fee 115.0", "volume 25.0");
    }

    /** 90 times 7 becomes 120 times 3: half of what each branch moved is its own, the rest is that of the condition. */
    @Test
    void anotherBranchHasARowForItsCondition() {
        Decomposition moved = moved(TIERED, """
                month,volume,fee,bonus
                2024-01,90,2,7
                2024-02,120,3,9
                """);
        assertThat(moved.change()).isEqualTo(360 - 630);
        assertThat(rows(moved)).containsExactly("whether volume > 100 -585.0", "volume 157.5", "bonus 105.0", "fee 52.5");
        assertThat(moved.rows().get(0).sort()).isEqualTo(Contribution.Sort.BRANCH);
        assertThat(moved.rows().get(0).before()).isEmpty();
    }

    @Test
    void aBranchThatHasNoValueAtTheOtherEndIsPartOfTheCondition() {
        Decomposition moved = moved(TIERED, """
                month,volume,fee,bonus
                2024-01,90,,7
                2024-02,120,3,9
                """);
        assertThat(rows(moved)).containsExactly("whether volume > 100 -270.0");
    }

    @Test
    void aValueThatAppearsReplacesWhatStoodInForIt() {
        String model = """
                input actual, plan : flow
                kpi k = actual else plan
                """;
        assertThat(rows(moved(model, """
                month,actual,plan
                2024-01,,80
                2024-02,100,90
                """))).containsExactly("whether actual is known 15.0", "plan 5.0");
        assertThat(rows(moved(model, """
                month,actual,plan
                2024-01,,80
                2024-02,,90
                """))).containsExactly("plan 10.0");
    }

    @Test
    void aNewDefinitionHasARow() {
        Decomposition moved = moved("""
                input churned, paused, customers : flow
                kpi k = (churned + paused) / customers { since 2024-02 }
                kpi k = churned / customers { until 2024-01 }
                """, """
                month,churned,paused,customers
                2024-01,4,2,100
                2024-02,6,3,100
                """);
        assertThat(moved.change()).isCloseTo(0.05, within(1e-15));
        assertThat(moved.rows().get(0).label()).isEqualTo("definition of k");
        assertThat(moved.rows().get(0).sort()).isEqualTo(Contribution.Sort.DEFINITION);
        // The old one rises by 0.02 and the new one by 0.03; half of each is that of the inputs.
        assertThat(moved.rows().get(0).amount()).isCloseTo(0.025, within(1e-15));
    }

    @Test
    void anInputUnderTwoSelectorsIsTwoRowsAndOneInput() {
        Result result = result("""
                input revenue "Net revenue" : flow
                kpi k = revenue - revenue[1 month ago]
                """, """
                month,revenue
                2023-12,90
                2024-01,100
                2024-02,130
                """);
        Decomposition moved = asked(result).decompose();
        assertThat(rows(moved)).containsExactly("Net revenue 30.0", "Net revenue, 1 month ago -10.0");
        assertThat(rows(moved.byInput(Wording.of(result.model())))).containsExactly("Net revenue 20.0");
    }

    @Test
    void statisticsAreWholes() {
        assertThat(rows(moved("""
                input a, b : flow
                kpi k = avg(a over 2 months) * b
                """, """
                month,a,b
                2023-12,2,10
                2024-01,4,10
                2024-02,6,10
                """))).containsExactly("avg(a over 2 months) 20.0");
    }

    @Test
    void functionsAreSplitAmongTheirArguments() {
        assertThat(rows(moved("""
                input a, b : flow
                kpi k = max(a, b) ^ 2
                """, """
                month,a,b
                2024-01,3,2
                2024-02,4,5
                """))).containsExactly("b 12.0", "a 4.0");
    }

    @Test
    void zerosAndSignsDoNoHarm() {
        assertThat(rows(moved("""
                input a, b : flow
                kpi k = a * b
                """, """
                month,a,b
                2024-01,0,5
                2024-02,-3,0
                """))).containsExactly("a -7.5", "b 7.5");
    }

    @Test
    void warnsOfADivisorThatChangesItsSign() {
        Decomposition moved = moved("""
                input a, b : flow
                kpi k = a / b
                """, """
                month,a,b
                2024-01,6,2
                2024-02,6,-3
                """);
        assertThat(rows(moved)).containsExactly("b -5.0");
        assertThat(moved.warnings()).containsExactly(
                "b is a divisor that goes from above zero to below zero, so that what inputs add may mislead");
    }

    @Test
    void withoutAValueAtOneEndThereIsTheReason() {
        Decomposition moved = moved("""
                input a, b : flow
                kpi k = a / b
                """, """
                month,a,b
                2024-01,6,0
                2024-02,6,
                """);
        assertThat(moved.rows()).isEmpty();
        assertThat(moved.after()).isEmpty();
        assertThat(moved.refusal()).contains("there is no value in 2024-01: b is 0 in 2024-01;"
                + " there is no value in 2024-02: no fact for b in 2024-02");
        assertThat(moved).hasToString("k: " + moved.refusal().orElseThrow());
    }

    @Test
    void theShapleyValueNeedsAValueOnEveryWay() {
        Result result = result("""
                input a, b : flow
                kpi k = 1 / (a - b)
                """, """
                month,a,b
                2024-01,3,2
                2024-02,5,3
                """);
        assertThat(asked(result).method(Method.SHAPLEY).decompose().refusal())
                .contains("there is no value when some inputs have moved and others have not");
        assertThat(rows(asked(result).decompose())).containsExactly("a -1.0", "b 0.5");
    }

    @Test
    void theShapleyValueIsForFewInputs() {
        String names = "abcdefghijlmn".chars().mapToObj(c -> "" + (char) c).collect(Collectors.joining(","));
        Result result = result("input " + names + " : flow\nkpi k = " + names.replace(",", " + ") + "\n",
                "month," + names + "\n2024-01" + ",1".repeat(13) + "\n2024-02" + ",2".repeat(13) + "\n");
        assertThat(asked(result).method(Method.SHAPLEY).decompose().refusal())
                .contains("13 inputs moved, and at most 12 can be taken in every order");
        assertThat(asked(result).decompose().rows()).hasSize(13);
    }

    private static final String MARGIN = """
            dimension region
            input revenue, cost, plan_revenue, plan_cost : flow
            kpi k "Margin" = (revenue - cost) / revenue { unit percent }
            kpi plan_margin = (plan_revenue - plan_cost) / plan_revenue { unit percent }
            """;
    private static final String REGIONS = """
            month,region,revenue,cost,plan_revenue,plan_cost
            2024-01,EMEA,200,120,210,120
            2024-01,APAC,100,70,100,60
            2024-02,EMEA,220,121,220,120
            2024-02,LATAM,110,66,90,60
            """;

    @Test
    void membersThatComeAndGoAreNamed() {
        Decomposition moved = asked(result(MARGIN, REGIONS, "region")).by("region").decompose();
        assertThat(moved.rows()).extracting(Contribution::label).containsExactlyInAnyOrder("revenue, EMEA", "cost, EMEA",
                "revenue, APAC (gone)", "cost, APAC (gone)", "revenue, LATAM (new)", "cost, LATAM (new)");
        assertThat(moved.rows()).filteredOn(row -> row.label().equals("cost, LATAM (new)")).singleElement()
                .satisfies(row -> {
                    assertThat(row.sort()).isEqualTo(Contribution.Sort.NEW);
                    assertThat(row.member()).isEqualTo("LATAM");
                    assertThat(row.before()).isEmpty();
                    assertThat(row.after()).hasValue(66);
                });
        assertThat(moved.rows().stream().mapToDouble(Contribution::amount).sum())
                .isCloseTo(moved.change(), within(1e-15));
        assertThat(moved.byMember().rows()).extracting(Contribution::label)
                .containsExactlyInAnyOrder("EMEA", "APAC", "LATAM");
    }

    @Test
    void inputsThatAreNotTheSumOfTheirMembersStayWhole() {
        Decomposition moved = asked(result("""
                dimension region
                input price : level weighted by units
                input units : flow
                kpi k = price * units[all region]
                """, """
                month,region,price,units
                2024-01,EMEA,10,5
                2024-01,APAC,20,5
                2024-02,EMEA,11,5
                2024-02,APAC,20,7
                """, "region")).by("region").decompose();
        assertThat(moved.rows()).extracting(Contribution::label).containsExactly("units, all region", "price");
    }

    @Test
    void aTargetOfTheSameShapeIsComparedInputByInput() {
        Result result = result(MARGIN, REGIONS);
        Decomposition moved = ChangeExplanation.fromTarget(result, Reference.to("plan_margin"), "k").in(FEBRUARY)
                .decompose();
        assertThat(moved.rows()).extracting(Contribution::label)
                .containsExactlyInAnyOrder("revenue against plan revenue", "cost against plan cost");
        assertThat(moved.from().label()).isEqualTo("target in 2024-02");
        assertThat(moved.before()).hasValue((310.0 - 180) / 310);
        assertThat(moved.rows().stream().mapToDouble(Contribution::amount).sum())
                .isCloseTo(moved.change(), within(1e-15));
    }

    @Test
    void anotherTargetIsOneRow() {
        Result result = result(MARGIN, REGIONS);
        Decomposition moved = ChangeExplanation.fromTarget(result, Reference.to("plan_cost"), "k").in(FEBRUARY)
                .decompose();
        assertThat(moved.rows()).singleElement().satisfies(row -> {
            assertThat(row.label()).isEqualTo("Margin");
            assertThat(row.sort()).isEqualTo(Contribution.Sort.TOGETHER);
            assertThat(row.amount()).isEqualTo(moved.change());
        });
    }

    @Test
    void slicesAreComparedLikePeriods() {
        Result result = result(MARGIN, REGIONS, "region");
        Decomposition moved = ChangeExplanation.of(result, "k")
                .from(new Context(Slice.of("region", "EMEA"), JANUARY.period()))
                .to(new Context(Slice.of("region", "APAC"), JANUARY.period())).decompose();
        assertThat(moved.change()).isCloseTo(-0.1, within(1e-15));
        assertThat(rows(moved)).containsExactly("revenue -0.475", "cost 0.375");
    }

    @Test
    void anotherSetOfFactsIsComparedLikeAnotherPeriod() {
        Model model = KpiLanguage.model(MARGIN);
        Result actual = evaluation(model, REGIONS).run();
        Result scenario = evaluation(model, REGIONS.replace("121", "99")).run();
        Decomposition moved = ChangeExplanation.between(actual, "actual", scenario, "scenario", "k").in(FEBRUARY)
                .decompose();
        assertThat(rows(moved)).containsExactly("cost 0.067");
        assertThat(moved.to().label()).isEqualTo("scenario in 2024-02");
    }

    private static final String PRODUCTS = """
            dimension product
            input price : level weighted by units
            input units : flow
            kpi k = price * units
            """;

    /** The example data of accountancyindex.com. */
    private static final String SALES = """
            month,product,price,units
            2024-01,a,10,1000
            2024-01,b,15,800
            2024-01,c,20,500
            2024-02,a,11,1000
            2024-02,b,15,700
            2024-02,c,23,800
            """;

    @Test
    void priceVolumeMixIsAViewOfPriceTimesQuantity() {
        Result result = result(PRODUCTS, SALES, "product");
        Decomposition moved = asked(result).method(Method.PRICE_VOLUME_MIX).by("product").decompose();
        assertThat(rows(moved)).containsExactly("price 3400.0", "volume 2782.609", "mix 1717.391");
        Decomposition lmdi = asked(result).method(Method.LMDI).by("product").decompose();
        assertThat(lmdi.rows()).extracting(Contribution::label).containsExactlyInAnyOrder("price", "units");
        assertThat(lmdi.rows().stream().mapToDouble(Contribution::amount).sum()).isCloseTo(7900, within(1e-9));
    }

    @Test
    void newAndDiscontinuedProductsHaveRowsOfTheirOwn() {
        Result result = result(PRODUCTS, SALES.replace("2024-01,a,10,1000\n", "").replace("2024-02,c,23,800\n", ""),
                "product");
        for (Method method : List.of(Method.PRICE_VOLUME_MIX, Method.LMDI)) {
            assertThat(rows(asked(result).method(method).by("product").decompose()))
                    .contains("new 11000.0", "discontinued -10000.0");
        }
    }

    @Test
    void namedViewsNeedAKpiOfTheirShape() {
        Result result = result(MARGIN, REGIONS, "region");
        assertThat(asked(result).method(Method.LMDI).by("region").decompose().refusal())
                .contains("the KPI is no product that adds up over the members of the dimension");
        assertThat(asked(result).method(Method.PRICE_VOLUME_MIX).decompose().refusal())
                .contains("it was not said by which dimension");
    }

    @Test
    void refusesWhatWasNotAsked() {
        Result result = result(MARGIN, REGIONS);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> ChangeExplanation.of(result, "z"));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> asked(result).to("2025-01").decompose());
        assertThatIllegalArgumentException().isThrownBy(() -> asked(result).by("region"));
        assertThatIllegalStateException().isThrownBy(() -> ChangeExplanation.of(result, "k").decompose());
    }
}
