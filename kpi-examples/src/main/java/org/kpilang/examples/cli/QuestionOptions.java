package org.kpilang.examples.cli;

import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import picocli.CommandLine.Option;

/** At which grain and in which periods it is asked. */
final class QuestionOptions {

    @Option(names = "--grain", paramLabel = "GRAIN",
            description = "${COMPLETION-CANDIDATES}; that of the facts if not given.")
    private @Nullable Grain grain;

    @Option(names = "--from", paramLabel = "PERIOD", description = "The first period, such as 2024-01 or 2024-Q1.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "PERIOD", description = "The last period.")
    private @Nullable String to;

    Evaluation question(Model model, Facts facts) {
        Evaluation question = Evaluation.of(model, facts);
        question = grain == null ? question : question.grain(grain);
        question = from == null ? question : question.from(EvalCommand.period(model, "--from", from));
        return to == null ? question : question.to(EvalCommand.period(model, "--to", to));
    }
}
