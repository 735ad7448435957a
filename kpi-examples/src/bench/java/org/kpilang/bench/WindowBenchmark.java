package org.kpilang.bench;

import java.util.concurrent.TimeUnit;
import org.kpilang.aggregate.Statistics;
import org.kpilang.aggregate.WindowSummary;
import org.kpilang.aggregate.Windows;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Windows that end with each of a million values in turn; their nine decades try the sums. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WindowBenchmark {

    static final int POINTS = 1_000_000;

    /** Each window is worked out afresh by hand, which is what most people write. */
    static final String AFRESH = "sum afresh";

    /** What memory takes to deliver the values and the windows and to take the answers, with no work done. */
    static final String COPIED = "copied";

    @Param({COPIED, AFRESH, "sum", "avg", "min", "max", "stddev"})
    public String statistic;

    @Param({"3", "12", "365"})
    public int window;

    private WindowSummary summary;
    private double[] values;
    private int[] lo;
    private int[] hi;
    private Windows windows;
    private double[] results;
    private int[] known;

    @Setup(Level.Trial)
    public void prepare() {
        values = KpiFormula.column(POINTS, 5, -4.5, 4.5);
        for (int i = 0; i < POINTS; i++) {
            values[i] = StrictMath.pow(10, values[i]);
        }
        lo = new int[POINTS];
        hi = new int[POINTS];
        for (int i = 0; i < POINTS; i++) {
            lo[i] = Math.max(0, i - window + 1);
            hi[i] = i;
        }
        windows = Windows.of(lo, hi, POINTS, 0);
        results = new double[POINTS];
        known = new int[POINTS];
        if (!isByHand(statistic)) {
            summary = Statistics.named(statistic).orElseThrow().summary();
        }
    }

    @Benchmark
    public double[] run(CpuTime time) {
        if (statistic.equals(COPIED)) {
            copy();
        } else if (summary == null) {
            sumAfresh();
        } else {
            summary.run(values, 0, windows, results, 0, known);
        }
        time.operations++;
        return results;
    }

    /** Whether it is here to compare with. */
    static boolean isByHand(String statistic) {
        return statistic.equals(AFRESH) || statistic.equals(COPIED);
    }

    private void copy() {
        for (int i = 0; i < POINTS; i++) {
            known[i] = hi[i] - lo[i];
        }
        System.arraycopy(values, 0, results, 0, POINTS);
    }

    private void sumAfresh() {
        for (int i = 0; i < POINTS; i++) {
            double sum = 0;
            for (int k = lo[i]; k <= hi[i]; k++) {
                sum += values[k];
            }
            results[i] = sum;
        }
    }
}
