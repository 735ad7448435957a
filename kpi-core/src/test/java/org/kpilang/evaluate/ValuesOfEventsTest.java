package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.number;
import static org.kpilang.evaluate.SmallModel.select;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.FactsUpdate;
import org.kpilang.facts.RowTable;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Statistics of a list of values are those of the events in the window and slice, not of other statistics. */
class ValuesOfEventsTest {

    private static Expression ask(String function, Expression... more) {
        Expression[] arguments = new Expression[more.length + 1];
        arguments[0] = name("wait");
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Call.of(function, arguments);
    }

    private static Model model(AbsentRule absent) {
        return new SmallModel().dimensions("team").input("wait", InputKind.VALUES, absent)
                .kpi("median", ask("median")).kpi("p90", ask("quantile", number(0.9)))
                .kpi("mean", ask("avg")).kpi("total", ask("sum")).kpi("events", ask("count"))
                .kpi("shortest", ask("min")).kpi("longest", ask("max")).kpi("spread", ask("stddev"))
                .kpi("within", ask("share_within", number(4)))
                .kpi("quarter", select(ask("median"), SmallModel.last(3, PeriodUnit.MONTH)))
                .build();
    }

    /** In January 1, 9 and 2 of the one team and 4 of the other, in March 100. */
    private static Facts facts(Model model) {
        FactsBuilder builder = Facts.builder(model);
        RowTable table = builder.table("waits", Grain.DAY).dimensions("team").inputs("wait");
        table.row(Period.parse("2024-01-31"), "a").value("wait", 9);
        table.row(Period.parse("2024-01-05"), "a").value("wait", 1);
        table.row(Period.parse("2024-01-05"), "b").value("wait", 4);
        table.row(Period.parse("2024-01-05"), "a").value("wait", 2);
        table.row(Period.parse("2024-03-01"), "b").value("wait", 100);
        return builder.completeFrom(Period.parse("2024-01")).completeTo(Period.parse("2024-03")).build();
    }

    private static Evaluation months(Model model) {
        return Evaluation.of(model, facts(model)).grain(Grain.MONTH);
    }

    @Test
    void eachWindowAndSliceAsksItsOwnEvents() {
        Result result = months(model(SmallModel.ZERO)).by("team").run();
        Period january = Period.parse("2024-01");
        assertThat(result.value("median", Slice.of("team", "a"), january)).hasValue(2);
        assertThat(result.value("median", Slice.of("team", "b"), january)).hasValue(4);
        assertThat(result.value("median", Slice.TOTAL, january)).hasValue(3);
        // Of all five events; the median of the monthly medians would be another.
        assertThat(result.value("quarter", Slice.TOTAL, Period.parse("2024-03"))).hasValue(4);
        assertThat(result.value("p90", Slice.TOTAL, january).orElseThrow()).isCloseTo(7.5, within(1e-12));
        assertThat(result.value("mean", Slice.TOTAL, january)).hasValue(4);
        assertThat(result.value("total", Slice.TOTAL, january)).hasValue(16);
        assertThat(result.value("shortest", Slice.TOTAL, january)).hasValue(1);
        assertThat(result.value("longest", Slice.TOTAL, january)).hasValue(9);
        assertThat(result.value("within", Slice.TOTAL, january)).hasValue(0.75);
        assertThat(result.value("spread", Slice.TOTAL, january).orElseThrow())
                .isCloseTo(Math.sqrt(38 / 3.0), within(1e-12));
    }

    @Test
    void aMonthWithoutEventsHasNoneOfThemAndNoStatistic() {
        Result result = months(model(SmallModel.ZERO)).run();
        assertThat(result.value("events", "2024-02")).hasValue(0);
        assertThat(result.value("total", "2024-02")).hasValue(0);
        assertThat(result.why("median", "2024-02")).singleElement()
                .hasToString("undefined: no event of wait in 2024-02: median(wait) has no value");
        assertThat(result.why("spread", "2024-03")).singleElement()
                .hasToString("undefined: one event of wait in 2024-03: stddev(wait) has no value");
    }

    @Test
    void isUnknownWhereNotAllDaysAreUnlessTheInputSaysOtherwise() {
        Result result = months(model(SmallModel.UNKNOWN)).run();
        assertThat(result.why("median", "2024-01").get(0).toString()).startsWith("unknown: 2 of 31 days of wait");
    }

    @Test
    void staysTheSameWhenItIsWorkedOutAgainOrWithDecimals() {
        Model model = model(SmallModel.ZERO);
        LiveEvaluation live = months(model).live();
        Period january = Period.parse("2024-01");
        live.apply(new FactsUpdate().add("wait", Map.of("team", "b"), Period.parse("2024-01-06"), 3));
        assertThat(live.value("median", Slice.TOTAL, january)).hasValue(3);
        assertThat(live.value("events", Slice.TOTAL, january)).hasValue(5);
        live.apply(new FactsUpdate().set("wait", Map.of("team", "a"), Period.parse("2024-01-05"), 50)
                .remove("wait", Map.of("team", "b"), Period.parse("2024-01-05")));
        // 50, 3 and 9 are left.
        assertThat(live.value("median", Slice.TOTAL, january)).hasValue(9);
        assertThat(Evaluation.of(model, live.facts()).grain(Grain.MONTH).run().value("median", Slice.TOTAL, january))
                .hasValue(9);
    }
}
