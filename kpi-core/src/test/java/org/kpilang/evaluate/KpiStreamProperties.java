package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.kpilang.model.Kpi;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;

/** KPIs that are handed out one after the other are those of a result. */
class KpiStreamProperties {

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    private static Plan plan(Evaluation evaluation) {
        try {
            return evaluation.plan();
        } catch (DiagnosticException e) {
            Assume.that(false);
            throw e;
        }
    }

    /** With room for the leaves of others, for none or for some. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void givesTheSameBitsAndReasons(@ForAll("questions") Question question, @ForAll @IntRange(max = 4) int kept) {
        Result result = plan(question.evaluation()).run();
        long column = (long) result.slices().size() * result.periods();
        Plan plan = plan(question.evaluation().limits(question.model().limits()
                .with(Limit.CELLS, column * (1 + kept))));
        List<Kpi> handed = new ArrayList<>();
        List<KpiColumn> columns = new ArrayList<>();
        plan.stream(one -> {
            assertThat(one.number()).isEqualTo(handed.size());
            double[] values = new double[(int) column];
            one.copyTo(values);
            for (int slice = 0; slice < one.slices().size(); slice++) {
                for (int period = 0; period < one.periods(); period++) {
                    double expected = result.valueOr(one.number(), slice, period, Double.NaN);
                    assertThat(new double[] {one.valueOr(slice, period, Double.NaN), values[slice * one.periods() + period]})
                            .isEqualTo(new double[] {expected, expected});
                    assertThat(one.hasValue(slice, period)).isEqualTo(!Double.isNaN(expected));
                    assertThat(one.why(slice, period)).isEqualTo(result.why(one.number(), slice, period));
                }
            }
            handed.add(one.kpi());
            columns.add(one);
        });

        assertThat(handed).isEqualTo(result.kpis());
        assertThat(columns).allSatisfy(one -> assertThatIllegalStateException().isThrownBy(() -> one.valueOr(0, 0, 0)));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void givesTheSameDecimals(@ForAll("questions") Question question) {
        Plan plan = plan(question.evaluation().decimals(Decimals.scale(10, RoundingMode.HALF_EVEN)));
        Result result = plan.run();
        List<Kpi> handed = new ArrayList<>();
        plan.stream(one -> {
            for (int slice = 0; slice < one.slices().size(); slice++) {
                for (int period = 0; period < one.periods(); period++) {
                    assertThat(one.decimal(slice, period)).isEqualTo(result.decimal(one.number(), slice, period));
                    assertThat(one.valueOr(slice, period, 0)).isEqualTo(result.valueOr(one.number(), slice, period, 0));
                    assertThat(one.why(slice, period)).isEqualTo(result.why(one.number(), slice, period));
                }
            }
            handed.add(one.kpi());
        });

        assertThat(handed).isEqualTo(result.kpis());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anEvaluatorGivesTheSameDecimals(@ForAll("questions") Question question) {
        Plan plan = plan(question.evaluation().decimals(Decimals.scale(10, RoundingMode.HALF_EVEN)));
        Result once = plan.run();
        Evaluator evaluator = plan.evaluator();
        evaluator.run();
        Result again = evaluator.run();

        for (int kpi = 0; kpi < once.kpis().size(); kpi++) {
            for (int slice = 0; slice < once.slices().size(); slice++) {
                for (int period = 0; period < once.periods(); period++) {
                    assertThat(again.decimal(kpi, slice, period)).isEqualTo(once.decimal(kpi, slice, period));
                }
            }
        }
    }
}
