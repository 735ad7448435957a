package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kpilang.evaluate.SmallModel.ago;
import static org.kpilang.evaluate.SmallModel.growth;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.minus;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.plus;
import static org.kpilang.evaluate.SmallModel.select;
import static org.kpilang.evaluate.SmallModel.statistic;
import static org.kpilang.evaluate.SmallModel.times;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.series.Series;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.testing.FactTable;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** What holds for the answers to questions of all sorts. */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class EvaluationLawsProperties {

    private static final Pattern CALENDAR_BOUND = Pattern.compile("\\b(annualize|workdays|index)\\(");
    private static final Period MONTH = Period.parse("2022-01");

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    @Provide
    Arbitrary<Question> lookingBack() {
        return Questions.lookingBack();
    }

    /** Whole numbers by day, some of them absent. */
    @Provide
    Arbitrary<List<Integer>> days() {
        return Arbitraries.integers().between(-20, 100).injectNull(0.02).list().ofMinSize(60).ofMaxSize(200);
    }

    @Provide
    Arbitrary<List<Integer>> months() {
        return Arbitraries.integers().between(1, 100).list().ofSize(48);
    }

    @Provide
    Arbitrary<InputDefinition> rollingUp() {
        return Arbitraries.of(InputKind.FLOW, InputKind.STOCK, InputKind.PEAK, InputKind.TROUGH).flatMap(kind ->
                Arbitraries.of(new AbsentRule.Unknown(), new AbsentRule.Zero(), new AbsentRule.CarriesForward(2))
                        .map(absent -> new InputDefinition("a", null, kind, absent, null, null,
                                Origin.NONE)));
    }

    private static Result run(Evaluation evaluation) {
        try {
            return evaluation.run();
        } catch (DiagnosticException e) {
            Assume.that(false);
            throw e;
        }
    }

    private static Facts column(String input, Period first, List<Integer> values) {
        Series.Builder series = Series.builder(first);
        values.forEach(value -> {
            if (value == null) {
                series.unknown();
            } else {
                series.add(value);
            }
        });
        return Facts.startingAt(first.toString()).series(input, series.build()).build();
    }

    private static double[] doubles(List<Integer> values) {
        return values.stream().mapToDouble(Integer::doubleValue).toArray();
    }

    /** Compares two cells bit for bit, and the reasons of absent ones by their class. */
    private static void same(Result one, String kpi, Slice slice, Period period, Result other, String otherKpi,
            Slice otherSlice, Period otherPeriod) {
        OptionalDouble value = one.value(kpi, slice, period);
        OptionalDouble otherValue = other.value(otherKpi, otherSlice, otherPeriod);
        String cell = kpi + " in " + period + " for " + slice;
        if (kpi.equals(Questions.ROUGH) && value.isPresent() && otherValue.isPresent()) {
            double tolerance = 1e-9 * Math.max(1, Math.abs(value.getAsDouble()));
            assertThat(otherValue.getAsDouble()).as(cell).isCloseTo(value.getAsDouble(), within(tolerance));
            return;
        }
        assertThat(otherValue).as(cell).isEqualTo(value);
        if (value.isEmpty()) {
            assertThat(other.why(otherKpi, otherSlice, otherPeriod).get(0).code().isUndefined()).as(cell)
                    .isEqualTo(one.why(kpi, slice, period).get(0).code().isUndefined());
        }
    }

    private static void sameCells(Result one, Result other) {
        assertThat(other.slices()).isEqualTo(one.slices());
        for (Kpi kpi : one.kpis()) {
            for (Slice slice : one.slices()) {
                for (int i = 0; i < one.periods(); i++) {
                    same(one, kpi.id(), slice, one.period(i), other, kpi.id(), slice, one.period(i));
                }
            }
        }
    }

    // --- time

    /** For cells that have a fact by then: a new member of a dimension has a history of its own. */
    @Property
    void laterFactsChangeNoEarlierValue(@ForAll("lookingBack") Question question,
            @ForAll @IntRange(max = 5) int later) {
        Result asked = run(question.evaluation());
        Period cut = asked.period(Math.max(0, asked.periods() - 1 - later));
        LocalDate day = cut.window().lastDay();
        Question before = question.over(question.tables().stream()
                .map(table -> table.where(row -> !row.period().window().lastDay().isAfter(day))).toList());
        Question after = question.over(onlyCellsOf(before.tables(), question.tables()));

        Result early = run(before.evaluation(completeTo(before, cut)).to(cut));
        Result late = run(after.evaluation(completeTo(after, cut)));

        for (Kpi kpi : early.kpis()) {
            for (Slice slice : early.slices()) {
                for (int i = 0; i < early.periods(); i++) {
                    Period period = early.period(i);
                    String cell = kpi.id() + " in " + period + " for " + slice;
                    assertThat(late.value(kpi.id(), slice, period)).as(cell)
                            .isEqualTo(early.value(kpi.id(), slice, period));
                }
            }
        }
    }

    private static Facts completeTo(Question question, Period cut) {
        FactsBuilder builder = Facts.builder(question.model());
        question.tables().forEach(table -> table.loadInto(builder));
        return builder.completeTo(cut).build();
    }

    private static List<FactTable> onlyCellsOf(List<FactTable> before, List<FactTable> all) {
        List<FactTable> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Set<List<?>> known = new HashSet<>();
            before.get(i).rows().forEach(row ->
                    row.values().keySet().forEach(input -> known.add(List.of(input, row.members()))));
            kept.add(all.get(i).with(all.get(i).rows().stream().map(row -> {
                Map<String, Double> values = new HashMap<>(row.values());
                values.keySet().removeIf(input -> !known.contains(List.of(input, row.members())));
                return new FactTable.Row(row.period(), row.members(), values);
            }).toList()));
        }
        return kept;
    }

    @Property
    void daysMayBeGroupedIntoMonthsFirst(@ForAll("rollingUp") InputDefinition input,
            @ForAll("days") List<Integer> days) {
        Model model = new SmallModel().define(input).kpi("k", name("a")).build();
        Model grouped = new SmallModel().input("a", input.kind(), SmallModel.UNKNOWN).kpi("k", name("a")).build();
        Facts facts = column("a", Period.parse("2023-11-20"), days);

        Series byMonth = Evaluation.of(model, facts).grain(Grain.MONTH).run().series("k");
        Facts groupedFacts = Facts.startingAt("2023-11").series("a", byMonth).build();

        sameCells(Evaluation.of(model, facts).grain(Grain.QUARTER).run(),
                Evaluation.of(grouped, groupedFacts).grain(Grain.QUARTER).run());
    }

    @Property
    void aRatioIsTheRatioOfSums(@ForAll("months") List<Integer> a, @ForAll("months") List<Integer> b) {
        Model model = new SmallModel().flows("a", "b").kpi("k", over(name("a"), name("b"))).build();
        Facts facts = Facts.builder(model).column("a", MONTH, doubles(a)).column("b", MONTH, doubles(b)).build();

        Result quarters = Evaluation.of(model, facts).grain(Grain.QUARTER).run();

        for (int q = 0; q < quarters.periods(); q++) {
            double above = a.subList(3 * q, 3 * q + 3).stream().mapToInt(each -> each).sum();
            double below = b.subList(3 * q, 3 * q + 3).stream().mapToInt(each -> each).sum();
            assertThat(quarters.valueOr(0, 0, q, Double.NaN)).isEqualTo(above / below);
        }
    }

    @Property
    void aShiftedQuestionHasTheAnswerOfTheEarlierPeriod(@ForAll("questions") Question question,
            @ForAll @IntRange(min = 1, max = 4) int count) {
        PeriodUnit unit = PeriodUnit.valueOf(question.grain().name());
        String id = question.model().kpis().iterator().next().id();
        Result shifted = run(question.and("shifted", select(name(id), ago(count, unit))).evaluation()
                .kpis("shifted").to(question.from().plus(5)));
        Result plain = run(question.evaluation().kpis(id)
                .from(question.from().plus(-count)).to(question.from().plus(5)));

        for (Slice slice : shifted.slices()) {
            for (int i = 0; i < shifted.periods(); i++) {
                Period period = shifted.period(i);
                same(plain, id, slice, period.plus(-count), shifted, "shifted", slice, period);
            }
        }
    }

    @Property
    void shiftsAddUp(@ForAll("questions") Question question, @ForAll @IntRange(min = 1, max = 3) int one,
            @ForAll @IntRange(min = 1, max = 3) int other) {
        PeriodUnit unit = PeriodUnit.valueOf(question.grain().name());
        Expression kpi = name(question.model().kpis().iterator().next().id());
        Question both = question.and("once", select(kpi, ago(one + other, unit)))
                .and("between", select(kpi, ago(one, unit)))
                .and("twice", select(name("between"), ago(other, unit)));
        Result result = run(both.evaluation().kpis("once", "twice"));

        for (Slice slice : result.slices()) {
            for (int i = 0; i < result.periods(); i++) {
                Period period = result.period(i);
                same(result, "once", slice, period, result, "twice", slice, period);
            }
        }
    }

    @Property
    void whatIsToDateAndTheRestMakeTheWhole(@ForAll("months") List<Integer> values) {
        Model model = new SmallModel().flows("a").kpi("month", name("a"))
                .kpi("toDate", select(name("a"), new Selector.ToDate(PeriodUnit.YEAR)))
                .kpi("whole", select(name("a"), new Selector.Whole(PeriodUnit.YEAR))).build();
        Result result = Evaluation.of(model, column("a", MONTH, values)).run();

        for (int i = 0; i < result.periods(); i++) {
            double rest = 0;
            for (int k = i + 1; k % 12 != 0; k++) {
                rest += result.valueOr(0, 0, k, Double.NaN);
            }
            assertThat(result.valueOr(1, 0, i, Double.NaN) + rest).isEqualTo(result.valueOr(2, 0, i, Double.NaN));
        }
    }

    @Property
    void movingAllPeriodsMovesTheAnswers(@ForAll("months") List<Integer> values,
            @ForAll @IntRange(max = 100) int moved) {
        Model model = new SmallModel().flows("a").kpi("last", select(name("a"), last(5, PeriodUnit.MONTH)))
                .kpi("previous", select(name("a"), new Selector.Previous()))
                .kpi("growth", growth(name("a"), 1, PeriodUnit.YEAR))
                .kpi("mean", statistic("avg", name("growth"), new Stretch.Periods(4, PeriodUnit.MONTH, 2)))
                .kpi("sum", Call.of("cumulative", name("a"))).build();
        Result result = Evaluation.of(model, column("a", MONTH, values)).run();
        Result other = Evaluation.of(model, column("a", MONTH.plus(moved), values)).run();

        for (Kpi kpi : model.kpis()) {
            for (int i = 0; i < result.periods(); i++) {
                same(result, kpi.id(), Slice.TOTAL, result.period(i), other, kpi.id(), Slice.TOTAL,
                        result.period(i).plus(moved));
            }
        }
    }

    /**
     * By whole years, so that what is to date stays where it is. Not all years and months have as many days, and an
     * index has a base that does not move.
     */
    @Property
    void movingAllPeriodsByYearsMovesTheAnswers(@ForAll("questions") Question question,
            @ForAll @IntRange(min = 1, max = 30) int years) {
        Assume.that(question.tables().stream().allMatch(table -> table.grain().compareTo(Grain.MONTH) >= 0));
        Assume.that(!CALENDAR_BOUND.matcher(question.toString()).find());
        Question moved = new Question(question.model(), question.tables().stream()
                .map(table -> table.with(table.rows().stream()
                        .map(row -> new FactTable.Row(moved(row.period(), years), row.members(), row.values()))
                        .toList()))
                .toList(), question.grain(), moved(question.from(), years),
                question.to() == null ? null : moved(question.to(), years), question.by());
        Result result = run(question.evaluation());
        Result other = run(moved.evaluation());

        for (Kpi kpi : result.kpis()) {
            for (Slice slice : result.slices()) {
                for (int i = 0; i < result.periods(); i++) {
                    same(result, kpi.id(), slice, result.period(i), other, kpi.id(), slice,
                            moved(result.period(i), years));
                }
            }
        }
    }

    private static Period moved(Period period, int years) {
        return period.plus(years * period.calendar().ratio(period.grain(), Grain.YEAR));
    }

    // --- slices

    @Property
    void thePartsOfAFlowMakeTheTotal(@ForAll("questions") Question question) {
        FactTable table = question.tables().stream().filter(each -> !each.dimensions().isEmpty()).findFirst()
                .orElse(null);
        Assume.that(table != null);
        String flow = table.inputs().stream()
                .filter(input -> question.model().input(input).orElseThrow().kind() == InputKind.FLOW).findFirst()
                .orElse(null);
        Assume.that(flow != null);
        String dimension = table.dimensions().get(0);
        Model model = question.and("asked", name(flow)).model();
        Result result = Evaluation.of(model, question.facts()).kpis("asked").by(dimension).run();

        for (int i = 0; i < result.periods(); i++) {
            Period period = result.period(i);
            double sum = 0;
            for (Slice slice : result.slices()) {
                sum += slice.isTotal() ? 0 : result.value("asked", slice, period).orElse(0);
            }
            if (result.value("asked", Slice.TOTAL, period).isPresent()) {
                assertThat(result.value("asked", Slice.TOTAL, period)).hasValue(sum);
            } else {
                assertThat(sum).isZero();
            }
        }
    }

    @Property
    void aTotalDoesNotDependOnTheSlice(@ForAll("questions") Question question) {
        Assume.that(!question.by().isEmpty());
        String dimension = question.by().get(question.by().size() - 1);
        Expression kpi = name(question.model().kpis().iterator().next().id());
        Question totals = question.and("total", select(kpi, new Selector.All(List.of(dimension))))
                .and("grandTotal", select(kpi, new Selector.All(List.of())));
        Result result = run(totals.evaluation().kpis("total", "grandTotal"));

        for (Slice slice : result.slices()) {
            Slice lifted = Slice.TOTAL;
            for (Map.Entry<String, String> member : slice.members().entrySet()) {
                lifted = member.getKey().equals(dimension) ? lifted : lifted.and(member.getKey(), member.getValue());
            }
            for (int i = 0; i < result.periods(); i++) {
                Period period = result.period(i);
                same(result, "total", lifted, period, result, "total", slice, period);
                same(result, "grandTotal", Slice.TOTAL, period, result, "grandTotal", slice, period);
            }
        }
    }

    // --- facts and requests

    @Property
    void theOrderOfFactsDoesNotShow(@ForAll("questions") Question question, @ForAll Random random) {
        List<FactTable> shuffled = new ArrayList<>();
        for (FactTable table : question.tables()) {
            List<FactTable.Row> rows = new ArrayList<>(table.rows());
            Collections.shuffle(rows, random);
            shuffled.add(table.with(rows));
        }
        Collections.shuffle(shuffled, random);

        sameCells(run(question.evaluation()), run(question.over(shuffled).evaluation()));
    }

    @Property
    void anAnswerDoesNotDependOnWhatElseIsAsked(@ForAll("questions") Question question,
            @ForAll @IntRange(max = 50) int cell) {
        Result all = run(question.evaluation());
        Kpi kpi = all.kpis().get(cell % all.kpis().size());
        Period period = all.period(cell % all.periods());
        Result one = run(question.evaluation().kpis(kpi.id()).from(period).to(period));

        for (Slice slice : one.slices()) {
            same(all, kpi.id(), slice, period, one, kpi.id(), slice, period);
        }
    }

    // --- numbers

    @Property
    void ratiosKeepAndSumsFollowTheScale(@ForAll("months") List<Integer> a, @ForAll("months") List<Integer> b,
            @ForAll @IntRange(min = 2, max = 1000) int scale) {
        Model model = new SmallModel().flows("a", "b").kpi("ratio", over(minus(name("a"), name("b")), name("b")))
                .kpi("sum", plus(select(name("a"), last(6, PeriodUnit.MONTH)), name("b")))
                .kpi("product", times(name("a"), name("b"))).build();
        Facts facts = Facts.builder(model).column("a", MONTH, doubles(a)).column("b", MONTH, doubles(b)).build();
        Facts scaled = Facts.builder(model)
                .column("a", MONTH, Arrays.stream(doubles(a)).map(value -> value * scale).toArray())
                .column("b", MONTH, Arrays.stream(doubles(b)).map(value -> value * scale).toArray()).build();
        Result result = Evaluation.of(model, facts).run();
        Result other = Evaluation.of(model, scaled).run();

        for (int i = 5; i < result.periods(); i++) {
            assertThat(other.valueOr(0, 0, i, -1)).isEqualTo(result.valueOr(0, 0, i, -1));
            assertThat(other.valueOr(1, 0, i, -1)).isEqualTo(result.valueOr(1, 0, i, -1) * scale);
            assertThat(other.valueOr(2, 0, i, -1)).isEqualTo(result.valueOr(2, 0, i, -1) * scale * scale);
        }
    }

    @Property
    void aNetPromoterScoreLiesBetweenItsEnds(
            @ForAll @Size(12) List<@IntRange(max = 50) Integer> promoters,
            @ForAll @Size(12) List<@IntRange(max = 3) Integer> passives,
            @ForAll @Size(12) List<@IntRange(max = 50) Integer> detractors) {
        Model model = new SmallModel().flows("p", "n", "d")
                .kpi("k", Call.of("nps", name("p"), name("n"), name("d"))).build();
        Facts facts = Facts.builder(model).column("p", MONTH, doubles(promoters)).column("n", MONTH, doubles(passives))
                .column("d", MONTH, doubles(detractors)).build();

        Result result = Evaluation.of(model, facts).run();

        for (int i = 0; i < 12; i++) {
            if (promoters.get(i) + passives.get(i) + detractors.get(i) > 0) {
                assertThat(result.valueOr(0, 0, i, Double.NaN)).isBetween(-100.0, 100.0);
            } else {
                assertThat(result.hasValue(0, 0, i)).isFalse();
            }
        }
    }

    @Property
    void aWindowOfZerosComesToExactlyZero(@ForAll @Size(12) List<Double> before,
            @ForAll @IntRange(min = 1, max = 12) int length) {
        double[] values = new double[36];
        for (int i = 0; i < 12; i++) {
            values[i] = before.get(i);
        }
        Stretch stretch = new Stretch.Periods(length + 1, PeriodUnit.MONTH, 0);
        Model model = new SmallModel().flows("a").kpi("window", select(name("a"), last(length + 1, PeriodUnit.MONTH)))
                .kpi("sum", statistic("sum", name("a"), stretch)).kpi("mean", statistic("avg", name("a"), stretch))
                .kpi("deviation", statistic("stddev", name("a"), stretch))
                .kpi("slope", statistic("slope", name("a"), stretch)).build();
        Result result = Evaluation.of(model, Facts.builder(model).column("a", MONTH, values).build()).run();

        for (int kpi = 0; kpi < 5; kpi++) {
            for (int i = 12 + length; i < 36; i++) {
                assertThat(Double.doubleToRawLongBits(result.valueOr(kpi, 0, i, Double.NaN))).isZero();
            }
        }
    }
}
