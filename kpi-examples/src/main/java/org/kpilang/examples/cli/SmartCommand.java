package org.kpilang.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.model.Model;
import org.kpilang.report.Report;
import org.kpilang.report.SmartJsonReport;
import org.kpilang.report.SmartReport;
import org.kpilang.scorecard.ModelReview;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.scorecard.Smart;
import org.kpilang.source.Suggestion;
import org.kpilang.time.Grain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether KPIs are specific, measurable, achievable, relevant and time-bound, and what is missing. */
@Command(name = "smart",
        description = "Says whether KPIs are specific, measurable, achievable, relevant and time-bound, and what is missing.",
        mixinStandardHelpOptions = true, versionProvider = Version.class, footer = {"",
            "Achievable is judged by the history: the growth that a target takes, beside the growth that there was."})
final class SmartCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.kpi", description = "The file with the model.")
    private String model;

    @Mixin
    private FactFiles facts;

    @Mixin
    private ProgressOption progress;

    @Option(names = "--kpi", paramLabel = "KPI", split = ",",
            description = "Only these KPIs, in this order; nothing is said of the model then.")
    private List<String> kpis = List.of();

    @Option(names = "--grain", paramLabel = "GRAIN",
            description = "By which periods the history is judged: ${COMPLETION-CANDIDATES}; those of the facts if not"
                    + " given.")
    private @Nullable Grain grain;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private CheckCommand.Format format;

    @Override
    public Integer call() throws IOException {
        PrintWriter messages = spec.commandLine().getErr();
        Optional<Model> checked = ModelFile.read(model, messages);
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Model good = checked.get();
        kpis.forEach(kpi -> refuseUnknown(good, kpi));
        List<Smart> judged = facts.isEmpty() ? byDefinition(good) : byHistory(good);
        ModelReview review = kpis.isEmpty() ? ModelReview.of(good) : null;
        report(judged, review).write(spec.commandLine().getOut());
        return 0;
    }

    private Report report(List<Smart> judged, @Nullable ModelReview review) {
        if (format == CheckCommand.Format.JSON) {
            return SmartJsonReport.of(judged, review);
        }
        return review == null ? SmartReport.of(judged) : SmartReport.of(judged).review(review);
    }

    private List<Smart> byDefinition(Model good) {
        if (grain != null) {
            throw new RefusedException("--grain needs --facts, which tell of the history");
        }
        return kpis.isEmpty() ? Smart.ofModel(good) : kpis.stream().map(kpi -> Smart.of(good, kpi)).toList();
    }

    private List<Smart> byHistory(Model good) {
        try (ProgressBar bar = progress.bar()) {
            Evaluation question = Evaluation.of(good, facts.load(good, false, spec.commandLine().getErr(), bar))
                    .kpis(kpis);
            bar.begin("judging KPIs");
            return Smart.ofModel(Scorecard.of((grain == null ? question : question.grain(grain)).run()));
        }
    }

    private static void refuseUnknown(Model good, String kpi) {
        if (good.kpi(kpi).isEmpty()) {
            String hint = Suggestion.hint(kpi, good.kpis().stream().map(known -> known.id()).toList());
            throw new RefusedException("there is no KPI `" + kpi + "`" + (hint == null ? "" : "; " + hint));
        }
    }
}
