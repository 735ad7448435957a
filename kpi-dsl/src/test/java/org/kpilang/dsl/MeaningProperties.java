package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.SourceText;
import org.kpilang.testing.KpiArbitraries;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;

/** A formula means the same after it was written and read again, and every one that a model accepts has an answer. */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class MeaningProperties {

    private static final String SHOP = """
            currency USD
            unit customer, order
            dimension region, channel
            input revenue, cost : USD      flow
            input refunds       : USD      flow  absent is zero
            input orders        : order    flow
            input customers     : customer stock
            input price         : USD / order level weighted by orders
            constant vat = 19%
            define portion(part, whole) = part / whole
            kpi margin = (revenue - cost) / revenue { unit percent }
            kpi basket = revenue / orders
            """;

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    @Property
    void printedFormulasMeanTheSame(@ForAll("questions") Question question) {
        sameAnswers(question, formula -> KpiLanguage.formula(formula.toString()));
    }

    @Property
    void formattedFormulasMeanTheSame(@ForAll("questions") Question question) {
        sameAnswers(question, formula -> KpiLanguage.formula(Formatter.formatFormula(
                SourceText.ofFormula(formula.toString()), new Formatter.Options(30)).orThrow()));
    }

    private static void sameAnswers(Question question, UnaryOperator<Expression> rewritten) {
        List<Definition> definitions = question.model().definitions().all().stream()
                .map(definition -> rewritten(definition, rewritten)).toList();
        Result before = answer(question);
        Result after = answer(question.of(new Definitions(definitions)));
        for (int kpi = 0; kpi < before.kpis().size(); kpi++) {
            for (int slice = 0; slice < before.slices().size(); slice++) {
                for (int period = 0; period < before.periods(); period++) {
                    assertThat(after.hasValue(kpi, slice, period)).isEqualTo(before.hasValue(kpi, slice, period));
                    assertThat(after.valueOr(kpi, slice, period, 0)).isEqualTo(before.valueOr(kpi, slice, period, 0));
                    assertThat(after.why(kpi, slice, period)).isEqualTo(before.why(kpi, slice, period));
                }
            }
        }
    }

    private static Definition rewritten(Definition definition, UnaryOperator<Expression> rewritten) {
        if (definition instanceof KpiDefinition kpi) {
            return new KpiDefinition(kpi.name(), kpi.label(), kpi.variant(), rewritten.apply(kpi.formula()),
                    kpi.properties(), kpi.origin());
        } else if (definition instanceof FunctionDefinition function) {
            return new FunctionDefinition(function.name(), function.parameters(), rewritten.apply(function.body()),
                    function.origin());
        }
        return definition;
    }

    private static Result answer(Question question) {
        try {
            return question.evaluation().run();
        } catch (DiagnosticException e) {
            Assume.that(false);
            throw e;
        }
    }

    /** A formula with a model that has it as a KPI, and facts for the model. */
    record Asked(Expression formula, Model model, Facts facts) {

        @Override
        public String toString() {
            return formula + " over\n" + facts;
        }
    }

    @Provide
    Arbitrary<Asked> acceptedFormulas() {
        Model shop = KpiLanguage.model(SHOP);
        return Combinators.combine(KpiArbitraries.formulas(shop), KpiArbitraries.facts(shop).periods(1, 14))
                .as((formula, facts) -> new Asked(formula, KpiLanguage.model(SHOP + "kpi asked = " + formula), facts));
    }

    @Property
    void everyAcceptedFormulaHasAnAnswer(@ForAll("acceptedFormulas") Asked asked) {
        Result result = Evaluation.of(asked.model(), asked.facts()).kpis("asked", "margin").by("region", "channel")
                .run();
        for (int slice = 0; slice < result.slices().size(); slice++) {
            for (int period = 0; period < result.periods(); period++) {
                assertThat(result.valueOr(0, slice, period, 0)).isFinite();
                assertThat(result.why(0, slice, period).isEmpty()).isEqualTo(result.hasValue(0, slice, period));
            }
        }
    }
}
