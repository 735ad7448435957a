package org.kpilang.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.examples.CsvRows;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.time.Period;

/** Rows of a CSV file, a month, a customer and three numbers each, into facts; beside reading the same lines alone. */
public final class LoadStudy implements Study {

    private static final int MONTHS = 100;

    @Override
    public void run(Recorder recorder) throws Exception {
        int rows = Integer.getInteger("bench.rows", Settings.size(200_000, 10_000_000));
        Path file = Files.createTempFile("kpi-rows", ".csv");
        try {
            write(file, rows);
            Model model = KpiLanguage.model("""
                    dimension customer
                    input revenue, cost, orders : flow
                    kpi margin = (revenue - cost) / revenue
                    """);
            for (int i = 0; i < 2; i++) {
                long start = System.nanoTime();
                Facts facts;
                try (BufferedReader csv = Files.newBufferedReader(file)) {
                    facts = Facts.builder(model).read("rows.csv", CsvRows.of(csv)).build();
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                if (facts.of("revenue").orElseThrow().size() != rows) {
                    throw new IllegalStateException("rows were lost");
                }
                if (i == 1) {
                    recorder.add(new Measurement("load", "CSV rows of 5 columns", "kpi", rows, "rate", rows / seconds / 1e6,
                            "M rows/s"));
                }
            }
            long start = System.nanoTime();
            try (BufferedReader csv = Files.newBufferedReader(file)) {
                long parts = csv.lines().mapToLong(line -> line.split(",").length).sum();
                if (parts != 5L * (rows + 1)) {
                    throw new IllegalStateException("rows were lost");
                }
            }
            recorder.add(new Measurement("load", "CSV rows of 5 columns", "lines split, nothing kept", rows, "rate",
                    rows / ((System.nanoTime() - start) / 1e9) / 1e6, "M rows/s"));
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, int rows) throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("month,customer,revenue,cost,orders\n");
            for (int row = 0; row < rows; row++) {
                Period month = Period.parse("2016-01").plus(row % MONTHS);
                out.write(month + ",c" + row / MONTHS + ","
                        + String.format(Locale.ROOT, "%.2f,%.2f,%d%n", random.nextDouble() * 1000, random.nextDouble() * 800,
                                random.nextInt(50)));
            }
        }
    }
}
