package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.kpilang.dsl.Formula;
import org.kpilang.evaluate.ColumnProgram;

/** What evaluations and formulas take of memory: counted, not timed. */
class MemoryTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What a run into given results allocates does not depend on the rows: at most 1 kB. */
    @Test
    void aRepeatedEvaluationAllocatesNothingForARow() {
        ColumnProgram program = Formula.parse("if revenue > 1000 then (revenue - cost) / revenue else cost * 0.5")
                .columns();
        for (int i = 0; i < 20; i++) {
            allocatedByRun(program, 1000);
        }

        assertThat(smallest(() -> allocatedByRun(program, 1000))).isLessThan(1024);
        assertThat(smallest(() -> allocatedByRun(program, 100_000))).isLessThan(1024);
    }

    /** The text of every formula is different, and so are its numbers; nothing of them is kept. */
    @Test
    void formulasThatAreDroppedLeaveNothingBehind() {
        readFormulas(0, 2_000);
        long before = used();

        List<Formula> kept = readFormulas(2_000, 10_000);
        assertThat(kept).hasSize(8_000);
        kept = List.of();

        assertThat(used() - before).isLessThan(1 << 20);
    }

    private static List<Formula> readFormulas(int from, int to) {
        List<Formula> formulas = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(from);
        for (int i = from; i < to; i++) {
            Formula formula = Formula.parse("(revenue_" + i + " - cost) / revenue_" + i + " * " + random.nextInt(1000)
                    + " + max(cost, " + i + ")");
            formula.columns();
            formulas.add(formula);
        }
        return formulas;
    }

    private static long used() {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            smallest = Math.min(smallest, runtime.totalMemory() - runtime.freeMemory());
        }
        return smallest;
    }

    private static long allocatedByRun(ColumnProgram program, int rows) {
        double[][] columns = new double[program.inputs().size()][rows];
        for (double[] column : columns) {
            for (int i = 0; i < rows; i++) {
                column[i] = i % 2000 + 1;
            }
        }
        double[][] results = {new double[rows]};
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        program.run(columns, results);
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }

    private static long smallest(LongSupplier bytes) {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            smallest = Math.min(smallest, bytes.getAsLong());
        }
        return smallest;
    }
}
