package org.kpilang.bench;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The time that the thread itself was running, beside the time on the wall; on a busy machine the honest figure. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {

    /** Nanoseconds of the thread in this iteration. */
    public long cpu;
    /** Operations in this iteration; the benchmark counts them. */
    public long operations;

    private long start;

    @Setup(Level.Iteration)
    public void begin() {
        cpu = 0;
        operations = 0;
        start = now();
    }

    @TearDown(Level.Iteration)
    public void end() {
        cpu = now() - start;
    }

    static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
