package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Slice;
import org.kpilang.explain.DriverQuestion;
import org.kpilang.explain.DriverTree;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.report.DriverReport;
import org.kpilang.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a KPI rests on, and what moved it between two periods. */
@Command(name = "drivers",
        description = "Shows what a KPI rests on, and what each part adds to its change between two periods.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DriversCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL.kpi", description = "The file with the model.")
    private String model;

    @Parameters(index = "1", paramLabel = "KPI", description = "The KPI at the top.")
    private String kpi;

    @Mixin
    private FactFiles facts;

    @Mixin
    private ProgressOption progress;

    @Option(names = "--from", paramLabel = "PERIOD", required = true,
            description = "The period before, such as 2024-01 or 2024-Q1.")
    private String from;

    @Option(names = "--to", paramLabel = "PERIOD", required = true,
            description = "The period after, of the same length.")
    private String to;

    @Option(names = "--by", paramLabel = "DIMENSION", split = ",",
            description = "By the members of these dimensions as well.")
    private List<String> by = List.of();

    @Option(names = "--members-below", paramLabel = "KPI", split = ",",
            description = "Shows members below these KPIs as well, and not only below the one at the top.")
    private List<String> split = List.of();

    @Option(names = "--slice", paramLabel = "DIMENSION=MEMBER",
            description = "Only a part of the business; may be given several times.")
    private Map<String, String> slice = Map.of();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private WhatifCommand.Format format;

    @Override
    public Integer call() throws IOException {
        facts.require(spec.commandLine());
        Optional<Model> checked = ModelFile.read(model, spec.commandLine().getErr());
        if (checked.isEmpty()) {
            return Main.FAILED;
        }
        Model good = checked.get();
        DriverTree tree;
        try (ProgressBar bar = progress.bar()) {
            Facts loaded = facts.load(good, false, spec.commandLine().getErr(), bar);
            DriverQuestion question = DriverQuestion.of(Evaluation.of(good, loaded), kpi).by(by).in(part());
            for (String each : split) {
                question = question.below(each);
            }
            tree = question.between(PeriodOptions.period(good, "--from", from), PeriodOptions.period(good, "--to", to));
        }
        DriverReport report = DriverReport.of(good, tree);
        Report asked = format == WhatifCommand.Format.JSON ? report.json() : report;
        asked.write(spec.commandLine().getOut());
        return 0;
    }

    private Slice part() {
        Slice part = Slice.TOTAL;
        for (Map.Entry<String, String> member : slice.entrySet()) {
            part = part.and(member.getKey(), member.getValue());
        }
        return part;
    }
}
