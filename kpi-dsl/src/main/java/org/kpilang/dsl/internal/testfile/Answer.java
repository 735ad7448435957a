package org.kpilang.dsl.internal.testfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Definitions;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * What comes of a question.
 *
 * @param result      the values, or null if there are errors or nothing was asked
 * @param diagnostics all that is wrong, and all warnings
 */
record Answer(@Nullable Result result, List<Diagnostic> diagnostics) {

    /** Asks a question. */
    static Answer to(CaseScript script, FunctionRegistry functions) {
        List<Diagnostic> said = new ArrayList<>();
        List<Definitions> texts = new ArrayList<>();
        for (Checked<Definitions> text : script.definitions()) {
            said.addAll(text.diagnostics());
            text.value().ifPresent(texts::add);
        }
        Question question = script.question();
        Expression formula = null;
        if (question != null) {
            Checked<Expression> read = KpiLanguage.parseFormula(question.formula());
            said.addAll(read.diagnostics());
            formula = read.value().orElse(null);
        }
        if (said.stream().anyMatch(Diagnostic::isError)) {
            return new Answer(null, said);
        }
        Checked<CaseModel> model = CaseModel.of(texts, script.facts(), formula, functions);
        said.addAll(model.diagnostics());
        Optional<CaseModel> asked = model.value();
        if (asked.isEmpty() || question == null) {
            return new Answer(null, said);
        }
        Checked<Facts> facts = CaseFacts.of(script.facts(), asked.get().model());
        said.addAll(facts.diagnostics());
        if (!facts.isValid()) {
            return new Answer(null, said);
        }
        try {
            return new Answer(evaluation(script, question, asked.get(), facts.orThrow()).run(), said);
        } catch (DiagnosticException e) {
            said.addAll(e.diagnostics());
            return new Answer(null, said);
        }
    }

    private static Evaluation evaluation(CaseScript script, Question question, CaseModel asked, Facts facts) {
        Evaluation evaluation = Evaluation.of(asked.model(), facts).kpis(asked.asked()).by(question.by());
        Question.Range range = script.range();
        Period first = range.first();
        Period last = range.last();
        Grain grain = range.grain();
        if (first == null && last == null && !asked.needsFacts()) {
            first = Grains.someYear(script.calendar());
            last = first;
            grain = Grain.YEAR;
        }
        evaluation = grain == null ? evaluation : evaluation.grain(grain);
        evaluation = first == null ? evaluation : evaluation.from(first);
        return last == null ? evaluation : evaluation.to(last);
    }
}
