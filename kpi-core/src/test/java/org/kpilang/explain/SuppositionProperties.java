package org.kpilang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.explain.GoalSeek.Outcome;
import org.kpilang.explain.GoalSeek.Reached;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Sum;
import org.kpilang.facts.Facts;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.source.DiagnosticException;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;
import org.kpilang.time.Period;

/** Laws of scenarios, goals and sensitivities, on made-up models and facts. */
class SuppositionProperties {

    /** A growth by which differences are taken. */
    private static final double STEP = Math.pow(2, -17);

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    /** A cell that has a value, and an input that it asks and that can change. */
    private record Cell(Evaluation question, Kpi kpi, Slice slice, Period period, InputDefinition input, double value) {

        static Cell of(Question made, int choice) {
            Evaluation question = made.evaluation();
            Result result = answered(question);
            int cells = result.kpis().size() * result.slices().size() * result.periods();
            Assume.that(cells > 0);
            for (int i = 0; i < cells; i++) {
                int cell = (choice + i) % cells;
                int period = cell % result.periods();
                int slice = cell / result.periods() % result.slices().size();
                int kpi = cell / result.periods() / result.slices().size();
                Kpi asked = result.kpis().get(kpi);
                List<InputDefinition> inputs = made.model().inputsOf(asked).stream()
                        .filter(input -> input.kind() != InputKind.DISTINCT
                                && question.facts().inputs().contains(input.name())).toList();
                if (result.hasValue(kpi, slice, period) && !inputs.isEmpty()) {
                    return new Cell(question, asked, result.slices().get(slice), result.period(period),
                            inputs.get(choice % inputs.size()), result.valueOr(kpi, slice, period, Double.NaN));
                }
            }
            Assume.that(false);
            throw new AssertionError();
        }

        private static Result answered(Evaluation question) {
            try {
                return question.run();
            } catch (DiagnosticException e) {
                Assume.that(false);
                throw e;
            }
        }

        /** The value under an assumption; NaN if there is none. */
        double under(Assumption assumption) {
            Result result = Scenario.of(question.kpis(kpi.id())).suppose(assumption).supposed().run();
            return result.value(kpi.id(), slice, period).orElse(Double.NaN);
        }

        Assumption scaled(double factor) {
            return Assumption.scaled(input.name(), factor).during(period).in(slice);
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aFactorOfOneChangesNotABit(@ForAll("questions") Question made, @ForAll @IntRange(max = 1000) int choice) {
        Cell cell = Cell.of(made, choice);
        Scenario scenario = Scenario.of(cell.question());
        assertThat(scenario.supposed()).isSameAs(cell.question());
        Comparison same = scenario.suppose(Assumption.scaled(cell.input().name(), 1)).compare();
        assertThat(same.supposed().slices()).isEqualTo(same.actual().slices());
        for (int kpi = 0; kpi < same.actual().kpis().size(); kpi++) {
            for (int slice = 0; slice < same.actual().slices().size(); slice++) {
                for (int period = 0; period < same.actual().periods(); period++) {
                    assertThat(Double.doubleToLongBits(same.supposed().valueOr(kpi, slice, period, Double.NaN)))
                            .isEqualTo(Double.doubleToLongBits(same.actual().valueOr(kpi, slice, period, Double.NaN)));
                }
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatAGoalNeedsReachesTheGoal(@ForAll("questions") Question made, @ForAll @IntRange(max = 1000) int choice,
            @ForAll @DoubleRange(min = 0.5, max = 2) double factor) {
        Cell cell = Cell.of(made, choice);
        double goal = supposed(cell, factor);
        Assume.that(!Double.isNaN(goal));
        Outcome outcome = GoalSeek.of(cell.question(), cell.kpi().id(), goal).in(cell.slice()).at(cell.period())
                .by(cell.input().name());
        Statistics.label("goals").collect(outcome instanceof GoalSeek.NotReached none ? none.why() : "reached");
        Statistics.label("exact").collect(outcome instanceof Reached found && found.exact());
        if (outcome instanceof Reached reached) {
            double tolerance = GoalSeek.TOLERANCE * Math.max(Math.abs(goal), Math.abs(cell.value()));
            assertThat(cell.under(reached.needed())).isEqualTo(reached.value()).isCloseTo(goal, within(tolerance));
        }
        // What is rounded has values that only few factors reach; others leave the range of the input.
        Statistics.label("goals").coverage(coverage -> {
            coverage.check("reached").percentage(share -> share > 75);
            coverage.check(GoalSeek.Why.OUT_OF_REACH).percentage(share -> share < 5);
        });
    }

    private static double supposed(Cell cell, double factor) {
        try {
            return cell.under(cell.scaled(factor));
        } catch (DiagnosticException e) {
            // The input has no facts in this period or slice, or is not split like it.
            Assume.that(false);
            throw e;
        }
    }

    /** Where absent facts count as something, they count beside the amount. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anAmountIsWhatTheInputComesTo(@ForAll("questions") Question made, @ForAll @IntRange(max = 1000) int choice,
            @ForAll @DoubleRange(min = -1000, max = 1000) double amount) {
        Cell cell = Cell.of(made, choice);
        // A list of values comes to no amount: each of them is shifted or set.
        Assume.that(cell.input().absent() instanceof AbsentRule.Unknown && cell.input().kind() != InputKind.VALUES);
        Assumption shift = Assumption.shifted(cell.input().name(), amount).during(cell.period()).in(cell.slice());
        Assumption set = Assumption.set(cell.input().name(), amount).during(cell.period()).in(cell.slice());
        try {
            double before = amount(cell, Scenario.of(cell.question()).supposed());
            Assume.that(!Double.isNaN(before));
            double tolerance = 1e-9 * Math.max(1000, Math.abs(before));
            assertThat(amount(cell, Scenario.of(cell.question()).suppose(shift).supposed()))
                    .isCloseTo(before + amount, within(tolerance));
            assertThat(amount(cell, Scenario.of(cell.question()).suppose(set).supposed()))
                    .isCloseTo(amount, within(tolerance));
            Statistics.label("kind").collect(cell.input().kind());
        } catch (DiagnosticException e) {
            // The input has no facts in this period or slice, or is not split like it, or the KPI alone is not.
            Assume.that(false);
        }
    }

    private static double amount(Cell cell, Evaluation question) {
        Result result = question.kpis(cell.kpi().id()).run();
        int slice = result.slices().indexOf(cell.slice());
        int period = cell.period().ordinal() - result.window().first();
        return result.ask(List.of(Reference.to(cell.input().name()))).valueOr(0, slice, period, Double.NaN);
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void aSensitivityIsWhatDifferencesComeTo(@ForAll("questions") Question made, @ForAll @IntRange(max = 1000) int choice) {
        Cell cell = Cell.of(made, choice);
        double up = supposed(cell, 1 + STEP);
        double down = supposed(cell, 1 - STEP);
        double half = (supposed(cell, 1 + STEP / 2) - supposed(cell, 1 - STEP / 2)) / STEP;
        double whole = (up - down) / (2 * STEP);
        Sensitivity sensitivity = Sensitivity.of(cell.question(), cell.kpi().id(), cell.slice(), cell.period());
        Sensitivity.Influence influence = sensitivity.ranking().stream()
                .filter(each -> each.name().equals(cell.input().name())).findFirst().orElseThrow();
        assertThat(sensitivity.value()).isEqualTo(cell.value());
        Statistics.label("nature").collect(influence.nature());
        Statistics.label("kind").collect(cell.input().kind());
        Statistics.label("slope").collect(influence.change() != 0);
        double rounding = Math.ulp(Math.max(Math.abs(up), Math.abs(cell.value()))) * 64 / STEP;
        double noise = rounding + 1e-6 * Math.max(Math.abs(whole), Math.abs(half));
        boolean smooth = Math.abs(whole - half) <= noise
                && Math.abs((up - cell.value()) / STEP - (cell.value() - down) / STEP) <= 1e-3 * Math.abs(whole) + noise;
        Statistics.label("differences").collect(smooth ? "smooth" : "not smooth or too rough");
        boolean known = influence.nature() == Sensitivity.Nature.EXACT
                || influence.nature() == Sensitivity.Nature.APPROXIMATE;
        if (known && smooth) {
            assertThat(influence.change() * 100).as("%s by %s in %s of %s%s", cell.kpi().formula(), cell.input().name(),
                    cell.period(), cell.slice(), made).isCloseTo(half, within(1e-4 * Math.abs(half) + 16 * noise));
        } else if (influence.nature() == Sensitivity.Nature.KINK) {
            assertThat(influence.change() * 100).as("%s by %s%s", cell.kpi().formula(), cell.input().name(), made)
                    .isCloseTo((up - cell.value()) / STEP, within(1e-3 * Math.abs(up - cell.value()) / STEP + 16 * noise));
        }
        Statistics.label("differences").coverage(coverage -> coverage.check("smooth").percentage(share -> share > 80));
    }

    @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
    void allFlowsTimesAFactorGiveTheSumTimesTheFactor(@ForAll("questions") Question made,
            @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        List<InputDefinition> flows = made.model().inputs().stream().filter(input -> input.kind() == InputKind.FLOW
                && made.facts().inputs().contains(input.name())).toList();
        Assume.that(!flows.isEmpty());
        Expression sum = Reference.to(flows.get(0).name());
        for (InputDefinition flow : flows.subList(1, flows.size())) {
            sum = Sum.of(sum, Sum.Operator.PLUS,
                    Reference.to(flow.name()));
        }
        Evaluation question = made.and("all_flows", sum).evaluation().kpis("all_flows");
        Scenario scenario = Scenario.of(question);
        for (InputDefinition flow : flows) {
            scenario = scenario.suppose(Assumption.scaled(flow.name(), factor));
        }
        Facts before = question.facts();
        Comparison comparison;
        try {
            comparison = scenario.compare();
        } catch (DiagnosticException e) {
            Assume.that(false);
            throw e;
        }
        assertThat(question.facts()).isEqualTo(before);
        for (int slice = 0; slice < comparison.actual().slices().size(); slice++) {
            for (int period = 0; period < comparison.actual().periods(); period++) {
                double actual = comparison.actual().valueOr(0, slice, period, Double.NaN);
                double supposed = comparison.supposed().valueOr(0, slice, period, Double.NaN);
                assertThat(Double.isNaN(supposed)).isEqualTo(Double.isNaN(actual));
                if (!Double.isNaN(actual)) {
                    assertThat(supposed).isCloseTo(actual * factor, within(1e-9 * factor * (1e6 + Math.abs(actual))));
                }
            }
        }
    }
}
