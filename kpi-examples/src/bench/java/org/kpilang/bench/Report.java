package org.kpilang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.kpilang.bench.contender.Contenders;

/** The figures as ratios for people, as JSON, as a chart, and as the part of the README that tells of them. */
final class Report {

    private static final String BEGIN = "<!-- benchmarks: written by a run -->";
    private static final String END = "<!-- end of benchmarks -->";
    private static final long HEADLINE = 10_000;

    private final Figures figures;

    private Report(Figures figures) {
        this.figures = figures;
    }

    static Report of(List<Measurement> found) {
        return new Report(new Figures(found));
    }

    void write() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/benchmarks"));
        Files.writeString(folder.resolve("results.json"), json());
        String chart = new RatioChart("times the time of a loop written by hand, 10,000 rows, after other formulas",
                subjects(), rows()).svg();
        if (!rows().isEmpty()) {
            Files.writeString(folder.resolve("benchmarks.svg"), chart);
        }
        String text = markdown();
        Files.writeString(folder.resolve("benchmarks.md"), text + "\n" + details());
        System.out.println(text + "\n" + details());
        if (Settings.isForReadme()) {
            if (!rows().isEmpty()) {
                Files.writeString(Path.of("benchmarks.svg"), chart);
            }
            Path readme = Path.of("../README.md");
            String before = Files.readString(readme);
            int begin = before.indexOf(BEGIN) + BEGIN.length();
            int end = before.indexOf(END);
            Files.writeString(readme, before.substring(0, begin) + "\n" + text + before.substring(end));
        }
    }

    private static String machine() {
        String processor = "an unknown processor";
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            processor = lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(processor);
        } catch (IOException e) {
            processor = System.getProperty("os.arch");
        }
        return Runtime.getRuntime().availableProcessors() + " cores of " + processor + ", "
                + System.getProperty("java.vm.name") + " " + System.getProperty("java.version");
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("Measured on ").append(LocalDate.now()).append(", ").append(machine())
                .append(Settings.isQuick() ? "; a quick run, so rough" : "").append(".\n\n");
        if (!rows().isEmpty()) {
            text.append("![Ratios to a loop written by hand](kpi-examples/benchmarks.svg)\n\n");
            text.append("| times the loop written by hand, 10,000 rows | ").append(String.join(" | ", subjects()))
                    .append(" |\n|---|").append("---:|".repeat(subjects().size())).append('\n');
            for (RatioChart.Row row : rows()) {
                text.append("| ").append(row.label());
                for (int i = 0; i < row.values().length; i++) {
                    text.append(" | ").append(Double.isNaN(row.values()[i]) ? "–" : Figures.shown(row.values()[i]));
                }
                text.append(" |\n");
            }
            text.append('\n');
        }
        shortSeries(text);
        List<Goals.Line> goals = Goals.of(figures);
        text.append("| work | goal | measured |\n|---|---|---:|\n");
        goals.forEach(line -> text.append("| ").append(line.work()).append(" | ").append(line.goal()).append(" | ")
                .append(line.figure()).append(line.reached() ? "" : " (missed)").append(" |\n"));
        return text.append('\n').toString();
    }

    /** Compile and work out a hundred times over few rows: everybody against this library. */
    private void shortSeries(StringBuilder text) {
        List<Long> sizes = List.of(12L, 120L, 1000L);
        if (figures.all().stream().noneMatch(each -> each.group().equals("short"))) {
            return;
        }
        text.append("| compile and 100 evaluations, times this library | 12 rows | 120 rows | 1,000 rows |\n|---|---:|---:|---:|\n");
        for (Contenders contender : Contenders.values()) {
            if (contender.ordinal() > Contenders.BLOCKS.ordinal()) {
                text.append("| ").append(contender.title());
                sizes.forEach(size -> text.append(" | ").append(Figures.shown(figures.ratio("short",
                        "compile and 100 evaluations", contender.title(), Contenders.FUSED.title(), size, "cpu"))));
                text.append(" |\n");
            }
        }
        text.append('\n');
    }

    private static List<String> subjects() {
        return Stream.of(KpiFormula.values()).map(Enum::name).toList();
    }

    /** The contenders with their ratios, the fastest first. */
    private List<RatioChart.Row> rows() {
        List<RatioChart.Row> rows = new ArrayList<>();
        for (Contenders contender : Contenders.values()) {
            double[] ratios = subjects().stream().mapToDouble(formula -> figures.ratio("formula", formula + " mixed",
                    contender.title(), Contenders.HANDWRITTEN.title(), HEADLINE, "cpu").orElse(Double.NaN)).toArray();
            if (DoubleStream.of(ratios).anyMatch(each -> !Double.isNaN(each))) {
                rows.add(new RatioChart.Row(contender.title(), ratios));
            }
        }
        return rows;
    }

    /** All figures, each with its ratio to the first contender of the same work, where there are several. */
    private String details() {
        StringBuilder text = new StringBuilder("| work | size | contender | | figure | x the first |\n|---|---:|---|---|---:|---:|\n");
        Set<String> works = new LinkedHashSet<>();
        for (Measurement each : figures.all()) {
            works.add(each.group() + "\t" + each.subject() + "\t" + each.size() + "\t" + each.metric());
        }
        for (String work : works) {
            List<Measurement> same = figures.all().stream().filter(each ->
                    work.equals(each.group() + "\t" + each.subject() + "\t" + each.size() + "\t" + each.metric())).toList();
            for (Measurement each : same) {
                text.append("| ").append(each.group()).append(": ").append(each.subject()).append(" | ")
                        .append(String.format(Locale.ROOT, "%,d", each.size())).append(" | ").append(each.contender())
                        .append(" | ").append(each.metric()).append(" | ").append(Figures.shown(each.value())).append(' ')
                        .append(each.unit()).append(" | ")
                        .append(same.size() > 1 ? Figures.shown(each.value() / same.get(0).value()) : "").append(" |\n");
            }
        }
        return text.toString();
    }

    private String json() {
        return figures.all().stream().map(each -> String.format(Locale.ROOT,
                        "  {\"group\": \"%s\", \"subject\": \"%s\", \"contender\": \"%s\", \"size\": %d, \"metric\": \"%s\","
                                + " \"value\": %s, \"unit\": \"%s\"}",
                        each.group(), each.subject(), each.contender(), each.size(), each.metric(), each.value(), each.unit()))
                .collect(Collectors.joining(",\n", "{\"date\": \"" + LocalDate.now() + "\", \"machine\": \"" + machine()
                        + "\", \"quick\": " + Settings.isQuick() + ", \"figures\": [\n", "\n]}\n"));
    }
}
