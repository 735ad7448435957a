package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.kpilang.evaluate.SmallModel.UNKNOWN;
import static org.kpilang.evaluate.SmallModel.minus;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.over;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.testing.FactsArbitrary;
import org.kpilang.testing.KpiArbitraries;
import org.kpilang.time.Grain;
import org.kpilang.time.IsoWeekCalendar;

/** What is made up for the tests of users suits their models. */
class MadeUpValuesProperties {

    private static final Model SHOP = new SmallModel().dimensions("region").flows("revenue", "cost")
            .input("customers", InputKind.STOCK, UNKNOWN)
            .kpi("margin", over(minus(name("revenue"), name("cost")), name("revenue"))).kpi("sales", name("revenue"))
            .build();
    private static final Model WEEKS = new SmallModel()
            .define(new CalendarDefinition(IsoWeekCalendar.INSTANCE, Origin.NONE)).flows("visits")
            .kpi("k", name("visits")).build();

    @Provide
    FactsArbitrary facts() {
        return KpiArbitraries.facts(SHOP);
    }

    @Provide
    FactsArbitrary chosen() {
        return KpiArbitraries.facts(SHOP).by(Grain.WEEK).periods(3, 5).between(10, 20).between("cost", -5, 0).complete()
                .members("region", "north", "south", "west");
    }

    @Provide
    Arbitrary<Facts> weeks() {
        return KpiArbitraries.facts(WEEKS);
    }

    @Provide
    Arbitrary<Expression> formulas() {
        return KpiArbitraries.formulas(SHOP);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aMarginIsAtMostOneAndTheTotalIsTheSumOfTheParts(@ForAll("facts") Facts facts) {
        Result result = Evaluation.of(SHOP, facts).by("region").run();
        for (int period = 0; period < result.periods(); period++) {
            double parts = 0;
            for (int slice = 0; slice < result.slices().size() - 1; slice++) {
                assertThat(result.valueOr(0, slice, period, 0)).isLessThanOrEqualTo(1);
                parts += result.valueOr(1, slice, period, 0);
            }
            assertThat(result.valueOr(1, result.slices().size() - 1, period, 0)).isEqualTo(parts);
        }
        Statistics.label("periods").collect(result.periods() > 12 ? "many" : "few");
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void factsAreAsTheyWereAskedFor(@ForAll("chosen") Facts facts) {
        assertThat(facts.members("region")).containsExactly("north", "south", "west");
        for (String input : facts.inputs()) {
            InputFacts of = facts.of(input).orElseThrow();
            int periods = of.lastPeriod() - of.firstPeriod() + 1;
            assertThat(of.grain()).isEqualTo(Grain.WEEK);
            assertThat(periods).isBetween(3, 5);
            assertThat(of.cells()).isEqualTo(3);
            for (int cell = 0; cell < 3; cell++) {
                assertThat(of.end(cell) - of.start(cell)).isEqualTo(periods);
                for (int fact = of.start(cell); fact < of.end(cell); fact++) {
                    boolean cost = input.equals("cost");
                    assertThat(of.value(fact)).isBetween(cost ? -5.0 : 10.0, cost ? 0.0 : 20.0);
                }
            }
        }
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void factsAreInTheCalendarOfTheModel(@ForAll("weeks") Facts facts) {
        assertThat(Evaluation.of(WEEKS, facts).run().window().firstPeriod()).hasToString("2024-W01");
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyFormulaCanBeAsked(@ForAll("formulas") Expression formula, @ForAll("facts") Facts facts) {
        Model model = new SmallModel().dimensions("region").flows("revenue", "cost")
                .input("customers", InputKind.STOCK, UNKNOWN)
                .kpi("margin", over(minus(name("revenue"), name("cost")), name("revenue")))
                .kpi("sales", name("revenue"))
                .kpi("asked", formula).build();
        Result result = Evaluation.of(model, facts).kpis("asked", "sales").grain(Grain.MONTH)
                .from("2024-01").to("2024-12").by("region").run();
        for (int slice = 0; slice < result.slices().size(); slice++) {
            for (int period = 0; period < result.periods(); period++) {
                assertThat(result.why(0, slice, period).isEmpty()).isEqualTo(result.hasValue(0, slice, period));
            }
        }
        Statistics.label("formulas").collect(formula instanceof Reference ? "a name" : "more");
        Statistics.label("formulas").coverage(coverage -> coverage.check("more").percentage(share -> share > 50));
    }

    /** Most formulas do not fit units; those that are made do. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void formulasSuitUnits(@ForAll("ofUnits") Expression formula) {
        assertThat(formula).isNotNull();
        Statistics.collect(formula instanceof Reference ? "a name" : "more");
        Statistics.coverage(coverage -> coverage.check("more").percentage(share -> share > 30));
    }

    @Provide
    Arbitrary<Expression> ofUnits() {
        return KpiArbitraries.formulas(Business.since("2024-01").currency("USD").unit("customer")
                .input("revenue", "USD").input("cost", "USD").input("customers", "customer").model());
    }

    @Example
    void whatCannotBeMadeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> KpiArbitraries.formulas(new SmallModel().build()));
        assertThatIllegalArgumentException().isThrownBy(() -> KpiArbitraries.facts(SHOP).between("nothing", 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> KpiArbitraries.facts(SHOP).between(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> KpiArbitraries.facts(SHOP).periods(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> KpiArbitraries.facts(SHOP).members("channel", "x"));
    }
}
