package org.kpilang.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.report.HtmlReport;
import org.kpilang.report.MarkdownReport;
import org.kpilang.report.Report;
import org.kpilang.report.ReportContents;
import org.kpilang.scorecard.Scorecard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a report that people read. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Writes a report of the KPIs of a model: headlines, charts, figures and definitions, in one file.")
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

    @Option(names = "--as-of", paramLabel = "DAY", description = "The day up to which things are known, in any words.")
    private @Nullable String asOf;

    @Mixin
    private LocaleOption locale;

    @Override
    void write(Result result, Appendable standardOutput) throws IOException {
        Report report = format.report(contents(result));
        if (out == null) {
            report.write(standardOutput);
        } else {
            new OutputFile(out).write(report);
        }
    }

    private ReportContents contents(Result result) {
        ReportContents contents = ReportContents.of(Scorecard.of(result)).locale(locale.locale())
                .line("Model", file(model()))
                .line("Facts", String.join(", ", facts()) + ", " + result.window() + " by "
                        + result.window().grain().word());
        contents = title == null ? contents : contents.title(title);
        return asOf == null ? contents : contents.asOf(asOf);
    }

    private static String file(String name) {
        return Optional.ofNullable(Path.of(name).getFileName()).map(Path::toString).orElse(name);
    }
}
