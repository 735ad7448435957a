package org.kpilang.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.kpilang.dsl.Formula;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.ColumnProgram;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Plan;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Definitions;
import org.kpilang.model.Model;
import org.kpilang.source.SourceText;

/** What it takes from a text to a first value, warm, and what is left of formulas that are dropped. */
public final class CompileStudy implements Study {

    private static final int FORMULAS = 10_000;
    private static final int SOAK = 200_000;

    @Override
    public void run(Recorder recorder) throws Exception {
        manyFormulas(recorder);
        for (KpiFormula formula : List.of(KpiFormula.F1, KpiFormula.F4)) {
            steps(formula.name(), formula.text(), recorder);
        }
        steps("56 operators", RandomFormulas.formula(new SplittableRandom(56), 56), recorder);
        file(recorder);
        soak(recorder);
    }

    private static void manyFormulas(Recorder recorder) {
        List<String> texts = distinct(RandomFormulas.of(FORMULAS, 77));
        for (int round = 0; round < 4; round++) {
            compile(texts);
        }
        long before = CpuTime.now();
        int compiled = compile(texts);
        recorder.add(new Measurement("compile", "10,000 formulas", "kpi", compiled, "cpu",
                (CpuTime.now() - before) / 1e3 / compiled, "us"));
    }

    private static int compile(List<String> texts) {
        int compiled = 0;
        for (String text : texts) {
            compiled += Formula.parse(text).columns().kpis().size();
        }
        return compiled;
    }

    /** No two alike: each has a number of its own. */
    private static List<String> distinct(List<String> texts) {
        List<String> distinct = new ArrayList<>();
        for (String text : texts) {
            distinct.add("(" + text + ") + " + distinct.size());
        }
        return distinct;
    }

    private static void steps(String name, String text, Recorder recorder) throws Exception {
        Expression parsed = KpiLanguage.formula(text);
        Formula formula = Formula.parse(text);
        ColumnProgram program = formula.columns();
        double[][] columns = new double[program.inputs().size()][1];
        for (double[] column : columns) {
            column[0] = 1200;
        }
        double[][] out = new double[1][1];
        step(name, "parse", () -> KpiLanguage.formula(text), recorder);
        step(name, "parse and check", () -> Formula.parse(text), recorder);
        step(name, "parse, check and plan", () -> Formula.parse(text).columns(), recorder);
        step(name, "first value", () -> {
            ColumnProgram made = Formula.parse(text).columns();
            made.run(columns, out);
            return out;
        }, recorder);
        if (!parsed.equals(formula.expression())) {
            throw new IllegalStateException(text);
        }
    }

    private static void step(String name, String step, Callable<?> work, Recorder recorder) throws Exception {
        double[] nanos = new double[Settings.size(2_000, 10_000)];
        for (int i = 0; i < nanos.length; i++) {
            long before = System.nanoTime();
            work.call();
            nanos[i] = System.nanoTime() - before;
        }
        double[] last = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(last);
        recorder.add(new Measurement("compile", name, "kpi: " + step, 1, "time", last[last.length / 2] / 1e3, "us"));
    }

    private static void file(Recorder recorder) throws Exception {
        StringBuilder text = new StringBuilder();
        RandomFormulas.INPUTS.forEach(input -> text.append("input ").append(input).append(" : flow\n"));
        List<String> formulas = RandomFormulas.of(300, 300);
        for (int i = 0; i < formulas.size(); i++) {
            text.append("kpi k").append(i).append(" = ").append(formulas.get(i)).append(" { better higher }\n");
        }
        SourceText source = SourceText.of("kpis.kpi", text.toString());
        Definitions definitions = KpiLanguage.parseFile(source).orThrow();
        Model model = Model.of(definitions);
        FactsBuilder builder = Facts.startingAt("2015-01");
        for (int i = 0; i < RandomFormulas.INPUTS.size(); i++) {
            builder.column(RandomFormulas.INPUTS.get(i), KpiFormula.column(120, i, 500, 1500));
        }
        Facts facts = builder.build();
        Plan plan = Evaluation.of(model, facts).plan();
        fileStep("parse", () -> KpiLanguage.parseFile(source), recorder);
        fileStep("check", () -> Model.check(definitions), recorder);
        fileStep("plan", () -> Evaluation.of(model, facts).plan(), recorder);
        fileStep("run over 120 months", plan::run, recorder);
    }

    private static void fileStep(String step, Callable<?> work, Recorder recorder) throws Exception {
        double[] nanos = new double[Settings.size(60, 300)];
        for (int i = 0; i < nanos.length; i++) {
            long before = System.nanoTime();
            work.call();
            nanos[i] = System.nanoTime() - before;
        }
        double[] last = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(last);
        recorder.add(new Measurement("compile", "file of 300 KPIs", "kpi: " + step, 300, "time", last[last.length / 2] / 1e6, "ms"));
    }

    /** Heap after distinct formulas have been read and dropped, against the heap after the first of them. */
    private static void soak(Recorder recorder) {
        int count = Settings.size(SOAK / 10, SOAK);
        SplittableRandom random = new SplittableRandom(200_000);
        long after = 0;
        for (int i = 0; i < count; i++) {
            Formula.parse(RandomFormulas.formula(random, 3 + random.nextInt(10)) + " + input_" + i).columns();
            if (i == count / 10) {
                after = used();
            }
        }
        recorder.add(new Measurement("compile", "heap left by distinct formulas", "kpi", count, "heap",
                (used() - after) / 1e6, "MB"));
    }

    static long used() {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            smallest = Math.min(smallest, runtime.totalMemory() - runtime.freeMemory());
        }
        return smallest;
    }
}
