package org.kpilang.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.series.ShortestDecimal;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.source.Suggestion;

/** The inputs and constants of a model, which are what can be supposed to be different. */
final class ChangeableNames {

    private ChangeableNames() {}

    /**
     * The constant of a name that is none of an input.
     *
     * @throws DiagnosticException if there is none
     */
    static ConstantDefinition constant(Model model, String name) {
        return model.constant(name).orElseThrow(() -> refused(model, name));
    }

    /**
     * The KPI of an id.
     *
     * @throws DiagnosticException if there is none
     */
    static Kpi kpi(Model model, String id) {
        return model.kpi(id).orElseThrow(() -> new DiagnosticException(new Diagnostic(DiagnosticCode.UNKNOWN_NAME,
                "the model has no KPI `" + id + "`", Origin.NONE,
                Suggestion.hint(id, model.kpis().stream().map(Kpi::id).toList()))));
    }

    private static DiagnosticException refused(Model model, String name) {
        if (model.kpi(name).isPresent()) {
            return new DiagnosticException(new Diagnostic(DiagnosticCode.WRONG_SORT_OF_NAME,
                    "`" + name + "` is a KPI, which follows from inputs and cannot be changed itself", Origin.NONE,
                    "change one of its inputs, or give it another formula"));
        }
        List<String> names = Stream.concat(model.inputs().stream().map(InputDefinition::name),
                constants(model).map(ConstantDefinition::name)).toList();
        return new DiagnosticException(new Diagnostic(DiagnosticCode.UNKNOWN_NAME,
                "the model has no input or constant `" + name + "`", Origin.NONE, Suggestion.hint(name, names)));
    }

    /** The constants of a model, in the order written. */
    static Stream<ConstantDefinition> constants(Model model) {
        return model.definitions().of(ConstantDefinition.class).stream();
    }

    /** What a constant comes to, or null if it has no value. */
    static @Nullable BigDecimal value(Evaluation question, String constant) {
        if (constant(question.model(), constant).value() instanceof NumberLiteral number) {
            return number.value();
        }
        Result result = question.run();
        Answers answers = result.ask(List.of(Reference.to(constant)));
        return result.slices().isEmpty() || !answers.hasValue(0, 0, 0) ? null
                : ShortestDecimal.of(answers.valueOr(0, 0, 0, Double.NaN));
    }
}
