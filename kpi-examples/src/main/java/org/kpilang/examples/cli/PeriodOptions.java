package org.kpilang.examples.cli;

import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import picocli.CommandLine.Option;

/** At which grain and in which periods it is asked. */
final class PeriodOptions {

    @Option(names = "--grain", paramLabel = "GRAIN",
            description = "${COMPLETION-CANDIDATES}; that of the facts if not given.")
    private @Nullable Grain grain;

    @Option(names = "--from", paramLabel = "PERIOD", description = "The first period, such as 2024-01 or 2024-Q1.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "PERIOD", description = "The last period.")
    private @Nullable String to;

    /** The question, asked at the grain and in the periods that were named. */
    Evaluation of(Evaluation asked) {
        Evaluation question = grain == null ? asked : asked.grain(grain);
        question = from == null ? question : question.from(period(question.model(), "--from", from));
        return to == null ? question : question.to(period(question.model(), "--to", to));
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
