package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.Expectation;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.Property.Example;
import org.kpilang.model.Property.Given;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.testing.Answer;
import org.kpilang.testing.AskedLeaves;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;
import org.kpilang.testing.ReferenceEvaluator;
import org.kpilang.time.Period;

/** An example gives what the definition of the language gives, if it is told what every input comes to. */
class ExamplesAgreeWithReferenceProperties {

    private static final String TESTED = "tested";

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void givesTheAnswerOfTheDefinition(@ForAll("questions") Question question) {
        // An example of a definition that still holds is worked out by the latest definitions.
        ReferenceEvaluator reference = new ReferenceEvaluator(question.model(), question.facts(), AsDefined.NOW);
        for (Kpi kpi : question.model().kpis()) {
            Set<Expression> leaves = AskedLeaves.of(kpi.formula(), question.model());
            Period period = leaves.isEmpty() || kpi.id().equals(Questions.ROUGH) ? null : period(question);
            if (period != null) {
                compare(question.model(), kpi, period, leaves, reference);
            }
        }
        Statistics.label("examples").coverage(coverage -> coverage.check("known").count(count -> count > 100));
    }

    /** A period with facts around it. */
    private static Period period(Question question) {
        try {
            Result result = question.evaluation().run();
            return result.period(result.periods() / 2);
        } catch (DiagnosticException e) {
            return null;
        }
    }

    private static void compare(
            Model model, Kpi kpi, Period period, Set<Expression> leaves, ReferenceEvaluator reference) {
        Map<Expression, Double> given = new LinkedHashMap<>();
        for (Expression leaf : leaves) {
            Answer answer = reference.answer(leaf, Slice.TOTAL, period);
            if (answer.isKnown()) {
                given.put(leaf, answer.value());
            } else if (answer.undefined()) {
                // An input that is undefined of itself, such as a level without weight, cannot be given.
                return;
            }
        }
        Answer answer = reference.answer(kpi.id(), Slice.TOTAL, period);
        Statistics.label("examples")
                .collect(answer.isKnown() ? "known" : answer.undefined() ? "undefined" : "unknown");
        Expectation expected = answer.isKnown() ? new Expectation.Value(literal(answer.value()), null)
                : new Expectation.NoValue(answer.undefined(), Origin.NONE);
        Checked<Model> outcome = run(model, kpi, period, given, expected);
        while (isGivenTwice(outcome)) {
            // Two ways of writing that lead to the same place: then the definition gives the same for both.
            String message = outcome.diagnostics().get(0).message();
            Expression second = given.keySet().stream()
                    .filter(leaf -> message.startsWith("`" + leaf + "` is")).findFirst().orElseThrow();
            assertThat(given.keySet().stream().filter(leaf -> message.endsWith("as `" + leaf + "`")).map(given::get))
                    .as(message).containsExactly(given.get(second));
            given.remove(second);
            outcome = run(model, kpi, period, given, expected);
        }
        assertThat(outcome.diagnostics()).as("%s in %s with %s", kpi.formula(), period, given).isEmpty();

        // One more would be the same number where the answer is very large.
        double other = answer.value() + 1 + Math.abs(answer.value());
        Expectation wrong = answer.isKnown() ? new Expectation.Value(literal(other), null)
                : new Expectation.NoValue(!answer.undefined(), Origin.NONE);
        assertThat(run(model, kpi, period, given, wrong).diagnostics()).extracting(Diagnostic::code)
                .containsExactly(DiagnosticCode.EXAMPLE_FAILS);
    }

    private static boolean isGivenTwice(Checked<Model> outcome) {
        return !outcome.isValid() && outcome.diagnostics().get(0).message().contains("is given already");
    }

    private static Checked<Model> run(
            Model model, Kpi kpi, Period period, Map<Expression, Double> given, Expectation expected) {
        List<Given> values = new ArrayList<>();
        given.forEach((leaf, value) -> values.add(new Given(leaf, literal(value))));
        List<Definition> all = new ArrayList<>(model.definitions().all());
        all.add(new KpiDefinition(TESTED, null, null, Reference.to(kpi.id()), List.of(
                new Example(period.toString(), values, expected, Origin.NONE)), Origin.NONE));
        return Examples.check(Model.of(new Definitions(all)));
    }

    private static Expression literal(double value) {
        NumberLiteral size = NumberLiteral.of(BigDecimal.valueOf(Math.abs(value)));
        return value < 0 ? new Negation(size, Origin.NONE) : size;
    }
}
