package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.explain.Comparison;
import org.kpilang.explain.GoalSeek;
import org.kpilang.explain.Scenario;
import org.kpilang.explain.Sensitivity;
import org.kpilang.facts.Facts;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.report.ComparisonJsonReport;
import org.kpilang.report.ComparisonReport;
import org.kpilang.report.GoalReport;
import org.kpilang.report.Report;
import org.kpilang.report.SensitivityReport;
import org.kpilang.time.Period;
import org.kpilang.time.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks what KPIs would be, what an input must be for a goal, and which input matters most. */
@Command(name = "whatif", description = "Shows what KPIs would be if inputs, constants or formulas were different.",
        mixinStandardHelpOptions = true, versionProvider = Version.class, footer = {"",
            "A change is one of `revenue +10%%`, `cost -5k`, `revenue * 1.2`, `price = 12`, `margin = (revenue - cost) /"
                + " revenue`. After the name may stand a slice, `revenue[region = \"EMEA\"] +10%%`, and after the amount the"
                + " periods, `during 2024-Q1` or `during 2024-01 to 2024-06`.", "",
            "With --goal and --by: what the input must be in each period. Without a change and a goal: by how much one KPI"
                + " changes in the last period if an input is 1%% more."})
final class WhatifCommand implements Callable<Integer> {

    /** How the answer is written. */
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

    @Mixin
    private FactFiles facts;

    @Mixin
    private ProgressOption progress;

    @Mixin
    private PeriodOptions periods;

    @Option(names = "--change", paramLabel = "CHANGE", description = "What is supposed; may be given several times.")
    private List<String> changes = List.of();

    @Option(names = "--kpi", paramLabel = "KPI", split = ",", description = "Only these KPIs, in this order.")
    private List<String> kpis = List.of();

    @Option(names = "--goal", paramLabel = "GOAL",
            description = "What a KPI is to reach, such as \"gross_margin = 45%%\".")
    private @Nullable String goal;

    @Option(names = "--by", paramLabel = "NAME", split = ",",
            description = "By these dimensions, with totals; with --goal, the input or constant that is to be found.")
    private List<String> by = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Format format;

    @Override
    public Integer call() throws IOException {
        facts.require(spec.commandLine());
        if (goal != null && by.size() != 1) {
            throw new ParameterException(spec.commandLine(), "--goal needs --by with one input or constant");
        }
        Optional<Model> checked = ModelFile.read(model, spec.commandLine().getErr());
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Report report;
        try (ProgressBar bar = progress.bar()) {
            Facts loaded = facts.load(checked.get(), false, spec.commandLine().getErr(), bar);
            report = report(periods.of(Evaluation.of(checked.get(), loaded)).kpis(kpis));
        }
        report.write(spec.commandLine().getOut());
        return 0;
    }

    private Report report(Evaluation question) {
        Scenario scenario = Scenario.of(goal == null ? question.by(by) : question);
        for (String change : changes) {
            scenario = ChangeText.add(scenario, question.model(), change);
        }
        if (goal != null) {
            return goal(scenario.supposed(), GoalText.parse(goal));
        } else if (changes.isEmpty()) {
            return sensitivity(question);
        }
        Comparison comparison = scenario.compare();
        return format == Format.JSON ? ComparisonJsonReport.of(comparison, scenario) : ComparisonReport.of(comparison);
    }

    private Report goal(Evaluation question, GoalText wanted) {
        GoalSeek seek = GoalSeek.of(question, wanted.kpi(), wanted.goal());
        Window window = question.kpis(wanted.kpi()).plan().window();
        Map<Period, GoalSeek.Outcome> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < window.length(); i++) {
            Period period = window.firstPeriod().plus(i);
            outcomes.put(period, seek.at(period).by(by.get(0)));
        }
        Kpi kpi = question.model().kpi(wanted.kpi()).orElseThrow();
        GoalReport report = GoalReport.of(question.model(), kpi, wanted.goal(), by.get(0), outcomes);
        return format == Format.JSON ? report.json() : report;
    }

    private Report sensitivity(Evaluation question) {
        if (kpis.size() != 1) {
            throw new ParameterException(spec.commandLine(), "say what is different with --change or --goal, or name one"
                    + " KPI with --kpi to see which input matters most");
        }
        Period last = question.plan().window().lastPeriod();
        SensitivityReport report = SensitivityReport.of(question.model(), Sensitivity.of(question, kpis.get(0), last));
        return format == Format.JSON ? report.json() : report;
    }
}
