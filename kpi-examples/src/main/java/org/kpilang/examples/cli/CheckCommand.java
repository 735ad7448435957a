package org.kpilang.examples.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.kpilang.evaluate.Examples;
import org.kpilang.model.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with a model, whose examples are run. */
@Command(name = "check", description = "Says what is wrong with a model; runs its examples.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.kpi", description = "The file with the model.")
    private String model;

    @Override
    public Integer call() {
        Optional<Model> checked = ModelFile.read(model, spec.commandLine().getErr());
        checked.ifPresent(good -> spec.commandLine().getOut().println(model + ": " + count(good.kpis().size(), "KPI")
                + " over " + count(good.inputs().size(), "input") + ", " + examples(good) + "no errors"));
        return checked.isPresent() ? 0 : Main.FAILED;
    }

    /** How many examples were run, if there are any. */
    private static String examples(Model model) {
        int count = Examples.count(model);
        return count == 0 ? "" : count(count, "example") + (count == 1 ? " holds, " : " hold, ");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
