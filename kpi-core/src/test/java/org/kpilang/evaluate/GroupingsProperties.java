package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kpilang.source.DiagnosticException;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;

/** Sets of dimensions that are asked at once are what they are alone. */
class GroupingsProperties {

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any().filter(question -> !question.by().isEmpty());
    }

    private static Result run(Evaluation evaluation) {
        try {
            return evaluation.run();
        } catch (DiagnosticException e) {
            Assume.that(false);
            throw e;
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void eachOfAllTotalsIsWhatItIsAlone(@ForAll("questions") Question question) {
        Evaluation evaluation = question.evaluation();
        Result all = run(evaluation.totals(Totals.ALL));
        List<Slice> found = new ArrayList<>();
        for (List<String> grouping : Totals.ALL.groupings(question.by())) {
            Result alone = run(evaluation.groupings(List.of(grouping)));
            assertThat(alone.slices()).allSatisfy(slice -> assertThat(slice.members().keySet())
                    .containsExactlyInAnyOrderElementsOf(grouping));
            found.addAll(alone.slices());
            compare(alone, all);
        }
        assertThat(all.slices()).containsExactlyInAnyOrderElementsOf(found);
        assertThat(all.slices().get(all.slices().size() - 1)).isEqualTo(Slice.TOTAL);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatIsAskedByDefaultIsAmongAllTotals(@ForAll("questions") Question question) {
        Result some = run(question.evaluation());
        Result all = run(question.evaluation().totals(Totals.ALL));
        Result none = run(question.evaluation().totals(Totals.NONE));

        compare(some, all);
        compare(none, some);
        // Parts stand before their totals, in the same order whatever else is asked.
        assertThat(all.slices().stream().filter(some.slices()::contains).toList()).isEqualTo(some.slices());
        assertThat(none.slices()).doesNotContain(Slice.TOTAL);
    }

    private static void compare(Result some, Result all) {
        for (int kpi = 0; kpi < some.kpis().size(); kpi++) {
            for (int slice = 0; slice < some.slices().size(); slice++) {
                int other = all.slices().indexOf(some.slices().get(slice));
                for (int period = 0; period < some.periods(); period++) {
                    String cell = some.kpis().get(kpi) + " for " + some.slices().get(slice) + " in " + some.period(period);
                    assertThat(Double.doubleToRawLongBits(all.valueOr(kpi, other, period, Double.NaN))).as(cell)
                            .isEqualTo(Double.doubleToRawLongBits(some.valueOr(kpi, slice, period, Double.NaN)));
                    assertThat(all.why(kpi, other, period)).as(cell).isEqualTo(some.why(kpi, slice, period));
                }
            }
        }
    }
}
