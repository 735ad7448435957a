package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.examples.CsvRows;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.TextTable;
import org.kpilang.model.Model;
import org.kpilang.report.CsvReport;
import org.kpilang.report.JsonReport;
import org.kpilang.report.Report;
import org.kpilang.report.TextReport;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works out the KPIs of a model. */
@Command(name = "eval", description = "Works out the KPIs of a model from files of facts.", mixinStandardHelpOptions = true,
        versionProvider = Version.class, footer = {"",
            "A file of facts is CSV in UTF-8. Its first line names the columns: one of period, date, day, week, month,"
                + " quarter or year; dimensions of the model; inputs of the model."})
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

    /** {@link DuplicateRule} in the words of the command. */
    enum Duplicates {
        SUM(DuplicateRule.SUM), LAST(DuplicateRule.LAST), REJECT(DuplicateRule.REJECT);

        private final DuplicateRule rule;

        Duplicates(DuplicateRule rule) {
            this.rule = rule;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.kpi", description = "The file with the model.")
    private String model;

    @Option(names = "--facts", paramLabel = "FACTS.csv", required = true,
            description = "A file of facts; may be given several times.")
    private List<String> facts;

    @Option(names = "--grain", paramLabel = "GRAIN",
            description = "${COMPLETION-CANDIDATES}; that of the facts if not given.")
    private @Nullable Grain grain;

    @Option(names = "--from", paramLabel = "PERIOD", description = "The first period, such as 2024-01 or 2024-Q1.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "PERIOD", description = "The last period.")
    private @Nullable String to;

    @Option(names = "--by", paramLabel = "DIMENSION", split = ",", description = "By these dimensions, with totals.")
    private List<String> by = List.of();

    @Option(names = "--kpi", paramLabel = "KPI", split = ",", description = "Only these KPIs, in this order.")
    private List<String> kpis = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Format format;

    @Option(names = "--duplicates", paramLabel = "RULE", defaultValue = "reject",
            description = "What two rows for the same period and slice come to: ${COMPLETION-CANDIDATES};"
                    + " ${DEFAULT-VALUE} if not given.")
    private Duplicates duplicates;

    @Override
    public Integer call() throws IOException {
        Optional<Model> checked = ModelFile.read(model, spec.commandLine().getErr());
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Model good = checked.get();
        format.report(question(good).run()).write(spec.commandLine().getOut());
        return 0;
    }

    private Evaluation question(Model good) {
        Evaluation question = Evaluation.of(good, load(good)).kpis(kpis).by(by);
        question = grain == null ? question : question.grain(grain);
        question = from == null ? question : question.from(period(good, "--from", from));
        return to == null ? question : question.to(period(good, "--to", to));
    }

    private Facts load(Model good) {
        FactsBuilder builder = Facts.builder(good);
        for (String name : facts) {
            new InputFile(name).read(reader ->
                    builder.read(TextTable.of(name, CsvRows.of(reader)).duplicates(duplicates.rule)));
        }
        Checked<Facts> loaded = builder.check();
        if (loaded.isValid()) {
            spec.commandLine().getErr().print(DiagnosticRenderer.render(loaded.diagnostics()));
            spec.commandLine().getErr().flush();
        }
        return loaded.orThrow();
    }

    private static Period period(Model good, String option, String text) {
        try {
            return good.calendar().parse(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(option + ": " + e.getMessage());
        }
    }
}
