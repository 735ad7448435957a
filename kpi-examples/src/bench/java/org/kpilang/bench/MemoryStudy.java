package org.kpilang.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kpilang.dsl.Formula;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.ColumnProgram;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Plan;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Model;

/** What a held result and a repeated evaluation take of memory. */
public final class MemoryStudy implements Study {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROWS = 1_000_000;
    private static final int DAYS = 20_000;

    @Override
    public void run(Recorder recorder) {
        for (KpiFormula formula : KpiFormula.values()) {
            ColumnProgram program = Formula.parse(formula.text()).columns();
            double[][] given = formula.columns(ROWS, 1);
            double[][] columns = program.inputs().stream().map(name -> given[formula.inputs().indexOf(name)])
                    .toArray(double[][]::new);
            double[][] results = {new double[ROWS]};
            long least = IntStream.range(0, 20).mapToLong(i -> allocated(() -> program.run(columns, results))).min().orElseThrow();
            recorder.add(new Measurement("memory", formula + " into a given result", "kpi", ROWS, "allocated by a run", least,
                    "bytes"));
        }
        results(recorder);
    }

    private static void results(Recorder recorder) {
        StringBuilder text = new StringBuilder();
        RandomFormulas.INPUTS.forEach(input -> text.append("input ").append(input).append(" : flow\n"));
        List<String> formulas = RandomFormulas.of(50, 5);
        for (int i = 0; i < formulas.size(); i++) {
            text.append("kpi k").append(i).append(" = ").append(formulas.get(i)).append('\n');
        }
        Model model = KpiLanguage.model(text.toString());
        FactsBuilder builder = Facts.startingAt("1970-01-01");
        for (int i = 0; i < RandomFormulas.INPUTS.size(); i++) {
            builder.column(RandomFormulas.INPUTS.get(i), KpiFormula.column(DAYS, i, 500, 1500));
        }
        Plan plan = Evaluation.of(model, builder.build()).plan();
        plan.run();
        long cells = (long) DAYS * formulas.size();
        long allocated = IntStream.range(0, 5).mapToLong(i -> allocated(plan::run)).min().orElseThrow();
        recorder.add(new Measurement("memory", "50 KPIs by day", "kpi", DAYS, "allocated for a cell of a new result",
                (double) allocated / cells, "bytes"));
        long before = CompileStudy.used();
        List<Result> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.add(plan.run());
        }
        double perCell = (double) (CompileStudy.used() - before) / cells / held.size();
        recorder.add(new Measurement("memory", "50 KPIs by day", "kpi", DAYS, "held for a cell of a result", perCell, "bytes"));
    }

    private static long allocated(Runnable work) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        work.run();
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }
}
