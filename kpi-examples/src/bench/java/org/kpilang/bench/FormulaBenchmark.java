package org.kpilang.bench;

import java.util.concurrent.TimeUnit;
import org.kpilang.bench.contender.Contender;
import org.kpilang.bench.contender.Contenders;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One formula over so many rows; everybody's results are first compared with those of the loop written by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FormulaBenchmark {

    private static final int OTHERS = 8;
    private static final int ROWS_OF_OTHERS = 5_000;
    private static final long WARM_NANOS = 100_000_000;
    private static final double TOLERANCE = 1e-9;

    /** What ran before in the same process. */
    public enum History {
        /** Nothing: flatters all that is compiled for one formula. */
        ALONE,
        /** Other formulas, as in an application. */
        MIXED,
        /** The same formula over data in which every choice falls the same way. */
        ONE_SIDED
    }

    @Param
    public KpiFormula formula;

    @Param
    public Contenders contender;

    @Param({"500", "10000", "1000000", "10000000"})
    public int rows;

    @Param
    public History history;

    private Contender running;
    private double[][] columns;
    private double[] out;

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        if (history == History.MIXED) {
            runOthers();
        }
        running = contender.create(formula);
        running.compile(formula.text(), formula.inputs());
        if (history == History.ONE_SIDED) {
            warm(running, formula.oneSidedColumns(ROWS_OF_OTHERS), 10 * WARM_NANOS);
        }
        columns = formula.columns(rows, 1);
        out = new double[rows];
        running.bind(columns);
        verify();
    }

    private void verify() throws Exception {
        double[] expected = new double[rows];
        formula.loop(columns, expected);
        running.run(columns, out);
        for (int i = 0; i < rows; i++) {
            if (!(Math.abs(out[i] - expected[i]) <= TOLERANCE * Math.max(1, Math.abs(expected[i])))) {
                throw new IllegalStateException(contender + ", " + formula + ", row " + i + ": " + out[i] + ", and not "
                        + expected[i]);
            }
        }
    }

    private void runOthers() throws Exception {
        if (contender == Contenders.HANDWRITTEN) {
            for (KpiFormula other : KpiFormula.values()) {
                warm(contender.create(other), other.columns(ROWS_OF_OTHERS, 3), WARM_NANOS);
            }
            return;
        }
        double[][] others = RandomFormulas.columns(ROWS_OF_OTHERS);
        for (String other : RandomFormulas.of(OTHERS, 42)) {
            try (Contender before = contender.create()) {
                before.compile(other, RandomFormulas.INPUTS);
                before.bind(others);
                warm(before, others, WARM_NANOS);
            }
        }
    }

    private static void warm(Contender contender, double[][] columns, long nanos) throws Exception {
        double[] out = new double[columns[0].length];
        contender.bind(columns);
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            contender.run(columns, out);
        }
    }

    @Benchmark
    public double[] run(CpuTime time) throws Exception {
        running.run(columns, out);
        time.operations++;
        return out;
    }

    @TearDown(Level.Trial)
    public void close() throws Exception {
        running.close();
    }
}
