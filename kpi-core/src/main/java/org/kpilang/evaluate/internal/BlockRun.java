package org.kpilang.evaluate.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program over columns in blocks of cells that stay in the first-level cache: outside the blocks, inside the
 * steps, each step one simple loop. Steps write into buffers that are used again once nobody reads them any more.
 */
final class BlockRun {

    /** Cells in a block; eight buffers of this size fill 32 kB. */
    private static final int BLOCK = 512;

    private final Program program;
    /** The buffer that each step writes to. */
    private final int[] buffers;
    private final int bufferCount;

    BlockRun(Program program) {
        this.program = program;
        this.buffers = new int[program.steps().size()];
        this.bufferCount = assignBuffers();
    }

    /** Working memory; for the use of one thread. */
    Memory memory() {
        double[][] memory = new double[bufferCount][BLOCK];
        return new Memory(memory, operands(memory));
    }

    /** Buffers, and for each step those that it reads. */
    record Memory(double[][] buffers, double[][][] operands) {}

    /** Works out the outputs, the first cell of each at an offset. */
    void run(Memory memory, @Nullable TileColumn[] leaves, int cells, double[][] outputs, int at) {
        for (int from = 0; from < cells; from += BLOCK) {
            int count = Math.min(BLOCK, cells - from);
            for (int step = 0; step < buffers.length; step++) {
                run(step, from, count, memory.buffers()[buffers[step]], memory.operands()[step], leaves);
            }
            for (int i = 0; i < outputs.length; i++) {
                System.arraycopy(memory.buffers()[buffers[program.outputs().get(i)]], 0, outputs[i], at + from, count);
            }
        }
    }

    private void run(int step, int from, int count, double[] out, double[][] operands, @Nullable TileColumn[] leaves) {
        Step what = program.steps().get(step);
        if (what instanceof Step.Operation operation) {
            operation.kernel().run(operands, out, count);
        } else if (what instanceof Step.Constant constant) {
            Arrays.fill(out, 0, count, constant.value());
        } else {
            leaves[step].copy(from, count, out);
        }
    }

    private double[][][] operands(double[][] memory) {
        double[][][] operands = new double[buffers.length][][];
        for (int step = 0; step < buffers.length; step++) {
            List<Integer> reads = program.steps().get(step) instanceof Step.Operation operation
                    ? operation.operands() : List.of();
            operands[step] = reads.stream().map(operand -> memory[buffers[operand]]).toArray(double[][]::new);
        }
        return operands;
    }

    /** Gives each step a buffer that no later reader of another step needs; returns how many there are. */
    private int assignBuffers() {
        int[] lastReaders = program.lastReaders();
        Deque<Integer> free = new ArrayDeque<>();
        int count = 0;
        for (int step = 0; step < buffers.length; step++) {
            if (program.steps().get(step) instanceof Step.Operation operation) {
                for (int operand : operation.operands().stream().distinct().toList()) {
                    if (lastReaders[operand] == step) {
                        free.push(buffers[operand]);
                    }
                }
            }
            buffers[step] = free.isEmpty() ? count++ : free.pop();
        }
        return count;
    }
}
