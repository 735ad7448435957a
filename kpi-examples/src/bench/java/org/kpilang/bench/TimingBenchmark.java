package org.kpilang.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.kpilang.leadlag.TimingFinding;
import org.kpilang.leadlag.TimingTest;
import org.kpilang.time.Grain;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whether one monthly series leads another. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TimingBenchmark {

    @Param({"120", "400"})
    public int points;

    private final TimingTest test = TimingTest.of(Grain.MONTH);
    private double[] candidate;
    private double[] outcome;

    @Setup(Level.Trial)
    public void prepare() {
        double[] leading = walk(points + 3, 1);
        candidate = new double[points];
        outcome = walk(points, 2);
        System.arraycopy(leading, 3, candidate, 0, points);
        for (int i = 0; i < points; i++) {
            outcome[i] += leading[i];
        }
    }

    /** A random walk with a season. */
    static double[] walk(int points, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] walk = new double[points];
        double level = 1000;
        for (int i = 0; i < points; i++) {
            level += random.nextDouble() * 10 - 4.5;
            walk[i] = level + 20 * Math.sin(2 * Math.PI * i / 12);
        }
        return walk;
    }

    @Benchmark
    public TimingFinding run(CpuTime time) {
        time.operations++;
        return test.test(candidate, outcome);
    }
}
