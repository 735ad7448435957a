package org.kpilang.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Model;
import org.kpilang.report.HtmlReport;
import org.kpilang.report.MarkdownReport;
import org.kpilang.report.Report;
import org.kpilang.report.ReportContents;
import org.kpilang.scorecard.Scorecard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a report that people read. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Writes a report of the KPIs of a model: headlines, charts, figures, and definitions, in one file.")
final class ReportCommand implements Callable<Integer> {

    /** How reports are written. */
    enum Format {
        HTML, MARKDOWN;

        Report report(ReportContents contents) {
            return this == HTML ? HtmlReport.of(contents) : MarkdownReport.of(contents);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int FINGERPRINT = 12;

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

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write; standard output if not given.")
    private @Nullable String out;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "html",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Format format;

    @Option(names = "--title", paramLabel = "TITLE", description = "The heading.")
    private @Nullable String title;

    @Option(names = "--as-of", paramLabel = "DAY", description = "The day up to which things are known, in any words.")
    private @Nullable String asOf;

    @Mixin
    private LocaleOption locale;

    @Override
    public Integer call() throws IOException {
        facts.require(spec.commandLine());
        Optional<Model> checked = ModelFile.read(model, spec.commandLine().getErr());
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Report report;
        try (ProgressBar bar = progress.bar()) {
            Evaluation asked = options.question(checked.get(),
                    facts.load(checked.get(), false, spec.commandLine().getErr(), bar));
            bar.begin("working out KPIs");
            report = format.report(contents(asked.run()));
        }
        if (out == null) {
            report.write(spec.commandLine().getOut());
        } else {
            new OutputFile(out).write(report);
        }
        return 0;
    }

    private ReportContents contents(Result result) {
        ReportContents contents = ReportContents.of(Scorecard.of(result)).locale(locale.locale())
                .line("Model", file(model) + ", fingerprint " + fingerprint(new InputFile(model).text()))
                .line("Facts", String.join(", ", facts.names()) + ", " + result.window() + " by "
                        + result.window().grain().word());
        contents = title == null ? contents : contents.title(title);
        return asOf == null ? contents : contents.asOf(asOf);
    }

    private static String file(String name) {
        return Optional.ofNullable(Path.of(name).getFileName()).map(Path::toString).orElse(name);
    }

    /** The first digits of the SHA-256 of the text. */
    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every platform has SHA-256", e);
        }
    }
}
