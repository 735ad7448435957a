package org.kpilang.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.leadlag.Directions;
import org.kpilang.leadlag.Procedure;
import org.kpilang.leadlag.ScreenedPair;
import org.kpilang.leadlag.Screening;
import org.kpilang.leadlag.TimingTest;
import org.kpilang.report.AlignedChart;
import org.kpilang.report.CorrelationChart;
import org.kpilang.report.Report;
import org.kpilang.report.TimingCsvReport;
import org.kpilang.report.TimingJsonReport;
import org.kpilang.report.TimingReport;
import org.kpilang.scorecard.ExpectedDirection;
import org.kpilang.scorecard.ImpliedTiming;
import org.kpilang.scorecard.ImpliedTimings;
import org.kpilang.series.Series;
import org.kpilang.source.Suggestion;
import org.kpilang.time.Grain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what moves before what. */
@Command(name = "leadlag", description = "Tells which KPIs move before an outcome, with it or after it.",
        mixinStandardHelpOptions = true, versionProvider = Version.class, footer = {"", "Examples:",
            "  kpi leadlag saas.kpi --facts saas.csv --outcome revenue",
            "  kpi leadlag --table indicators.csv --outcome production",
            "  kpi leadlag --cases cases.csv --series series.csv.gz --out findings.csv"})
final class LeadlagCommand implements Callable<Integer> {

    /** How findings are written. */
    enum Format {
        TABLE, CSV, JSON;

        Report report(List<ScreenedPair> pairs, List<ImpliedTiming> implied, Grain grain) {
            return switch (this) {
                case TABLE -> TimingReport.of(pairs, grain).implied(implied);
                case CSV -> TimingCsvReport.of(pairs);
                case JSON -> TimingJsonReport.of(pairs, grain).implied(implied);
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "MODEL.kpi", description = "The file with the model.")
    private @Nullable String model;

    @Option(names = "--facts", paramLabel = "FACTS.csv", description = "A file of facts; may be given several times.")
    private List<String> facts = List.of();

    @Option(names = "--table", paramLabel = "TABLE.csv",
            description = "Instead of a model: a table with a column of periods and a column for each series.")
    private @Nullable String table;

    @Option(names = "--outcome", paramLabel = "NAME", description = "The KPI or column that others may lead.")
    private @Nullable String outcome;

    @Option(names = "--candidates", paramLabel = "NAME", split = ",", description = "What is compared; all others if not given.")
    private List<String> candidates = List.of();

    @Option(names = "--max-lead", paramLabel = "N", description = "The largest lead and lag that is looked for.")
    private @Nullable Integer largestLead;

    @Option(names = "--grain", paramLabel = "GRAIN", description = "${COMPLETION-CANDIDATES}; that of the facts if not given.")
    private @Nullable Grain grain;

    @Option(names = "--any-direction", description = "Looks for both directions where KPIs say what is better as well.")
    private boolean anyDirection;

    @Option(names = "--guarded", description = "Guards against growth that is wild and calm at the same time.")
    private boolean guarded;

    @Option(names = "--chart", description = "Draws the correlations of each relation that holds.")
    private boolean chart;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Format format;

    @Option(names = "--cases", paramLabel = "CASES.csv", description = "Many prepared pairs, with their options.")
    private @Nullable String cases;

    @Option(names = "--series", paramLabel = "SERIES.csv[.gz]", description = "The series of the cases.")
    private @Nullable String series;

    @Option(names = "--out", paramLabel = "OUT.csv", description = "Where the findings of the cases go.")
    private @Nullable String out;

    @Mixin
    private ProgressOption progress;

    @Override
    public Integer call() throws IOException {
        try (ProgressBar bar = progress.bar()) {
            return call(bar);
        }
    }

    private int call(ProgressBar bar) throws IOException {
        if (cases != null) {
            new PreparedPairs(cases, needed("--series", series), needed("--out", out), procedure())
                    .run(spec.commandLine().getErr(), bar);
            return 0;
        }
        String wanted = needed("--outcome", outcome);
        if ((model == null) == (table == null)) {
            throw new RefusedException("give a model with --facts, or a --table");
        }
        return table != null ? ofTable(table, wanted, bar) : ofModel(model, wanted, bar);
    }

    private int ofTable(String file, String wanted, ProgressBar bar) throws IOException {
        if (grain != null) {
            throw new RefusedException("--grain needs a model, which says how values roll up");
        }
        Map<String, Series> all = SeriesTable.read(file);
        answer(wanted, all, Directions.UNKNOWN, List.of(), bar);
        return 0;
    }

    private int ofModel(String file, String wanted, ProgressBar bar) throws IOException {
        Optional<Result> asked = ModelSeries.ask(file, facts, grain,
                spec.commandLine().getErr(), bar);
        if (asked.isEmpty()) {
            return Main.FAILED;
        }
        Result result = asked.get();
        Map<String, Series> all = ModelSeries.of(result);
        named(wanted, all);
        List<ImpliedTiming> implied = ImpliedTimings.of(result, wanted).stream()
                .filter(timing -> candidates.isEmpty() || candidates.contains(timing.kpi().id())).toList();
        answer(wanted, all, anyDirection ? Directions.UNKNOWN
                : (candidate, other) -> ExpectedDirection.of(candidate, other, result.model()), implied, bar);
        return 0;
    }

    private void answer(String name, Map<String, Series> all, Directions directions, List<ImpliedTiming> implied,
            ProgressBar bar) throws IOException {
        Series values = named(name, all);
        Map<String, Series> compared = new LinkedHashMap<>();
        (candidates.isEmpty() ? all.keySet() : candidates).forEach(one -> compared.put(one, named(one, all)));
        compared.remove(name);
        Grain periods = values.first().grain();
        TimingTest test = test(periods);
        bar.begin("testing pairs");
        List<ScreenedPair> pairs =
                Screening.of(test).directions(directions).progress(bar).against(name, values, compared);
        bar.close();
        PrintWriter results = spec.commandLine().getOut();
        format.report(pairs, implied, periods).write(results);
        if (format == Format.TABLE) {
            int drawn = 0;
            for (ScreenedPair pair : pairs) {
                draw(pair, drawn++ == 0, test.direction(pair.direction()), compared.get(pair.candidate()), values);
            }
        }
    }

    /** Draws a relation that holds: the surest aligned by its lead, and the correlations of all if they are wanted. */
    private void draw(ScreenedPair pair, boolean surest, TimingTest test, Series candidate, Series values)
            throws IOException {
        PrintWriter results = spec.commandLine().getOut();
        if (pair.found() && surest) {
            results.println();
            AlignedChart.of(test, candidate, values, pair.candidate(), pair.outcome()).orElseThrow().write(results);
        }
        if (pair.found() && chart) {
            results.println();
            CorrelationChart.of(test, candidate, values, pair.candidate(), pair.outcome()).orElseThrow().write(results);
        }
    }

    private TimingTest test(Grain periods) {
        TimingTest test = TimingTest.of(periods).procedure(procedure());
        if (largestLead == null) {
            return test;
        } else if (largestLead < 1) {
            throw new RefusedException("--max-lead is at least 1");
        }
        return test.largestLead(largestLead);
    }

    private Procedure procedure() {
        return guarded ? Procedure.GUARDED : Procedure.PUBLISHED;
    }

    private static Series named(String name, Map<String, Series> all) {
        Series series = all.get(name);
        if (series == null) {
            String hint = Suggestion.hint(name, all.keySet());
            throw new RefusedException("there is no `" + name + "`" + (hint == null ? "" : "; " + hint));
        }
        return series;
    }

    private static String needed(String option, @Nullable String value) {
        if (value == null) {
            throw new RefusedException(option + " is needed; see kpi leadlag --help");
        }
        return value;
    }
}
