package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.source.DiagnosticException;
import org.kpilang.testing.Answer;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;
import org.kpilang.testing.ReferenceEvaluator;
import org.kpilang.time.Period;

/** The evaluation gives the answers that the definition of the language gives. */
class EngineAgreesWithReferenceProperties {

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void everyCellHasTheAnswerOfTheDefinition(@ForAll("questions") Question question) {
        Result result = run(question);
        ReferenceEvaluator reference = new ReferenceEvaluator(question.model(), question.facts(), question.asDefined());
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            for (int slice = 0; slice < result.slices().size(); slice++) {
                for (int i = 0; i < result.periods(); i++) {
                    String id = result.kpis().get(kpi).id();
                    Period period = result.period(i);
                    Answer answer = reference.answer(id, result.slices().get(slice), period);
                    compare(answer, result, kpi, slice, i,
                            id + " in " + period + " for " + result.slices().get(slice));
                    collect(answer);
                }
            }
        }
        Statistics.label("cells").coverage(coverage -> coverage.check("known").percentage(share -> share >= 50));
    }

    /** A question may still be finer than some facts; that is refused before anything is worked out. */
    private static Result run(Question question) {
        try {
            Result result = question.evaluation().run();
            Statistics.label("questions").collect("answered");
            return result;
        } catch (DiagnosticException e) {
            Statistics.label("questions").collect("refused");
            Assume.that(false);
            throw e;
        }
    }

    private static void collect(Answer answer) {
        Statistics.label("cells").collect(answer.isKnown() ? "known" : answer.undefined() ? "undefined" : "unknown");
    }

    private static void compare(Answer answer, Result result, int kpi, int slice, int period, String cell) {
        List<Reason> reasons = result.why(kpi, slice, period);
        assertThat(result.hasValue(kpi, slice, period)).as("%s: %s, and not because of %s", cell, answer, reasons)
                .isEqualTo(answer.isKnown());
        assertThat(reasons.isEmpty()).as(cell).isEqualTo(answer.isKnown());
        if (!answer.isKnown()) {
            assertThat(reasons.get(0).code().isUndefined()).as("%s: %s, %s", cell, answer, reasons)
                    .isEqualTo(answer.undefined());
            return;
        }
        double value = result.valueOr(kpi, slice, period, Double.NaN);
        boolean rough = result.kpis().get(kpi).id().equals(Questions.ROUGH);
        double tolerance = rough ? 1e-9 * Math.max(1, Math.abs(answer.value())) : 0;
        assertThat(value).as(cell).isCloseTo(answer.value(), within(tolerance));
        assertThat(Double.doubleToRawLongBits(value)).as("no negative zero in %s", cell)
                .isNotEqualTo(Double.doubleToRawLongBits(-0.0));
    }
}
