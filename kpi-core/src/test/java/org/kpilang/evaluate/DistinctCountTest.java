package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.select;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Different buyers of a small shop, by day. */
class DistinctCountTest {

    private static SmallModel model(AbsentRule absent) {
        return new SmallModel().dimensions("region").input("buyers", InputKind.DISTINCT, absent)
                .kpi("day", name("buyers"))
                .kpi("twoDays", select(name("buyers"), last(2, PeriodUnit.DAY)));
    }

    /** Ann on the 1st and 2nd, Bob on the 1st, Cid on the 4th; Bob is in the south. */
    private static FactsBuilder facts(Model model) {
        FactsBuilder builder = Facts.builder(model);
        builder.table("sales", Grain.DAY).dimensions("region").identities("buyers")
                .row(Period.parse("2024-01-04"), "north").identity("buyers", "Cid")
                .row(Period.parse("2024-01-01"), "north").identity("buyers", "Ann")
                .row(Period.parse("2024-01-01"), "south").identity("buyers", "Bob")
                .row(Period.parse("2024-01-01"), "north").identity("buyers", "Ann")
                .row(Period.parse("2024-01-02"), "north").identity("buyers", "Ann");
        return builder;
    }

    private static String series(AbsentRule absent, String kpi) {
        Model model = model(absent).build();
        return Evaluation.of(model, facts(model).build()).run().series(kpi).toString();
    }

    @Test
    void aDayWithoutEventsIsUnknownUnlessTheInputSaysOtherwise() {
        assertThat(series(SmallModel.UNKNOWN, "day"))
                .isEqualTo("2024-01-01 2.0, 2024-01-02 1.0, 2024-01-03 unknown, 2024-01-04 1.0");
        assertThat(series(SmallModel.UNKNOWN, "twoDays"))
                .isEqualTo("2024-01-01 unknown, 2024-01-02 2.0, 2024-01-03 unknown, 2024-01-04 unknown");
        assertThat(series(SmallModel.ZERO, "day"))
                .isEqualTo("2024-01-01 2.0, 2024-01-02 1.0, 2024-01-03 0.0, 2024-01-04 1.0");
        assertThat(series(SmallModel.ZERO, "twoDays"))
                .isEqualTo("2024-01-01 unknown, 2024-01-02 2.0, 2024-01-03 1.0, 2024-01-04 1.0");
        // In the north Ann is there until Cid is; in the south Bob stays.
        assertThat(series(new AbsentRule.CarriesForward(0), "day"))
                .isEqualTo("2024-01-01 2.0, 2024-01-02 2.0, 2024-01-03 2.0, 2024-01-04 2.0");
        assertThat(series(new AbsentRule.CarriesForward(1), "twoDays"))
                .isEqualTo("2024-01-01 unknown, 2024-01-02 2.0, 2024-01-03 2.0, 2024-01-04 2.0");
    }

    @Test
    void saysWhyThereIsNoCount() {
        Model model = model(SmallModel.UNKNOWN).build();
        Result result = Evaluation.of(model, facts(model).build()).from("2023-12-31").to("2024-01-05").run();

        assertThat(result.why("day", "2024-01-03")).singleElement()
                .hasToString("unknown: no fact for buyers in 2024-01-03");
        assertThat(result.why("twoDays", "2024-01-04")).singleElement().hasToString("unknown: 1 of 2 days of buyers are "
                + "known in 2024-01-03 to 2024-01-04; the first without a fact is 2024-01-03");
        assertThat(result.why("day", "2023-12-31").get(0).toString()).contains("no facts before 2024-01-01");
        assertThat(result.why("day", "2024-01-05").get(0).toString()).contains("no facts after 2024-01-04");
    }

    @Test
    void countsAnySliceAnew() {
        Selector.Slice either = new Selector.Slice(new SliceCondition.AnyOf(List.of(
                new SliceCondition.Membership("region", List.of("south"), false),
                new SliceCondition.Bound("region", Comparison.Operator.LESS, "o"))));
        Model model = model(SmallModel.ZERO)
                .kpi("share", over(name("buyers"), select(name("buyers"), new Selector.All(List.of()))))
                .kpi("either", select(name("buyers"), either))
                .build();
        Result result = Evaluation.of(model, facts(model).completeTo(Period.parse("2024-01")).build())
                .grain(Grain.MONTH).by("region").run();
        Period january = Period.parse("2024-01");

        assertThat(result.value("day", Slice.of("region", "north"), january)).hasValue(2);
        assertThat(result.value("day", Slice.of("region", "south"), january)).hasValue(1);
        assertThat(result.value("day", Slice.TOTAL, january)).hasValue(3);
        assertThat(result.value("share", Slice.of("region", "north"), january)).hasValue(2.0 / 3);
        assertThat(result.value("either", Slice.TOTAL, january)).hasValue(3);
    }

    @Test
    void countsOfCountsHaveNoValue() {
        Model model = model(SmallModel.ZERO).build();
        FactsBuilder builder = Facts.builder(model);
        builder.table("counts", Grain.DAY).dimensions("region").inputs("buyers")
                .row(Period.parse("2024-01-01"), "north").value("buyers", 1)
                .row(Period.parse("2024-01-01"), "south").value("buyers", 1);
        Result result = Evaluation.of(model, builder.build()).run();

        assertThat(result.why("day", "2024-01-01")).singleElement().hasToString("unknown: buyers is a distinct count, "
                + "and its slices cannot be put together unless it comes as events");
    }

    @Test
    void standsBesideFlowsOfATableByMonth() {
        Model model = new SmallModel().input("buyers", InputKind.DISTINCT, SmallModel.ZERO).flows("revenue")
                .kpi("perBuyer", over(name("revenue"), name("buyers"))).build();
        FactsBuilder builder = Facts.builder(model).startingAt("2024-01").column("revenue", 30, 50);
        RowTable sales = builder.table("sales", Grain.DAY).identities("buyers");
        for (String day : List.of("2024-01-03", "2024-01-20", "2024-01-20", "2024-02-02", "2024-02-29")) {
            sales.row(Period.parse(day)).identity("buyers", day.substring(0, 9));
        }
        Result result = Evaluation.of(model, builder.completeFrom(Period.parse("2024-01")).build()).run();

        assertThat(result.window()).hasToString("2024-01 to 2024-02");
        assertThat(result.series("perBuyer")).hasToString("2024-01 15.0, 2024-02 25.0");
    }

    /** Windows of five years take no longer than those of three days, where a pass for each would take 600 times as long. */
    @Test
    void longWindowsTakeNoLongerThanShortOnes() {
        Model model = new SmallModel().dimensions("region").input("buyers", InputKind.DISTINCT, SmallModel.ZERO)
                .kpi("short", select(name("buyers"), last(3, PeriodUnit.DAY)))
                .kpi("long", select(name("buyers"), last(1826, PeriodUnit.DAY))).build();
        FactsBuilder builder = Facts.builder(model);
        RowTable sales = builder.table("sales", Grain.DAY).dimensions("region").identities("buyers");
        Period first = Period.parse("2010-01-01");
        for (int day = 0; day < 3652; day++) {
            for (int buyer = 0; buyer < 40; buyer++) {
                // Each comes again after 400 days.
                sales.row(first.plus(day), "r" + buyer).identity("buyers", day % 400 * 40 + buyer);
            }
        }
        Evaluation evaluation = Evaluation.of(model, builder.build()).by("region");
        Result result = evaluation.kpis("long").run();

        assertThat(result.slices()).hasSize(41);
        assertThat(result.value("long", Slice.TOTAL, first.plus(3651))).hasValue(400 * 40);
        assertThat(result.value("long", Slice.of("region", "r5"), first.plus(3000))).hasValue(400);
        assertThat(result.value("long", Slice.TOTAL, first.plus(1824))).isEmpty();
        assertThat(best(evaluation.kpis("long"))).isLessThan(20 * best(evaluation.kpis("short")));
    }

    private static long best(Evaluation evaluation) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            long start = System.nanoTime();
            evaluation.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    @Test
    void identitiesAreNothingToAFlow() {
        Model model = new SmallModel().flows("buyers").kpi("k", name("buyers")).build();
        FactsBuilder builder = Facts.builder();
        builder.table("sales", Grain.DAY).identities("buyers").row(Period.parse("2024-01-01")).identity("buyers", 1);
        Facts facts = builder.build();

        assertThatThrownBy(() -> Evaluation.of(model, facts).run()).isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("`buyers` is a flow, but its facts are identities");
    }
}
