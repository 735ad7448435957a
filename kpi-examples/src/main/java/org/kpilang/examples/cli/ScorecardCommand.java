package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.Locale;
import org.kpilang.evaluate.Result;
import org.kpilang.report.CsvReport;
import org.kpilang.report.Report;
import org.kpilang.report.ScorecardJson;
import org.kpilang.report.ScorecardText;
import org.kpilang.scorecard.Scorecard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows where the KPIs of a model stand. */
@Command(name = "scorecard", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Shows where the KPIs of a model stand: value, status, target, change, and how they went.")
final class ScorecardCommand extends ResultCommand {

    /** How scorecards are written. */
    enum Format {
        TABLE, CSV, JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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
    void write(Result result, Appendable out) throws IOException {
        report(Scorecard.of(result)).write(out);
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
