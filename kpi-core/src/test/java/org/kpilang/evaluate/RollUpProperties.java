package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

class RollUpProperties {

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any().filter(question -> question.model().kpis().stream()
                .anyMatch(kpi -> kpi.addsUp() && !kpi.isVersioned()));
    }

    /** The value of a long period is the sum of those of its parts, if the model says so of a KPI. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void whatAddsUpOverTimeDoes(@ForAll("questions") Question question) {
        Result result = run(question.defined(AsDefined.NOW).evaluation());
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            Kpi asked = result.kpis().get(kpi);
            Grain fine = result.factGrain(kpi);
            if (!asked.addsUp() || fine == result.window().grain() || differs(asked.id(), fine, question.model())) {
                continue;
            }
            Result parts = run(question.defined(AsDefined.NOW).evaluation().kpis(asked.id()).grain(fine));
            for (int i = 0; i < result.periods(); i++) {
                OptionalDouble whole = result.value(asked.id(), Slice.TOTAL, result.period(i));
                Statistics.collect(whole.isPresent() ? "known" : "not known");
                if (whole.isPresent()) {
                    assertThat(sum(parts, asked.id(), result.period(i).window().in(fine)))
                            .isCloseTo(whole.getAsDouble(), within(1e-6 * Math.max(1, Math.abs(whole.getAsDouble()))));
                }
            }
        }
    }

    /**
     * Whether a formula may say something else of a quarter of which a month is unknown than of its months, or shifts
     * days by months, which are not all as long.
     */
    private static boolean differs(String name, Grain fine, Model model) {
        String formula = model.formulas(name).stream().findFirst().map(Object::toString)
                .orElseGet(() -> model.defined(name).map(function -> function.body().toString()).orElse(""));
        boolean shifts = fine.compareTo(Grain.MONTH) < 0 && formula.contains(" ago");
        return shifts || formula.contains(" else ") || Pattern.compile("[\\w.]+").matcher(formula).results()
                .map(MatchResult::group).filter(word -> !word.equals(name))
                .anyMatch(word -> differs(word, fine, model));
    }

    private static double sum(Result parts, String kpi, Window window) {
        double sum = 0;
        for (int ordinal = window.first(); ordinal <= window.last(); ordinal++) {
            sum += parts.value(kpi, Slice.TOTAL, new Period(window.calendar(), window.grain(), ordinal)).orElseThrow();
        }
        return sum;
    }

    private static Result run(Evaluation evaluation) {
        try {
            return evaluation.run();
        } catch (DiagnosticException e) {
            Assume.that(false);
            throw e;
        }
    }
}
