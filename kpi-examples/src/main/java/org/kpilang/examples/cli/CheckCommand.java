package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kpilang.evaluate.Examples;
import org.kpilang.model.Model;
import org.kpilang.report.DiagnosticsJson;
import org.kpilang.source.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with a model, whose examples are run. */
@Command(name = "check", description = "Says what is wrong with a model; runs its examples.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {

    /** How it is said. */
    enum Format {
        TEXT, JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.kpi", description = "The file with the model.")
    private String model;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given. JSON goes to standard output.")
    private Format format;

    @Override
    public Integer call() throws IOException {
        return format == Format.JSON ? json() : text();
    }

    private int json() throws IOException {
        Checked<Model> checked = ModelFile.check(model);
        DiagnosticsJson.of(checked.diagnostics()).write(spec.commandLine().getOut());
        return checked.isValid() ? 0 : Main.FAILED;
    }

    private int text() {
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
