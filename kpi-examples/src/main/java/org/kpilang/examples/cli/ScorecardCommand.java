package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.model.Model;
import org.kpilang.report.CsvReport;
import org.kpilang.report.Report;
import org.kpilang.report.ScorecardJson;
import org.kpilang.report.ScorecardText;
import org.kpilang.scorecard.Scorecard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where the KPIs of a model stand. */
@Command(name = "scorecard", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Shows where the KPIs of a model stand: value, status, target, change, and how they went.")
final class ScorecardCommand implements Callable<Integer> {

    /** How scorecards are written. */
    enum Format {
        TABLE, CSV, JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Format format;

    @Option(names = "--width", paramLabel = "CHARACTERS", defaultValue = "120",
            description = "How wide it may be; ${DEFAULT-VALUE} if not given.")
    private int width;

    @Option(names = "--color", description = "Statuses in their color.")
    private boolean colored;

    @Option(names = "--ascii", description = "Sparklines of plain characters.")
    private boolean ascii;

    @Mixin
    private LocaleOption locale;

    @Override
    public Integer call() throws IOException {
        facts.require(spec.commandLine());
        Optional<Model> checked = ModelFile.read(model, spec.commandLine().getErr());
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Scorecard scorecard;
        try (ProgressBar bar = progress.bar()) {
            Evaluation asked = options.question(checked.get(),
                    facts.load(checked.get(), false, spec.commandLine().getErr(), bar));
            bar.begin("working out KPIs");
            scorecard = Scorecard.of(asked.run());
        }
        report(scorecard).write(spec.commandLine().getOut());
        return 0;
    }

    private Report report(Scorecard scorecard) {
        return switch (format) {
            case CSV -> CsvReport.of(scorecard);
            case JSON -> ScorecardJson.of(scorecard);
            case TABLE -> {
                ScorecardText text = ScorecardText.of(scorecard).width(width).locale(locale.locale());
                text = colored ? text.colored() : text;
                yield ascii ? text.ascii() : text;
            }
        };
    }
}
