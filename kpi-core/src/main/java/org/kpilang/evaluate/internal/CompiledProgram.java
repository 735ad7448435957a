package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A program made ready to run over ranges of cells, in blocks of cells that stay in the first-level cache: outside the
 * blocks, inside the steps, each step one simple loop. Immutable and thread-safe; made once and run often. A run
 * allocates nothing but, at times, a {@link Scratch}.
 */
public final class CompiledProgram {

    /** Cells in a block; eight buffers of this size fill 32 kB. */
    public static final int BLOCK = 512;
    /** How many blocks are worked out between two looks at whether to stop. */
    private static final int BLOCKS_BETWEEN_LOOKS = 32;
    /** Never stops. */
    public static final BooleanSupplier NEVER = () -> false;

    /** The steps in the order in which they run; the parts of an instruction stand at the same place of each array. */
    private final int[] steps;
    /** What each instruction does; null for a leaf, which is copied. */
    private final @Nullable Kernel[] kernels;
    /** The registers that each instruction reads. */
    private final int[][] operands;
    /** The register that each instruction writes. */
    private final int[] targets;
    /** The results that an instruction is copied to. */
    private final int[][] copies;
    /** Registers: first the buffers, then the constants, then the leaves. */
    private final int buffers;
    private final double[] constants;
    /** For each leaf its step, and the buffer that it is copied to unless it can be read in place. */
    private final int[] leafSteps;
    private final int[] leafBuffers;
    /** The result and value of outputs that are the same in every cell. */
    private final int[] constantResults;
    private final double[] constantValues;
    private final int results;
    /** Tells apart whose constants a scratch holds, without holding the program. */
    private final Object identity = new Object();

    private CompiledProgram(Program program, int[] outputs) {
        int[] targetSteps = Arrays.stream(outputs).map(output -> program.outputs().get(output)).toArray();
        Schedule schedule = new Schedule(program, targetSteps);
        this.steps = schedule.order();
        this.buffers = schedule.bufferCount();
        this.results = outputs.length;
        int count = program.steps().size();
        boolean[] needed = program.neededFor(targetSteps);
        int[] registers = new int[count];
        List<Double> values = new ArrayList<>();
        for (int step = 0; step < count; step++) {
            if (needed[step] && program.steps().get(step) instanceof Step.Constant constant) {
                registers[step] = buffers + values.size();
                values.add(constant.value());
            }
        }
        this.constants = values.stream().mapToDouble(Double::doubleValue).toArray();
        this.leafSteps = Arrays.stream(steps).filter(step -> program.steps().get(step) instanceof Step.Input).toArray();
        this.leafBuffers = Arrays.stream(leafSteps).map(schedule::buffer).toArray();
        this.kernels = new Kernel[steps.length];
        this.operands = new int[steps.length][];
        this.targets = new int[steps.length];
        this.copies = new int[steps.length][];
        int leaves = 0;
        for (int place = 0; place < steps.length; place++) {
            int step = steps[place];
            if (program.steps().get(step) instanceof Step.Operation operation) {
                kernels[place] = operation.kernel();
                operands[place] = operation.operands().stream().mapToInt(operand -> registers[operand]).toArray();
                targets[place] = schedule.buffer(step);
            } else {
                operands[place] = new int[0];
                targets[place] = buffers + constants.length + leaves++;
            }
            registers[step] = targets[place];
            copies[place] = places(targetSteps, step);
        }
        this.constantResults = IntStream.range(0, outputs.length)
                .filter(result -> program.steps().get(targetSteps[result]) instanceof Step.Constant).toArray();
        this.constantValues = Arrays.stream(constantResults)
                .mapToDouble(result -> ((Step.Constant) program.steps().get(targetSteps[result])).value()).toArray();
    }

    private static int[] places(int[] targetSteps, int step) {
        return IntStream.range(0, targetSteps.length)
                .filter(result -> targetSteps[result] == step).toArray();
    }

    /** For some of the outputs of a program, in this order. */
    static CompiledProgram of(Program program, int... outputs) {
        return new CompiledProgram(program, outputs);
    }

    /** How many results there are. */
    public int results() {
        return results;
    }

    /** The steps whose columns a run reads. */
    public int[] leafSteps() {
        return leafSteps.clone();
    }

    /**
     * Works out the cells of a range. Several threads may work at once, on ranges that do not overlap.
     *
     * @param columns   the column of each step of the whole program that is a leaf; those that are not among
     *                  {@link #leafSteps()} are not looked at
     * @param from      the first cell
     * @param to        the cell after the last
     * @param out       an array for each result
     * @param at        the index in these arrays of the first cell; runs are fastest where it is {@code from}
     * @param fusing    whether a generated loop may be used
     * @param cancelled asked now and then whether to stop
     * @throws CancellationException if it was told to stop; the results are then of no use
     */
    public void run(@Nullable CellColumn[] columns, int from, int to, double[][] out, int at, boolean fusing,
            BooleanSupplier cancelled) {
        Scratch scratch = Scratch.borrow();
        try {
            run(scratch, columns, from, to, out, at, fusing, cancelled);
        } finally {
            Scratch.giveBack(scratch);
        }
    }

    /** Works out the cells of a range, in memory of the caller; allocates nothing once it has served this program. */
    void run(Scratch scratch, @Nullable CellColumn[] columns, int from, int to, double[][] out, int at, boolean fusing,
            BooleanSupplier cancelled) {
        if (to <= from) {
            return;
        }
        for (int i = 0; i < constantResults.length; i++) {
            Arrays.fill(out[constantResults[i]], at, at + to - from, constantValues[i]);
        }
        double[][] registers = scratch.registers(this, Math.min(BLOCK, to - from));
        int untilLook = 0;
        for (int cell = from; cell < to; cell += BLOCK) {
            if (--untilLook < 0) {
                untilLook = BLOCKS_BETWEEN_LOOKS;
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("the evaluation was stopped");
                }
            }
            runBlock(columns, cell, Math.min(BLOCK, to - cell), registers, out, at + cell - from);
        }
    }

    private void runBlock(@Nullable CellColumn[] columns, int cell, int count, double[][] registers, double[][] out,
            int at) {
        for (int place = 0; place < targets.length; place++) {
            double[] target = registers[targets[place]];
            Kernel kernel = kernels[place];
            if (kernel == null) {
                columns[steps[place]].copy(cell, count, target, 0);
            } else {
                kernel.run(registers, operands[place], target, count);
            }
            for (int result : copies[place]) {
                System.arraycopy(target, 0, out[result], at, count);
            }
        }
    }

    /** Tells apart whose constants a scratch holds, without holding the program. */
    Object identity() {
        return identity;
    }

    int bufferCount() {
        return buffers;
    }

    double[] constants() {
        return constants;
    }

    int[] leafBuffers() {
        return leafBuffers;
    }
}
