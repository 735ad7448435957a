package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.fused.LoopDefiner;

/**
 * A program made ready to run over ranges of cells, in blocks that stay in the first-level cache: outside the blocks,
 * inside the steps, each step one simple loop. A program that has run over very many cells is turned into a generated
 * loop, if that is allowed, which gives the same bits. Thread-safe; made once and run often. Runs allocate nothing but
 * {@linkplain Scratch scratch} memory the first times.
 */
public final class CompiledProgram {

    /** Cells in a block; eight buffers of this size fill 32 kB. */
    public static final int BLOCK = 512;
    /** Never stops. */
    public static final BooleanSupplier NEVER = () -> false;

    /** How many cells are worked out between two looks at whether to stop. */
    static final int CELLS_BETWEEN_LOOKS = 16_384;
    /** Columns are used in place up to so many numbers in all buffers together, which is 512 kB. */
    static final int MOST_IN_PLACE = 1 << 16;

    private final Program program;
    private final int[] targetSteps;
    /** The results that are the same in every cell. */
    private final int[] constantResults;
    /** With columns and results copied. */
    private final Layout copying;
    private final Promotion promotion;
    /** With columns in place, and results copied or in place; made when they are needed. */
    private volatile @Nullable Layout columnsInPlace;
    private volatile @Nullable Layout allInPlace;

    /** Code, and what a scratch remembers that it is prepared for: an object that holds nothing. */
    private record Layout(BlockCode code, Object owner) {}

    private CompiledProgram(Program program, int[] outputs, Promotion promotion) {
        this.program = program;
        this.targetSteps = Arrays.stream(outputs).map(output -> program.outputs().get(output)).toArray();
        this.constantResults = IntStream.range(0, outputs.length)
                .filter(result -> program.steps().get(targetSteps[result]) instanceof Step.Constant).toArray();
        this.copying = layout(false, false);
        this.promotion = promotion;
    }

    private Layout layout(boolean leavesInPlace, boolean resultsInPlace) {
        return new Layout(new BlockCode(program, targetSteps, leavesInPlace, resultsInPlace), new Object());
    }

    /** For some of the outputs of a program, in this order. */
    static CompiledProgram of(Program program, int... outputs) {
        return of(program, LoopDefiner.HIDDEN, Promotion.MANY_CELLS, outputs);
    }

    /** The same, which turns into a generated loop after some cells. */
    static CompiledProgram of(Program program, LoopDefiner definer, long cells, int... outputs) {
        return new CompiledProgram(program, outputs, new Promotion(program, outputs, definer, cells));
    }

    /** How many results there are. */
    public int results() {
        return targetSteps.length;
    }

    /** The steps whose columns a run reads. */
    public int[] leafSteps() {
        return copying.code.leafSteps().clone();
    }

    /**
     * Works out the cells of a range. Several threads may work at once, on ranges that do not overlap.
     *
     * @param columns   the column of each step of the whole program that is a leaf; those that are not among
     *                  {@link #leafSteps()} are not looked at
     * @param from      the first cell
     * @param to        the cell after the last
     * @param out       an array for each result; none of them is a column
     * @param at        the index in these arrays of the first cell; runs are fastest where it is {@code from}
     * @param fusing    whether a generated loop may be used
     * @param cancelled asked now and then whether to stop
     * @throws CancellationException if it was told to stop; the results are then of no use
     */
    public void run(@Nullable CellColumn[] columns, int from, int to, double[][] out, int at, boolean fusing,
            BooleanSupplier cancelled) {
        try (Scratch scratch = Scratch.borrow()) {
            run(scratch, columns, from, to, out, at, fusing, cancelled);
        }
    }

    /** The same in memory of the caller; allocates nothing once that has served this program. */
    void run(Scratch scratch, @Nullable CellColumn[] columns, int from, int to, double[][] out, int at, boolean fusing,
            BooleanSupplier cancelled) {
        if (to <= from) {
            return;
        }
        for (int result : constantResults) {
            double value = ((Step.Constant) program.steps().get(targetSteps[result])).value();
            Arrays.fill(out[result], at, at + to - from, value);
        }
        FusedProgram fused = fusing ? promotion.fused() : null;
        if (fused != null) {
            fused.run(scratch, columns, from, to, out, at, cancelled);
            return;
        }
        runBlocks(scratch, columns, from, to, out, at, cancelled);
        if (fusing) {
            promotion.count(to - from);
        }
    }

    /** The same without a generated loop. */
    void runBlocks(Scratch scratch, @Nullable CellColumn[] columns, int from, int to, double[][] out, int at,
            BooleanSupplier cancelled) {
        boolean inPlace = CellColumns.areInPlace(columns, copying.code.leafSteps());
        Layout layout = inPlace ? inPlace(at == from) : copying;
        if (inPlace && (long) to * layout.code.arrayCount() > MOST_IN_PLACE) {
            layout = copying;
        }
        BlockCode code = layout.code;
        boolean same = code.areLeavesInPlace();
        double[][] registers = scratch.registers(code, layout.owner, same ? to : Math.min(BLOCK, to - from));
        if (same) {
            place(code, registers, columns, out);
        }
        try {
            for (int cell = from; cell < to; cell += BLOCK) {
                look(cell - from, cancelled);
                int count = Math.min(BLOCK, to - cell);
                int index = same ? cell : 0;
                code.run(columns, registers, cell, index, index + count, out, at + cell - from);
            }
        } finally {
            if (same) {
                scratch.forget(code);
            }
        }
    }

    private Layout inPlace(boolean results) {
        Layout layout = results ? allInPlace : columnsInPlace;
        if (layout == null) {
            layout = layout(true, results);
            if (results) {
                allInPlace = layout;
            } else {
                columnsInPlace = layout;
            }
        }
        return layout;
    }

    private void place(BlockCode code, double[][] registers, @Nullable CellColumn[] columns, double[][] out) {
        int[] leafSteps = code.leafSteps();
        for (int i = 0; i < leafSteps.length; i++) {
            registers[code.leafRegister(i)] = columns[leafSteps[i]].inPlace();
        }
        for (int i = 0; i < targetSteps.length; i++) {
            registers[code.resultRegister(i)] = out[i];
        }
    }

    /** Stops if that is wanted; looks not at every cell that it is asked at. */
    static void look(int done, BooleanSupplier cancelled) {
        if (done % CELLS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
            throw new CancellationException("the evaluation was stopped");
        }
    }

    /** What it has been turned into; null before. */
    @Nullable FusedProgram fused() {
        return promotion.fused();
    }

    /** How many buffers of a block a run needs. */
    int bufferCount() {
        return copying.code.bufferCount();
    }
}
