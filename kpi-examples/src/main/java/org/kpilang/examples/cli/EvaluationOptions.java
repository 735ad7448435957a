package org.kpilang.examples.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import picocli.CommandLine.Option;

/** What is asked of a model: which KPIs, when, in which periods, and by what. */
final class EvaluationOptions {

    @Option(names = "--grain", paramLabel = "GRAIN",
            description = "${COMPLETION-CANDIDATES}; that of the facts if not given.")
    private @Nullable Grain grain;

    @Option(names = "--from", paramLabel = "PERIOD", description = "The first period, such as 2024-01 or 2024-Q1.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "PERIOD", description = "The last period.")
    private @Nullable String to;

    @Option(names = "--by", paramLabel = "DIMENSION", split = ",", description = "By these dimensions, with totals.")
    private List<String> by = List.of();

    @Option(names = "--kpi", paramLabel = "KPI", split = ",", description = "Only these KPIs, in this order.")
    private List<String> kpis = List.of();

    @Option(names = "--as-defined", paramLabel = "WHEN", defaultValue = "then",
            description = "By which definitions of KPIs that have had several: then, those that held in each period;"
                    + " now, the latest; or a period, those that held at its end. ${DEFAULT-VALUE} if not given.")
    private String asDefined;

    @Option(names = "--open-from", paramLabel = "PERIOD",
            description = "The first period whose facts are not complete: from it on, the status is open.")
    private @Nullable String openFrom;

    /** The question about a model and its facts. */
    Evaluation question(Model model, Facts facts) {
        Evaluation question = Evaluation.of(model, facts).kpis(kpis).by(by).defined(definitions(model));
        question = openFrom == null ? question : question.openFrom(period(model, "--open-from", openFrom));
        question = grain == null ? question : question.grain(grain);
        question = from == null ? question : question.from(period(model, "--from", from));
        return to == null ? question : question.to(period(model, "--to", to));
    }

    private AsDefined definitions(Model model) {
        return switch (asDefined) {
            case "then" -> AsDefined.THEN;
            case "now" -> AsDefined.NOW;
            default -> AsDefined.in(period(model, "--as-defined is then, now, or a period", asDefined));
        };
    }

    /** Reads a period that an option names. */
    static Period period(Model model, String option, String text) {
        try {
            return model.calendar().parse(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(option + ": " + e.getMessage());
        }
    }
}
