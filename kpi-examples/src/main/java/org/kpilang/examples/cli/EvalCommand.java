package org.kpilang.examples.cli;

import java.io.IOException;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.evaluate.Decimals;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Totals;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.report.CsvReport;
import org.kpilang.report.JsonReport;
import org.kpilang.report.Report;
import org.kpilang.report.TextReport;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works out the KPIs of a model. */
@Command(name = "eval", description = "Works out the KPIs of a model from files of facts.", mixinStandardHelpOptions = true,
        versionProvider = Version.class, footer = {"",
            "A file of facts is CSV in UTF-8. Its first line names the columns: one of period, date, day, week, month,"
                + " quarter or year; dimensions of the model; inputs of the model.", "",
            "A file of events is written alike, with one row for each thing that happened. Flows add up. A distinct count"
                + " has the identity of what is counted, such as a customer number. Other columns are not used."})
final class EvalCommand implements Callable<Integer> {

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

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.kpi", description = "The file with the model.")
    private String model;

    @Mixin
    private FactFiles facts;

    @Mixin
    private ProgressOption progress;

    @Option(names = "--grain", paramLabel = "GRAIN",
            description = "${COMPLETION-CANDIDATES}; that of the facts if not given.")
    private @Nullable Grain grain;

    @Option(names = "--from", paramLabel = "PERIOD", description = "The first period, such as 2024-01 or 2024-Q1.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "PERIOD", description = "The last period.")
    private @Nullable String to;

    @Option(names = "--by", paramLabel = "DIMENSION", split = ",", description = "By these dimensions, with totals.")
    private List<String> by = List.of();

    @Option(names = "--totals", paramLabel = "TOTALS", defaultValue = "last",
            description = "Which totals: last, from the last dimension to all; all, over any of the dimensions; none."
                    + " ${DEFAULT-VALUE} if not given.")
    private Totals totals;

    @Option(names = "--kpi", paramLabel = "KPI", split = ",", description = "Only these KPIs, in this order.")
    private List<String> kpis = List.of();

    @Option(names = "--as-defined", paramLabel = "WHEN", defaultValue = "then",
            description = "By which definitions of KPIs that have had several: then, those that held in each period;"
                    + " now, the latest; or a period, those that held at its end. ${DEFAULT-VALUE} if not given.")
    private String asDefined;

    @Option(names = "--open-from", paramLabel = "PERIOD",
            description = "The first period whose facts are not complete: from it on, the status is open.")
    private @Nullable String openFrom;

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
    public Integer call() throws IOException {
        facts.require(spec.commandLine());
        Optional<Model> checked = ModelFile.read(model, spec.commandLine().getErr());
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Model good = checked.get();
        Result result;
        try (ProgressBar bar = progress.bar()) {
            Evaluation question = question(good, facts.load(good, decimals != null,
                    spec.commandLine().getErr(), bar));
            bar.begin("working out KPIs");
            result = question.run();
        }
        format.report(result).write(spec.commandLine().getOut());
        return 0;
    }

    private Evaluation question(Model good, Facts loaded) {
        Evaluation question = Evaluation.of(good, loaded).kpis(kpis).by(by).totals(totals)
                .defined(definitions(good, asDefined));
        question = decimals == null ? question : question.decimals(decimals(decimals));
        question = openFrom == null ? question : question.openFrom(period(good, "--open-from", openFrom));
        question = grain == null ? question : question.grain(grain);
        question = from == null ? question : question.from(period(good, "--from", from));
        return to == null ? question : question.to(period(good, "--to", to));
    }

    private Decimals decimals(int digits) {
        try {
            return Decimals.scale(digits, rounding.mode);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("--decimals: " + e.getMessage());
        }
    }

    static AsDefined definitions(Model good, String asDefined) {
        return switch (asDefined) {
            case "then" -> AsDefined.THEN;
            case "now" -> AsDefined.NOW;
            default -> AsDefined.in(period(good, "--as-defined is then, now, or a period", asDefined));
        };
    }

    static Period period(Model good, String option, String text) {
        try {
            return good.calendar().parse(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(option + ": " + e.getMessage());
        }
    }
}
