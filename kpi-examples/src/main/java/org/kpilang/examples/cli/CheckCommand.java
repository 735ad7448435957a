package org.kpilang.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.facts.Facts;
import org.kpilang.evaluate.Examples;
import org.kpilang.model.Model;
import org.kpilang.report.DiagnosticsJson;
import org.kpilang.scorecard.CheckedClaim;
import org.kpilang.scorecard.ModelReview;
import org.kpilang.scorecard.TimingClaims;
import org.kpilang.scorecard.TimingDiagnostics;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticRenderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with a model, whose examples are run and whose claims about timing are held against facts. */
@Command(name = "check",
        description = "Says what is wrong with a model; runs its examples, and holds claims against facts.",
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

    @Option(names = "--strict",
            description = "Also says what good practice asks for: objectives, owners, targets with dates, reviews; fails if"
                    + " something is missing.")
    private boolean strict;

    @Mixin
    private FactFiles facts;

    @Option(names = "--verbose", description = "Tells what the history says to each claim about timing.")
    private boolean verbose;

    @Mixin
    private ProgressOption progress;

    @Override
    public Integer call() throws IOException {
        if (verbose && facts.isEmpty()) {
            throw new RefusedException("--verbose needs --facts, which tell of the history");
        }
        return format == Format.JSON ? json() : text();
    }

    private int json() throws IOException {
        Checked<Model> checked = ModelFile.check(model);
        List<Diagnostic> all = new ArrayList<>(checked.diagnostics());
        boolean failed = !checked.isValid();
        if (checked.isValid()) {
            Model good = checked.orThrow();
            List<Diagnostic> asked = ofModel(good);
            all.addAll(asked);
            all.addAll(TimingDiagnostics.of(claims(good)));
            failed |= strict && !asked.isEmpty();
        }
        DiagnosticsJson.of(all).write(spec.commandLine().getOut());
        return failed ? Main.FAILED : 0;
    }

    private int text() {
        PrintWriter messages = spec.commandLine().getErr();
        Optional<Model> checked = ModelFile.read(model, messages);
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Model good = checked.get();
        List<CheckedClaim> claims = claims(good);
        List<Diagnostic> warnings = new ArrayList<>(TimingDiagnostics.of(claims));
        List<Diagnostic> asked = ofModel(good);
        warnings.addAll(asked);
        messages.print(DiagnosticRenderer.render(warnings));
        messages.flush();
        PrintWriter results = spec.commandLine().getOut();
        results.println(model + ": " + count(good.kpis().size(), "KPI") + " over " + count(good.inputs().size(),
                "input")
                + ", " + examples(good) + "no errors");
        if (!claims.isEmpty()) {
            results.println(model + ": " + count(claims.size(), "claim") + " about timing, " + verdicts(claims));
        }
        if (verbose) {
            claims.forEach(claim -> results.println(claim.kpi().id() + ": " + claim.sentence()));
        }
        return strict && !asked.isEmpty() ? Main.FAILED : 0;
    }

    /** What is to be said of the model as a whole. */
    private List<Diagnostic> ofModel(Model good) {
        return strict ? ModelReview.of(good).findings()
                : TimingDiagnostics.ofModel(good).map(List::of).orElse(List.of());
    }

    /** The claims of all KPIs, held against the facts if there are any. */
    private List<CheckedClaim> claims(Model good) {
        if (facts.isEmpty()) {
            return List.of();
        }
        try (ProgressBar bar = progress.bar()) {
            Facts loaded = facts.load(good, false, spec.commandLine().getErr(), bar);
            bar.begin("testing claims");
            return TimingClaims.of(Evaluation.of(good, loaded).run());
        }
    }

    /** How many are supported, contradicted, and undecided. */
    private static String verdicts(List<CheckedClaim> claims) {
        int supported = 0;
        int contradicted = 0;
        for (CheckedClaim claim : claims) {
            switch (claim.verdict()) {
                case SUPPORTED, SUPPORTED_WITH_ANOTHER_LEAD -> supported++;
                case CONTRADICTED -> contradicted++;
                default -> { }
            }
        }
        return supported + " supported, " + contradicted + " contradicted, "
                + (claims.size() - supported - contradicted)
                + " undecided";
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
