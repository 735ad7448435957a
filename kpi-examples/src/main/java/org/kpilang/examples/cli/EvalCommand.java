package org.kpilang.examples.cli;

import java.io.IOException;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Decimals;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Totals;
import org.kpilang.report.CsvReport;
import org.kpilang.report.JsonReport;
import org.kpilang.report.Report;
import org.kpilang.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Works out the KPIs of a model. */
@Command(name = "eval", description = "Works out the KPIs of a model from files of facts.", mixinStandardHelpOptions = true,
        versionProvider = Version.class, footer = {"",
            "A file of facts is CSV in UTF-8. Its first line names the columns: one of period, date, day, week, month,"
                + " quarter or year; dimensions of the model; inputs of the model.", "",
            "A file of events is written alike, with one row for each thing that happened. Flows add up. A distinct count"
                + " has the identity of what is counted, such as a customer number. Other columns are not used."})
final class EvalCommand extends ResultCommand {

    /** How results are written. */
    enum Format {
        TABLE, CSV, JSON;

        Report report(Result result) {
            return switch (this) {
                case TABLE -> TextReport.of(result);
                case CSV -> CsvReport.of(result);
                case JSON -> JsonReport.of(result);
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@link RoundingMode} in the words of the command. */
    enum Rounding {
        UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN;

        private final RoundingMode mode = RoundingMode.valueOf(name());

        @Override
        public String toString() {
            return Words.word(this);
        }
    }

    @Option(names = "--totals", paramLabel = "TOTALS", defaultValue = "last",
            description = "Which totals: last, from the last dimension to all; all, over any of the dimensions; none."
                    + " ${DEFAULT-VALUE} if not given.")
    private Totals totals;

    @Option(names = "--decimals", paramLabel = "DIGITS",
            description = "Works everything out exactly, as for money, and rounds results to so many digits after the"
                    + " point; a percentage is a ratio. Facts count as they are written.")
    private @Nullable Integer decimals;

    @Option(names = "--rounding", paramLabel = "MODE", defaultValue = "half-even",
            description = "How decimals are rounded: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Rounding rounding;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Format format;

    @Override
    boolean isInDecimals() {
        return decimals != null;
    }

    @Override
    Evaluation asked(Evaluation question) {
        Evaluation withTotals = question.totals(totals);
        return decimals == null ? withTotals : withTotals.decimals(decimals(decimals));
    }

    @Override
    void write(Evaluation question, Result result, Appendable out) throws IOException {
        format.report(result).write(out);
    }

    private Decimals decimals(int digits) {
        try {
            return Decimals.scale(digits, rounding.mode);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("--decimals: " + e.getMessage());
        }
    }
}
