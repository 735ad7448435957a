package org.kpilang.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.Plan;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.model.Model;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Many slices by 60 months by many KPIs, by month and by quarter, against DuckDB, which answers the same question in
 * SQL over the same facts into a table in memory. Loading is not measured here. The results are compared.
 */
public final class PanelStudy implements Study {

    /** What facts and result take, for each eight bytes of their numbers. */
    static final String HEAP = "heap of facts and result, x 8 bytes a number";

    private static final int MONTHS = 60;
    private static final double TOLERANCE = 1e-9;
    private static final int COMPARED = 50;
    private static final Limits LIMITS = Limits.STANDARD.with(Limit.CELLS, Limit.CELLS.most())
            .with(Limit.COST, Limit.COST.most()).with(Limit.STEPS, Limit.STEPS.most());

    private final int slices = Integer.getInteger("bench.slices", Settings.size(5_000, 100_000));
    private final PanelKpis kpis = new PanelKpis(Integer.getInteger("bench.kpis", 40));

    @Override
    public void run(Recorder recorder) throws Exception {
        Facts facts = facts();
        Model model = KpiLanguage.check(SourceText.of("panel.kpi", kpis.model()), LIMITS).orThrow();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            load(duck);
            for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
                for (int threads : new int[] {1, 2}) {
                    compare(model, facts, duck, grain, threads, recorder);
                }
            }
        }
    }

    private void compare(Model model, Facts facts, Connection duck, Grain grain, int threads, Recorder recorder)
            throws Exception {
        String subject = kpis.kpis().size() + " KPIs by " + grain + ", " + threads + (threads == 1 ? " thread" : " threads");
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Evaluation evaluation = Evaluation.of(model, facts).grain(grain).by(PanelKpis.DIMENSION).limits(LIMITS);
            Plan plan = (threads == 1 ? evaluation : evaluation.execution(Execution.on(workers, threads))).plan();
            double ours = Double.POSITIVE_INFINITY;
            Result result = null;
            for (int i = 0; i < Settings.size(3, 4); i++) {
                result = null;
                long start = System.nanoTime();
                result = plan.run();
                ours = Math.min(ours, (System.nanoTime() - start) / 1e9);
            }
            long cells = (long) result.slices().size() * result.periods() * kpis.kpis().size();
            recorder.add(new Measurement("panel", subject, "kpi", slices, "time", ours, "s"));
            recorder.add(new Measurement("panel", subject, "kpi", slices, "time per cell", ours * 1e9 / cells, "ns"));
            if (threads == 1) {
                memory(plan, result, subject, recorder);
            }
            try (Statement statement = duck.createStatement()) {
                statement.execute("SET threads = " + threads);
                String query = "CREATE OR REPLACE TEMP TABLE answers AS " + kpis.sql(grain == Grain.MONTH ? 1 : 3);
                double theirs = Double.POSITIVE_INFINITY;
                for (int i = 0; i < Settings.size(2, 3); i++) {
                    long start = System.nanoTime();
                    statement.execute(query);
                    theirs = Math.min(theirs, (System.nanoTime() - start) / 1e9);
                }
                recorder.add(new Measurement("panel", subject, "DuckDB", slices, "time", theirs, "s"));
                check(result, statement);
            }
        } finally {
            workers.shutdown();
        }
    }

    /** What facts and a held result take, against eight bytes for each of their numbers. */
    private void memory(Plan plan, Result result, String subject, Recorder recorder) {
        long with = CompileStudy.used();
        long shape = (long) result.slices().size() * result.periods();
        if (result.kpis().isEmpty()) {
            throw new IllegalStateException("the result is needed until here");
        }
        long leaves = plan.describe().lines().filter(line -> line.matches("#\\d+ input .*")).count();
        long numbers = (long) slices * MONTHS * PanelKpis.INPUTS.size() + shape * result.kpis().size();
        recorder.add(new Measurement("panel", subject, "kpi", slices, "leaves", leaves, "columns"));
        recorder.add(new Measurement("panel", subject, "kpi", slices, "heap of facts and result", with / 1e6, "MB"));
        recorder.add(new Measurement("panel", subject, "kpi", slices, HEAP, with / (8.0 * numbers), "x"));
    }

    /** All cells through their sums and counts; those of some slices and the total one by one. */
    private void check(Result result, Statement statement) throws Exception {
        StringBuilder sums = new StringBuilder("SELECT 0");
        kpis.kpis().forEach(kpi -> sums.append(", sum(abs(").append(kpi.id()).append(")), count(").append(kpi.id()).append(')'));
        try (ResultSet row = statement.executeQuery(sums + " FROM answers")) {
            row.next();
            for (int kpi = 0; kpi < kpis.kpis().size(); kpi++) {
                double sum = 0;
                long count = 0;
                for (int slice = 0; slice < result.slices().size(); slice++) {
                    for (int period = 0; period < result.periods(); period++) {
                        double value = result.valueOr(kpi, slice, period, Double.NaN);
                        sum += Double.isNaN(value) ? 0 : Math.abs(value);
                        count += Double.isNaN(value) ? 0 : 1;
                    }
                }
                require(kpi, "count", count, row.getLong(3 + 2 * kpi));
                require(kpi, "sum", sum, row.getDouble(2 + 2 * kpi));
            }
        }
        String some = " WHERE slice < " + COMPARED + " ORDER BY slice, p";
        try (ResultSet rows = statement.executeQuery("SELECT * FROM answers" + some)) {
            while (rows.next()) {
                int number = rows.getInt(1);
                int slice = number < 0 ? result.slices().size() - 1 : number;
                for (int kpi = 0; kpi < kpis.kpis().size(); kpi++) {
                    double theirs = rows.getDouble(3 + kpi);
                    theirs = rows.wasNull() ? Double.NaN : theirs;
                    double ours = result.valueOr(kpi, slice, rows.getInt(2), Double.NaN);
                    if (!Double.isNaN(ours) || !Double.isNaN(theirs)) {
                        require(kpi, "slice " + number + ", period " + rows.getInt(2), ours, theirs);
                    }
                }
            }
        }
    }

    private void require(int kpi, String what, double ours, double theirs) {
        if (!(Math.abs(ours - theirs) <= TOLERANCE * Math.max(1, Math.abs(theirs)))) {
            throw new IllegalStateException(kpis.kpis().get(kpi) + ", " + what + ": " + ours + ", and DuckDB says " + theirs);
        }
    }

    private static double value(SplittableRandom random) {
        return 100 + Math.rint(random.nextDouble() * 90_000) / 100;
    }

    private Facts facts() {
        FactsBuilder builder = Facts.builder();
        RowTable table = builder.table("facts", Grain.MONTH).dimensions(PanelKpis.DIMENSION)
                .inputs(PanelKpis.INPUTS.toArray(String[]::new));
        SplittableRandom random = new SplittableRandom(1);
        List<Period> months = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            months.add(Period.parse("2020-01").plus(month));
        }
        for (int slice = 0; slice < slices; slice++) {
            String member = String.format(Locale.ROOT, "c%06d", slice);
            for (Period month : months) {
                table.row(month, member);
                for (String input : PanelKpis.INPUTS) {
                    table.value(input, value(random));
                }
            }
        }
        return builder.build();
    }

    private void load(Connection duck) throws Exception {
        try (Statement statement = duck.createStatement()) {
            statement.execute("CREATE TABLE facts (slice INTEGER, period INTEGER, "
                    + String.join(" DOUBLE, ", PanelKpis.INPUTS) + " DOUBLE)");
        }
        SplittableRandom random = new SplittableRandom(1);
        try (DuckDBAppender appender = ((DuckDBConnection) duck).createAppender("main", "facts")) {
            for (int slice = 0; slice < slices; slice++) {
                for (int month = 0; month < MONTHS; month++) {
                    appender.beginRow();
                    appender.append(slice);
                    appender.append(month);
                    for (int input = 0; input < PanelKpis.INPUTS.size(); input++) {
                        appender.append(value(random));
                    }
                    appender.endRow();
                }
            }
        }
    }
}
