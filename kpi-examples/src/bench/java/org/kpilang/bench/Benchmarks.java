package org.kpilang.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kpilang.bench.contender.Contenders;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks, see {@link Settings}, and writes what came out. */
public final class Benchmarks {

    private static final String RUN = ".*\\.run";

    private final List<Measurement> found = new ArrayList<>();

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Benchmarks benchmarks = new Benchmarks();
        benchmarks.formulas();
        benchmarks.windows();
        benchmarks.pairs();
        benchmarks.study("timing", ScreeningStudy.class);
        benchmarks.study("short", ShortSeriesStudy.class);
        benchmarks.study("compile", CompileStudy.class, "-Xmx1g");
        benchmarks.study("cold", ColdStartStudy.class);
        benchmarks.study("memory", MemoryStudy.class, "-Xmx2g");
        benchmarks.study(IncrementStudy.GROUP, IncrementStudy.class, "-Xms" + Settings.heap(), "-Xmx" + Settings.heap());
        benchmarks.study("load", LoadStudy.class, "-Xmx" + Settings.heap());
        benchmarks.study("panel", PanelStudy.class, "-Xms" + Settings.heap(), "-Xmx" + Settings.heap());
        Report.of(benchmarks.found).write();
    }

    private void study(String group, Class<? extends Study> study, String... options) throws Exception {
        if (Settings.isAsked(group)) {
            List<String> all = new ArrayList<>(List.of(options));
            for (String name : List.of("bench.slices", "bench.kpis", "bench.series", "bench.rows")) {
                if (!System.getProperty(name, "").isBlank()) {
                    all.add("-D" + name + "=" + System.getProperty(name));
                }
            }
            found.addAll(StudyProcess.run(study, all.toArray(String[]::new)));
        }
    }

    /** Everybody after other formulas; this library and the loop written by hand also alone and after one-sided data. */
    private void formulas() throws RunnerException {
        if (!Settings.isAsked("formula")) {
            return;
        }
        int[] sizes = Settings.isQuick() ? new int[] {500, 10_000} : new int[] {500, 10_000, 1_000_000, 10_000_000};
        for (int rows : sizes) {
            String[] all = Stream.of(Contenders.values()).filter(each -> rows <= each.mostRows()).map(Enum::name)
                    .toArray(String[]::new);
            String[] own = {Contenders.HANDWRITTEN.name(), Contenders.FUSED.name(), Contenders.BLOCKS.name()};
            run(options(FormulaBenchmark.class, rows > 10_000 ? 2 : 1).param("rows", Integer.toString(rows))
                    .param("history", "MIXED").param("contender", all), "formula");
            if (!Settings.isQuick() || rows == 10_000) {
                run(options(FormulaBenchmark.class, 1).param("rows", Integer.toString(rows))
                        .param("history", "ALONE", "ONE_SIDED").param("contender", own), "formula");
            }
        }
    }

    private void windows() throws RunnerException {
        if (Settings.isAsked("window")) {
            run(options(WindowBenchmark.class, 1), "window");
        }
    }

    private void pairs() throws RunnerException {
        if (Settings.isAsked("timing")) {
            run(options(TimingBenchmark.class, 1), "timing");
        }
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, int longer) {
        return new OptionsBuilder().include(benchmark.getName().replace(".", "\\.") + RUN.substring(2))
                .forks(Settings.size(1, 2))
                .warmupIterations(Settings.size(3, 5)).warmupTime(TimeValue.milliseconds(Settings.size(150, 300) * longer))
                .measurementIterations(Settings.size(3, 5))
                .measurementTime(TimeValue.milliseconds(Settings.size(150, 300) * longer))
                .jvmArgs("-Xms3g", "-Xmx3g").shouldFailOnError(true);
    }

    private void run(ChainedOptionsBuilder options, String group) throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            String subject = "pair";
            String contender = "kpi";
            long size = 1;
            if (group.equals("formula")) {
                subject = params.getParam("formula") + " " + params.getParam("history").toLowerCase(Locale.ROOT);
                contender = Contenders.valueOf(params.getParam("contender")).title();
                size = Long.parseLong(params.getParam("rows"));
            } else if (group.equals("window")) {
                subject = params.getParam("statistic");
                size = Long.parseLong(params.getParam("window"));
            } else {
                size = Long.parseLong(params.getParam("points"));
            }
            double cells = group.equals("formula") ? size : group.equals("window") ? WindowBenchmark.POINTS : 1;
            found.add(new Measurement(group, subject, contender, size, "cpu", leastCpu(result) / cells, "ns"));
            found.add(new Measurement(group, subject, contender, size, "time", result.getPrimaryResult().getScore() / cells,
                    "ns"));
        }
    }

    /** Of all iterations the one that took the thread least. */
    private static double leastCpu(RunResult result) {
        double least = Double.POSITIVE_INFINITY;
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                double cpu = iteration.getSecondaryResults().get("cpu").getScore();
                double operations = iteration.getSecondaryResults().get("operations").getScore();
                least = Math.min(least, cpu / operations);
            }
        }
        return least;
    }
}
