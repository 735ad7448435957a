package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpilang.evaluate.SmallModel.UNKNOWN;
import static org.kpilang.evaluate.SmallModel.ZERO;
import static org.kpilang.evaluate.SmallModel.ago;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.number;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.plus;
import static org.kpilang.evaluate.SmallModel.select;
import static org.kpilang.evaluate.SmallModel.statistic;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.series.Absence;
import org.kpilang.series.Series;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Answers that are easy to get wrong, each in the smallest model. */
class EvaluationTest {

    private static OptionalDouble value(Model model, Facts facts, String kpi, String period) {
        return Evaluation.of(model, facts).from(period).to(period).run().value(kpi, period);
    }

    private static double[] ones(int count) {
        return IntStream.range(0, count).mapToDouble(i -> 1).toArray();
    }

    // --- windows that step back

    /** From day to day the window of the part of last month starts earlier: 31 January, then 30 and 31 January. */
    @Test
    void answersWindowsThatStepBack() {
        Model model = new SmallModel().flows("a")
                .kpi("k", select(name("a"), new Selector.Previous(), new Selector.ToDate(PeriodUnit.MONTH))).build();
        Facts facts = Facts.startingAt("2024-01-01").column("a", ones(60)).build();

        Result result = Evaluation.of(model, facts).from("2024-02-01").to("2024-02-29").run();

        for (int day = 0; day < 29; day++) {
            assertThat(result.valueOr(0, 0, day, -1)).isEqualTo(day + 1);
        }
    }

    /** Months that end on any day are one unit long each, and do not lie in order of their ends. */
    @Test
    void answersStatisticsOverMonthsThatEndOnAnyDay() {
        Model model = new SmallModel().flows("a")
                .kpi("k", statistic("max", name("a"), new Stretch.Periods(3, PeriodUnit.MONTH, 0))).build();
        Facts facts = Facts.startingAt("2022-12-01").column("a", ones(180)).build();

        Result result = Evaluation.of(model, facts).from("2023-03-01").to("2023-05-20").run();

        assertThat(result.value("k", "2023-03-31")).hasValue(31);
        assertThat(result.value("k", "2023-04-30")).hasValue(31);
    }

    @Test
    void aPartOfAWindowIsEnoughAfterTheWindowHasMovedToo() {
        Model model = new SmallModel().flows("a")
                .kpi("moved", select(name("a"), ago(1, PeriodUnit.MONTH), new Selector.Last(3, PeriodUnit.MONTH, 2)))
                .kpi("before", select(name("a"), new Selector.Previous(), new Selector.Last(3, PeriodUnit.MONTH, 2)))
                .kpi("other", select(name("a"), last(3, PeriodUnit.MONTH), new Selector.Last(3, PeriodUnit.MONTH, 2)))
                .build();
        Facts facts = Facts.startingAt("2024-01").series("a",
                Series.builder(Period.parse("2024-01")).add(1).unknown().add(2).add(4).add(8).add(16).build()).build();

        assertThat(value(model, facts, "moved", "2024-05")).hasValue(6);
        assertThat(value(model, facts, "before", "2024-06")).hasValue(3);
        assertThat(value(model, facts, "other", "2024-04")).isEmpty();
    }

    /** One month before 31 May and one quarter before that is 31 January, although 29 February lies on the way. */
    @Test
    void addsUpShiftsOfSeveralUnitsBeforeItTouchesDates() {
        Model model = new SmallModel().flows("a").kpi("one", select(name("a"), ago(4, PeriodUnit.MONTH)))
                .kpi("two", select(name("a"), ago(1, PeriodUnit.MONTH), ago(1, PeriodUnit.QUARTER)))
                .kpi("inner", select(name("a"), ago(1, PeriodUnit.QUARTER)))
                .kpi("nested", select(name("inner"), ago(1, PeriodUnit.MONTH))).build();
        Facts facts = Facts.startingAt("2024-01-31").column("a", 7).build();

        for (String kpi : List.of("one", "two", "nested")) {
            assertThat(value(model, facts, kpi, "2024-05-31")).as(kpi).hasValue(7);
        }
    }

    // --- over all

    @Test
    void allPeriodsStartWithTheFirstFactWhateverElseIsAsked() {
        Expression operand = new Conditional(
                Comparison.of(Call.of("days"),
                        Comparison.Operator.EQUAL, number(31)),
                new Fallback(List.of(name("a"), number(0)), Origin.NONE), name("a"), Origin.NONE);
        Model model = new SmallModel().flows("a")
                .kpi("k", statistic("count", operand, new Stretch.Everything(0)))
                .kpi("lowest", statistic("min", operand, new Stretch.Everything(0))).build();
        // No fact for February: the first period of a is one without a value.
        Facts facts = Facts.startingAt("2024-02")
                .series("a", Series.builder(Period.parse("2024-02")).unknown().add(5).add(6).build())
                .build();

        Result longer = Evaluation.of(model, facts).from("2024-01").to("2024-04").run();

        assertThat(longer.value("lowest", "2024-04")).hasValue(5);
        assertThat(longer.value("k", "2024-04")).hasValue(2);
        assertThat(value(model, facts, "lowest", "2024-04")).hasValue(5);
        assertThat(longer.why("lowest", "2024-01").get(0).code()).isEqualTo(Absence.PARTIAL_WINDOW);
    }

    // --- weighted levels

    @Test
    void fillsTheFactsOfWeightsAndOfWhatTheyWeigh() {
        Model model = new SmallModel().input("units", InputKind.FLOW, ZERO)
                .level("price", "units", new AbsentRule.CarriesForward(1)).kpi("k", name("price")).build();
        FactsBuilder builder = Facts.builder(model);
        builder.table("sales", Grain.MONTH).inputs("units", "price")
                .row(Period.parse("2024-01")).value("units", 10).value("price", 4)
                .row(Period.parse("2024-02")).value("units", 30)
                .row(Period.parse("2024-03")).value("price", 6);
        Facts facts = builder.build();

        Result result = Evaluation.of(model, facts).grain(Grain.QUARTER).run();

        assertThat(value(model, facts, "k", "2024-02")).hasValue(4);
        assertThat(result.value("k", "2024-Q1")).hasValue((10 * 4 + 30 * 4 + 0 * 6) / 40.0);
        assertThat(Evaluation.of(model, facts).run().why("k", "2024-03").get(0).code()).isEqualTo(Absence.ZERO_DIVISOR);
    }

    @Test
    void weighsWithFactsThatStartEarlierOrLater() {
        Model model = new SmallModel().flows("units").level("price", "units", UNKNOWN)
                .kpi("k", select(name("price"), last(2, PeriodUnit.MONTH))).build();
        Facts earlier = Facts.startingAt("2024-01").column("units", 10, 20, 30, 40)
                .startingAt("2024-03").column("price", 4, 6).build();
        Facts later = Facts.startingAt("2024-03").column("units", 30, 40)
                .startingAt("2024-01").column("price", 8, 9, 4, 6).build();

        assertThat(value(model, earlier, "k", "2024-04")).hasValue((30 * 4 + 40 * 6) / 70.0);
        assertThat(value(model, later, "k", "2024-04")).hasValue((30 * 4 + 40 * 6) / 70.0);
        assertThat(value(model, earlier, "k", "2024-03")).isEmpty();
        assertThat(value(model, later, "k", "2024-03")).isEmpty();
    }

    // --- reasons

    @Test
    void givesReasonsInTheOrderOfTheFormulaWhateverElseIsAsked() {
        Model model = new SmallModel().flows("a", "b")
                .kpi("first", name("b"))
                .kpi("k", plus(over(number(1), name("a")), name("b"))).build();
        Facts facts = Facts.startingAt("2024-01").column("a", 0, 0).column("b", 1).build();

        List<Reason> reasons = Evaluation.of(model, facts).run().why("k", "2024-02");

        assertThat(reasons).extracting(Reason::code).containsExactly(Absence.ZERO_DIVISOR, Absence.AFTER_DATA);
    }

    // --- numbers that are too large

    @Test
    void tellsSumsOfSlicesThatAreTooLargeFromAbsentFacts() {
        Model model = new SmallModel().dimensions("region").flows("a").input("b", InputKind.STOCK, UNKNOWN)
                .kpi("flow", name("a")).kpi("stock", name("b"))
                .kpi("most", select(name("a"), new Selector.Last(3, PeriodUnit.MONTH, 1))).build();
        FactsBuilder builder = Facts.builder(model);
        builder.table("t", Grain.MONTH).dimensions("region").inputs("a", "b")
                .row(Period.parse("2024-01"), "north").value("a", 1).value("b", 1)
                .row(Period.parse("2024-02"), "north").value("a", 1e308).value("b", 1e308)
                .row(Period.parse("2024-02"), "south").value("a", 1e308).value("b", 1e308)
                .row(Period.parse("2024-03"), "south").value("a", 1).value("b", 1);
        Result result = Evaluation.of(model, builder.build()).by("region").run();

        assertThat(result.value("flow", Slice.of("region", "south"), Period.parse("2024-02"))).hasValue(1e308);
        for (String kpi : List.of("flow", "stock", "most")) {
            assertThat(result.why(kpi, "2024-02")).extracting(Reason::code).containsExactly(Absence.DOMAIN);
        }
        assertThat(result.why("most", "2024-03")).extracting(Reason::code).containsExactly(Absence.DOMAIN);
    }
}
