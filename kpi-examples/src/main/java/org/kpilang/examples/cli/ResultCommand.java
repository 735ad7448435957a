package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Model;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that works out KPIs of a model from files of facts, and writes what came of it. */
abstract class ResultCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.kpi", description = "The file with the model.")
    private String model;

    @Mixin
    private FactFiles facts;

    @Mixin
    private ProgressOption progress;

    @Mixin
    private EvaluationOptions options;

    /** The question, with what the command asks of it. */
    Evaluation asked(Evaluation question) {
        return question;
    }

    /** Whether facts are kept as they are written. */
    boolean isInDecimals() {
        return false;
    }

    /** Writes what came of the question. */
    abstract void write(Evaluation question, Result result, Appendable out) throws IOException;

    /** The file with the model as it was named. */
    final String model() {
        return model;
    }

    /** The names of the files of facts without their folders. */
    final List<String> facts() {
        return facts.names();
    }

    @Override
    public final Integer call() throws IOException {
        facts.require(spec.commandLine());
        Optional<Model> checked = ModelFile.read(model, spec.commandLine().getErr());
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Evaluation question;
        Result result;
        try (ProgressBar bar = progress.bar()) {
            question = asked(options.question(checked.get(),
                    facts.load(checked.get(), isInDecimals(), spec.commandLine().getErr(), bar)));
            bar.begin("working out KPIs");
            result = question.run();
        }
        write(question, result, spec.commandLine().getOut());
        return 0;
    }
}
