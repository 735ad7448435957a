package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.Locale;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.report.CsvReport;
import org.kpilang.report.EventReport;
import org.kpilang.report.Report;
import org.kpilang.report.ScorecardJson;
import org.kpilang.report.ScorecardText;
import org.kpilang.scorecard.Scorecard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows where the KPIs of a model stand. */
@Command(name = "scorecard", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Shows where the KPIs of a model stand: value, status, target, change, and how they went.",
        footer = {"", "Examples:", "  kpi scorecard saas.kpi --facts saas.csv",
            "  kpi scorecard saas.kpi --facts saas.csv --as-of 2026-04-02 --reviewed churn=2026-03-01"})
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

    @Mixin
    private WaitingOptions waiting;

    @Override
    void write(Evaluation question, Result result, Appendable out) throws IOException {
        Report scorecard = report(Scorecard.of(result));
        if (!waiting.areAsked()) {
            scorecard.write(out);
            return;
        } else if (format == Format.CSV) {
            throw new RefusedException("--as-of goes with --format table or json");
        }
        EventReport events = EventReport.of(waiting.events(question, result));
        if (format == Format.JSON) {
            waiting.besides(scorecard, events).write(out);
        } else {
            scorecard.write(out);
            waiting.lines(events).write(out);
        }
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
