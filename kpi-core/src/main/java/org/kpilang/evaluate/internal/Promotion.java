package org.kpilang.evaluate.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.fused.LoopDefiner;

/**
 * Counts the cells that a program has run over, and makes generated loops of it once they are very many: such a loop
 * starts slowly, while the loops of blocks are shared by all programs and are fast already. Thread-safe.
 */
final class Promotion {

    /**
     * From this many cells on a generated loop is made. Measured over formulas of five operators, it starts about 18 ms
     * of processor time behind, most of it in the compiler of the JVM, and gains half a nanosecond a cell or more: here
     * a program has lost as much by waiting as it may lose by not being run any more.
     */
    static final long MANY_CELLS = 30_000_000;

    /** Says {@code false} to keep all programs from being turned into generated loops. */
    static final String PROPERTY = "org.kpilang.fusing";

    private final Program program;
    private final int[] outputs;
    private final LoopDefiner definer;
    private final long needed;
    private final AtomicLong cells = new AtomicLong();
    private final AtomicBoolean isTried = new AtomicBoolean();
    private volatile @Nullable FusedProgram fused;

    Promotion(Program program, int[] outputs, LoopDefiner definer, long needed) {
        this.program = program;
        this.outputs = outputs;
        this.definer = definer;
        this.needed = needed;
    }

    /** The generated loops; null if there are none, be it not yet or for ever. */
    @Nullable FusedProgram fused() {
        return fused;
    }

    /** Counts a run, and makes the loops at its end if it is time; other threads go on meanwhile. */
    void count(int more) {
        if (!isTried.get() && cells.addAndGet(more) >= needed && isAllowed() && isTried.compareAndSet(false, true)) {
            fused = FusedProgram.of(program, outputs, definer);
        }
    }

    /** Whether generated loops are allowed at all. */
    static boolean isAllowed() {
        return !"false".equalsIgnoreCase(System.getProperty(PROPERTY));
    }
}
