package org.kpilang.bench;

import java.util.Arrays;
import java.util.List;
import org.kpilang.bench.contender.Contender;
import org.kpilang.bench.contender.Contenders;

/** Each of many formulas is compiled and worked out a hundred times over a short series: an application's users. */
public final class ShortSeriesStudy implements Study {

    private static final int EVALUATIONS = 100;
    private static final double TOLERANCE = 1e-9;

    @Override
    public void run(Recorder recorder) throws Exception {
        List<String> formulas = RandomFormulas.of(Settings.size(100, 600), 9);
        for (int rows : new int[] {12, 120, 1000}) {
            double[][] columns = RandomFormulas.columns(rows);
            for (Contenders contender : Contenders.values()) {
                if (contender != Contenders.HANDWRITTEN) {
                    recorder.add(new Measurement("short", "compile and 100 evaluations", contender.title(), rows, "cpu",
                            median(contender, formulas, columns) / 1e3, "us"));
                }
            }
        }
    }

    /** The median over formulas in a process that has seen others for some seconds, whoever works them out. */
    private static double median(Contenders contender, List<String> formulas, double[][] columns) throws Exception {
        double[] out = new double[columns[0].length];
        warm(contender, columns, out);
        double[] nanos = new double[formulas.size()];
        int measured = 0;
        long start = System.nanoTime();
        long budget = Settings.size(4, 20) * 1_000_000_000L;
        Contender reused = contender == Contenders.DUCKDB ? contender.create() : null;
        for (int i = 0; i < formulas.size() && System.nanoTime() - start < budget; i++) {
            Contender each = reused == null ? contender.create() : reused;
            if (reused != null && i == 0) {
                each.compile(formulas.get(i), RandomFormulas.INPUTS);
                each.bind(columns);
            }
            long before = CpuTime.now();
            each.compile(formulas.get(i), RandomFormulas.INPUTS);
            for (int k = 0; k < EVALUATIONS; k++) {
                each.run(columns, out);
            }
            nanos[measured++] = CpuTime.now() - before;
            verify(contender, formulas.get(i), columns, out);
        }
        if (reused != null) {
            reused.close();
        }
        double[] all = Arrays.copyOf(nanos, measured);
        Arrays.sort(all);
        return all[all.length / 2];
    }

    private static void warm(Contenders contender, double[][] columns, double[] out) throws Exception {
        List<String> others = RandomFormulas.of(20_000, 10);
        long end = CpuTime.now() + Settings.size(5, 10) * 1_000_000_000L;
        Contender reused = contender == Contenders.DUCKDB ? contender.create() : null;
        for (int i = 0; i < others.size() && CpuTime.now() < end; i++) {
            Contender each = reused == null ? contender.create() : reused;
            each.compile(others.get(i), RandomFormulas.INPUTS);
            if (reused != null && i == 0) {
                each.bind(columns);
            }
            each.run(columns, out);
        }
        if (reused != null) {
            reused.close();
        }
    }

    private static void verify(Contenders contender, String formula, double[][] columns, double[] out) throws Exception {
        try (Contender oracle = Contenders.BOXED_TREE.create()) {
            double[] expected = new double[out.length];
            oracle.compile(formula, RandomFormulas.INPUTS);
            oracle.run(columns, expected);
            for (int i = 0; i < out.length; i++) {
                if (!(Math.abs(out[i] - expected[i]) <= TOLERANCE * Math.max(1, Math.abs(expected[i])))) {
                    throw new IllegalStateException(contender + ", " + formula + ": " + out[i] + ", and not " + expected[i]);
                }
            }
        }
    }
}
