package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kpilang.evaluate.SmallModel.ago;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.number;
import static org.kpilang.evaluate.SmallModel.plus;
import static org.kpilang.evaluate.SmallModel.select;
import static org.kpilang.evaluate.SmallModel.statistic;
import static org.kpilang.evaluate.SmallModel.times;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.series.Absence;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Twelve months of 1, 2, 3, ... which count once up to June, and a hundred times from July on. */
class VersionsTest {

    private static KpiDefinition version(String name, Expression formula, @Nullable String since,
            @Nullable String until) {
        List<Property> said = new ArrayList<>();
        if (since != null) {
            said.add(new Property.Since(since, Origin.NONE));
        }
        if (until != null) {
            said.add(new Property.Until(until, Origin.NONE));
        }
        return new KpiDefinition(name, null, null, formula, said, Origin.NONE);
    }

    private static SmallModel changed() {
        return new SmallModel().flows("a")
                .define(version("k", times(name("a"), number(100)), "2024-07", null))
                .define(version("k", name("a"), null, "2024-06"));
    }

    private static Evaluation ask(SmallModel model) {
        Model built = model.build();
        return Evaluation.of(built, Facts.startingAt("2024-01").column("a", months()).build());
    }

    private static double[] months() {
        return DoubleStream.iterate(1, month -> month + 1).limit(12).toArray();
    }

    private static double value(Evaluation question, String kpi, String period) {
        return question.run().value(kpi, period).orElse(Double.NaN);
    }

    @Test
    void eachPeriodIsWorkedOutByTheDefinitionThatHeldInIt() {
        Evaluation question = ask(changed());

        assertThat(value(question, "k", "2024-06")).isEqualTo(6);
        assertThat(value(question, "k", "2024-07")).isEqualTo(700);
        assertThat(question.run().version(0, 5).orElseThrow().validity()).isEqualTo("until 2024-06");
        assertThat(question.run().version(0, 6).orElseThrow().validity()).isEqualTo("since 2024-07");
    }

    @Test
    void orByTheLatestOrThatOfAPeriod() {
        assertThat(value(ask(changed()).asDefinedNow(), "k", "2024-02")).isEqualTo(200);
        assertThat(value(ask(changed()).asDefinedIn("2024-01"), "k", "2024-12")).isEqualTo(12);
        assertThat(value(ask(changed()).asDefinedIn("2024"), "k", "2024-01")).isEqualTo(100);
    }

    @Test
    void aWindowOverAChangeTakesTheDefinitionAtItsEnd() {
        Evaluation question = ask(changed().kpi("three", select(name("k"), last(3, PeriodUnit.MONTH))));

        assertThat(value(question, "three", "2024-06")).isEqualTo(4 + 5 + 6);
        assertThat(value(question, "three", "2024-08")).isEqualTo(100 * (6 + 7 + 8));
        assertThat(value(question.grain(Grain.QUARTER), "k", "2024-Q2")).isEqualTo(15);
        assertThat(value(question.grain(Grain.YEAR), "k", "2024")).isEqualTo(7800);
    }

    @Test
    void aSelectorLeadsToTheDefinitionOfThatTime() {
        Evaluation question = ask(changed()
                .kpi("before", select(name("k"), ago(6, PeriodUnit.MONTH)))
                .kpi("to_date", select(select(name("k"), new Selector.ToDate(PeriodUnit.YEAR)),
                        ago(2, PeriodUnit.MONTH))));

        assertThat(value(question, "before", "2024-12")).isEqualTo(6);
        assertThat(value(question, "to_date", "2024-08")).isEqualTo(21);
        assertThat(value(question, "to_date", "2024-09")).isEqualTo(2800);
        assertThat(value(question.asDefinedNow(), "before", "2024-12")).isEqualTo(600);
    }

    @Test
    void aStatisticAsksEachPeriodByItsOwnDefinition() {
        Evaluation question = ask(changed().kpi("most", statistic("max", name("k"),
                new Stretch.Periods(3, PeriodUnit.MONTH, 0))).kpi("first", statistic("first", name("k"),
                        new Stretch.Everything(0))));

        assertThat(value(question, "most", "2024-06")).isEqualTo(6);
        assertThat(value(question, "most", "2024-08")).isEqualTo(800);
        assertThat(value(question, "first", "2024-08")).isEqualTo(1);
        assertThat(value(question.asDefinedNow(), "first", "2024-08")).isEqualTo(100);
    }

    @Test
    void aKpiThatUsesAnotherUsesItsDefinitionOfThatTime() {
        Evaluation question = ask(changed().kpi("more", plus(name("k"), number(1))));

        assertThat(value(question, "more", "2024-06")).isEqualTo(7);
        assertThat(value(question, "more", "2024-07")).isEqualTo(701);
        assertThat(value(question.asDefinedNow(), "more", "2024-06")).isEqualTo(601);
    }

    @Test
    void whereNoDefinitionHoldsThereIsNoValueAndAReason() {
        Evaluation question = ask(new SmallModel().flows("a")
                .define(version("k", name("a"), "2024-03", "2024-04"))
                .define(version("k", name("a"), "2024-07", "2024-Q3"))
                .kpi("more", plus(name("k"), number(1))));
        Result result = question.run();

        assertThat(result.value("k", "2024-04")).hasValue(4);
        assertThat(result.why("k", "2024-02").toString()).isEqualTo(
                "[unknown: no definition of k holds in 2024-02; the next one begins with 2024-03]");
        assertThat(result.why("more", "2024-05").toString()).isEqualTo(
                "[unknown: no definition of k holds in 2024-05; the next one begins with 2024-07]");
        assertThat(result.why("k", "2024-10").toString()).isEqualTo(
                "[unknown: no definition of k holds in 2024-10; the last one ended with 2024-Q3]");
        assertThat(result.why("k", "2024-10").get(0).code()).isEqualTo(Absence.NOT_DEFINED);
        assertThat(question.asDefinedIn("2024-05").grain(Grain.MONTH).from("2024-03").to("2024-03").run()
                .why("k", "2024-03").toString()).isEqualTo("[unknown: there is no k as defined in 2024-05]");
        assertThat(value(question.asDefinedNow(), "k", "2024-12")).as("by the latest, though its time is over")
                .isEqualTo(12);
    }

    @Test
    void aPlanSaysWhatIsChosenBetween() {
        assertThat(ask(changed()).plan().describe()).isEqualTo("""
                1 KPIs, 1 slices, 2024-01 to 2024-12 by month
                #0 which version of k
                #1 input a
                #2 100.0
                #3 * #1 #2
                #4 version of k #0 #1 #3
                k = #4
                in blocks of 512 cells, with 3 buffers; from 30,000,000 cells on all in 1 generated loop
                """);
        assertThat(ask(changed()).asDefinedNow().plan().describe()).doesNotContain("version");
        assertThat(ask(changed()).from("2024-07").plan().describe()).as("what is not needed is not worked out")
                .contains("version of k #0 #0 #3");
    }

    @Test
    void aDefinitionThatHoldsInNoPeriodAskedNeedsNoFacts() {
        Model model = new SmallModel().flows("a", "b")
                .define(version("k", name("b"), null, "2023"))
                .define(version("k", name("a"), "2024", null)).build();
        Facts facts = Facts.builder().column("b", Period.parse("2023-Q1"), 1, 2, 3, 4)
                .column("a", Period.parse("2024-01"), months()).build();
        Evaluation question = Evaluation.of(model, facts).grain(Grain.MONTH);

        assertThat(question.from("2024-01").run().value("k", "2024-01")).hasValue(1);
        assertThatThrownBy(question.from("2023-12")::run).hasMessageContaining("are given by quarter");
    }

    @Test
    void versionsAreInTheOrderOfTimeAndTheLatestSaysWhatIsSaidOnce() {
        Model model = changed().build();

        assertThat(model.kpi("k").orElseThrow().versions()).extracting(each -> each.validity())
                .containsExactly("until 2024-06", "since 2024-07");
        assertThat(model.kpi("k").orElseThrow().latest().since()).isEqualTo(Period.parse("2024-07"));
        assertThat(model.kpi("k").orElseThrow().formula()).isEqualTo(times(name("a"), number(100)));
        assertThat(model.formulas("k")).hasSize(2);
        assertThat(model.order()).containsExactly("k");
    }
}
