package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.model.Kpi;
import org.kpilang.series.Interval;
import org.kpilang.source.DiagnosticException;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;

/** Where facts keep to the declared ranges, every value lies in the interval that was derived for its KPI. */
class RangesHoldProperties {

    /** Intervals are of exact arithmetic; a mean may be off in its last digits. */
    private static final double ROUNDING = 1e-9;

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void everyValueLiesInItsInterval(@ForAll("questions") Question question) {
        Result result = run(question);
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            Kpi asked = result.kpis().get(kpi);
            collect(asked.range());
            Interval range = rounded(asked.range());
            for (int slice = 0; slice < result.slices().size(); slice++) {
                for (int i = 0; i < result.periods(); i++) {
                    if (result.hasValue(kpi, slice, i)) {
                        assertThat(range.contains(result.valueOr(kpi, slice, i, 0)))
                                .as("%s in %s for %s is %s, not in %s", asked, result.period(i), result.slices().get(slice),
                                        result.valueOr(kpi, slice, i, 0), asked.range()).isTrue();
                    }
                }
            }
        }
        Statistics.label("ranges").coverage(coverage -> {
            coverage.check("known").percentage(share -> share >= 20);
            coverage.check("both ends").percentage(share -> share >= 5);
        });
    }

    private static Result run(Question question) {
        try {
            return question.evaluation().run();
        } catch (DiagnosticException e) {
            Assume.that(false);
            throw e;
        }
    }

    private static void collect(Interval range) {
        boolean both = Double.isFinite(range.low()) && Double.isFinite(range.high());
        Statistics.label("ranges").collect(range.isAny() ? "any" : range.isEmpty() ? "none" : both ? "both ends" : "known");
    }

    private static Interval rounded(Interval range) {
        return range.isEmpty() ? range : Interval.between(
                range.low() - ROUNDING * Math.abs(range.low()) - ROUNDING,
                range.high() + ROUNDING * Math.abs(range.high()) + ROUNDING);
    }
}
