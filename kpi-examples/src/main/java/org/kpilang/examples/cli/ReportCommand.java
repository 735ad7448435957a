package org.kpilang.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.report.HtmlReport;
import org.kpilang.report.MarkdownReport;
import org.kpilang.report.Report;
import org.kpilang.report.ReportContents;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Period;
import org.kpilang.time.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a report that people read. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Writes a report of the KPIs of a model: headlines, charts, figures and definitions, in one"
            + " file.",
        footer = {"", "Examples:", "  kpi report saas.kpi --facts saas.csv --out report.html",
            "  kpi report saas.kpi --facts saas.csv --as-of 2026-04-02 --out report.html",
            "  kpi report shop.kpi --facts days.csv --grain month --open-from 2026-03-15"})
final class ReportCommand extends ResultCommand {

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

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write; standard output if not given.")
    private @Nullable String out;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "html",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Format format;

    @Option(names = "--title", paramLabel = "TITLE", description = "The heading.")
    private @Nullable String title;

    @Mixin
    private LocaleOption locale;

    @Mixin
    private WaitingOptions waiting;

    @Override
    void write(Evaluation question, Result result, Appendable standardOutput) throws IOException {
        Report report = format.report(contents(question, result));
        if (out == null) {
            report.write(standardOutput);
        } else {
            new OutputFile(out).write(report);
        }
    }

    private ReportContents contents(Evaluation question, Result result) {
        ReportContents contents = ReportContents.of(Scorecard.of(result)).locale(locale.locale())
                .line("Model", file(model()))
                .line("Facts", String.join(", ", facts()) + ", " + result.window() + " by "
                        + result.window().grain().word());
        contents = title == null ? contents : contents.title(title);
        contents = waiting.areAsked()
                ? contents.asOf(waiting.day()).events(waiting.events(question, result)) : contents;
        Optional<Result> parts = parts(question, result.window());
        return parts.isPresent() ? contents.parts(parts.get()) : contents;
    }

    /** Figures of shorter periods, if it was said from which of them on one is open, such as a day of a month. */
    private static Optional<Result> parts(Evaluation question, Window asked) {
        Period open = question.openFrom();
        if (open == null || open.grain() == asked.grain() || !asked.calendar().nests(open.grain(), asked.grain())) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.grain(open.grain()).run());
        } catch (DiagnosticException e) {
            // Facts by month do not tell at which pace its days go.
            if (e.diagnostics().stream().allMatch(problem -> problem.code() == DiagnosticCode.GRAIN_TOO_FINE)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String file(String name) {
        return Optional.ofNullable(Path.of(name).getFileName()).map(Path::toString).orElse(name);
    }
}
