package org.kpilang.examples.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is asked of a model: which KPIs, when, in which periods, and by what. */
final class EvaluationOptions {

    @Mixin
    private PeriodOptions periods;

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
        Evaluation question = Evaluation.of(model, facts).kpis(kpis).by(by).defined(definitions(model, asDefined));
        return periods.of(openFrom == null ? question
                : question.openFrom(PeriodOptions.period(model, "--open-from", openFrom)));
    }

    /** Reads which definitions count. */
    static AsDefined definitions(Model model, String asDefined) {
        return switch (asDefined) {
            case "then" -> AsDefined.THEN;
            case "now" -> AsDefined.NOW;
            default -> AsDefined.in(PeriodOptions.period(model, "--as-defined is then, now, or a period", asDefined));
        };
    }
}
