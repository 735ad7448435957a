package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The instructions of a program over a block of cells: which loop reads and writes which registers. Registers are first
 * the buffers, then the constants, then the leaves, then the results. Immutable.
 */
final class BlockCode {

    private final boolean leavesInPlace;
    /** The parts of an instruction stand at the same place of each array. A loop of null copies a leaf. */
    private final @Nullable CellLoop[] loops;
    private final int[][] operands;
    private final int[] targets;
    /** The results that an instruction is copied to. */
    private final int[][] copies;
    private final int[] leafSteps;
    /** For each leaf its buffer, if it is copied. */
    private final int[] leafBuffers;
    private final int bufferCount;
    private final double[] constants;
    /** Which constants must fill a column, since not all that read them take a number alone. */
    private final boolean[] filled;
    private final int results;

    /**
     * The instructions for some steps of a program.
     *
     * @param targetSteps    for each result the step that gives it
     * @param leavesInPlace  whether leaves are read where they are, and not copied into buffers
     * @param resultsInPlace whether results are written where they belong, and not copied there
     */
    BlockCode(Program program, int[] targetSteps, boolean leavesInPlace, boolean resultsInPlace) {
        Schedule schedule = new Schedule(program, targetSteps, leavesInPlace);
        this.leavesInPlace = leavesInPlace;
        this.bufferCount = schedule.bufferCount();
        this.results = targetSteps.length;
        List<Step> steps = program.steps();
        boolean[] needed = program.neededFor(targetSteps);
        int[] constantSteps = IntStream.range(0, needed.length)
                .filter(step -> needed[step] && steps.get(step) instanceof Step.Constant).toArray();
        this.leafSteps = IntStream.range(0, needed.length)
                .filter(step -> needed[step] && steps.get(step) instanceof Step.Input).toArray();
        this.leafBuffers = leavesInPlace ? new int[0] : Arrays.stream(leafSteps).map(schedule::buffer).toArray();
        this.constants = Arrays.stream(constantSteps)
                .mapToDouble(step -> ((Step.Constant) steps.get(step)).value()).toArray();
        this.filled = new boolean[constants.length];
        int[] registers = new int[needed.length];
        for (int i = 0; i < constantSteps.length; i++) {
            registers[constantSteps[i]] = bufferCount + i;
        }
        for (int i = 0; i < leafSteps.length; i++) {
            registers[leafSteps[i]] = leafRegister(i);
        }
        List<@Nullable CellLoop> loopList = new ArrayList<>();
        List<int[]> operandList = new ArrayList<>();
        List<Integer> targetList = new ArrayList<>();
        List<int[]> copyList = new ArrayList<>();
        for (int step : order(schedule, targetSteps, steps)) {
            int[] wanted = IntStream.range(0, results).filter(result -> targetSteps[result] == step).toArray();
            if (steps.get(step) instanceof Step.Operation operation) {
                boolean direct = resultsInPlace && wanted.length > 0;
                registers[step] = direct ? resultRegister(wanted[0]) : schedule.buffer(step);
                operandList.add(operation.operands().stream().mapToInt(operand -> registers[operand]).toArray());
                loopList.add(loop(operation, steps, registers));
                copyList.add(direct ? Arrays.copyOfRange(wanted, 1, wanted.length) : wanted);
            } else {
                operandList.add(new int[0]);
                loopList.add(null);
                copyList.add(wanted);
            }
            targetList.add(registers[step]);
        }
        this.loops = loopList.toArray(CellLoop[]::new);
        this.operands = operandList.toArray(int[][]::new);
        this.targets = targetList.stream().mapToInt(Integer::intValue).toArray();
        this.copies = copyList.toArray(int[][]::new);
    }

    /** The steps that run; leaves that are in place do not, but may be results. */
    private int[] order(Schedule schedule, int[] targetSteps, List<Step> steps) {
        IntStream leaves = leavesInPlace ? Arrays.stream(targetSteps).distinct()
                .filter(step -> steps.get(step) instanceof Step.Input) : IntStream.empty();
        return IntStream.concat(Arrays.stream(schedule.order()), leaves).toArray();
    }

    private CellLoop loop(Step.Operation operation, List<Step> steps, int[] registers) {
        List<Integer> read = operation.operands();
        boolean[] constant = new boolean[read.size()];
        int count = 0;
        for (int i = 0; i < constant.length; i++) {
            constant[i] = steps.get(read.get(i)) instanceof Step.Constant;
            count += constant[i] ? 1 : 0;
        }
        CellLoop special = count == 0 || count == constant.length ? null : operation.kernel().withConstants(constant);
        if (special != null) {
            return special;
        }
        for (int i = 0; i < constant.length; i++) {
            if (constant[i]) {
                filled[registers[read.get(i)] - bufferCount] = true;
            }
        }
        return operation.kernel();
    }

    int bufferCount() {
        return bufferCount;
    }

    double constant(int index) {
        return constants[index];
    }

    int constantCount() {
        return constants.length;
    }

    boolean isFilled(int constant) {
        return filled[constant];
    }

    /** How many arrays of the length of a block are needed. */
    int arrayCount() {
        int count = bufferCount;
        for (boolean each : filled) {
            count += each ? 1 : 0;
        }
        return count;
    }

    int[] leafSteps() {
        return leafSteps;
    }

    /** The buffer that a leaf is copied to. */
    int leafBuffer(int leaf) {
        return leafBuffers[leaf];
    }

    boolean areLeavesInPlace() {
        return leavesInPlace;
    }

    int leafRegister(int leaf) {
        return bufferCount + constants.length + leaf;
    }

    int resultRegister(int result) {
        return bufferCount + constants.length + leafSteps.length + result;
    }

    int registerCount() {
        return resultRegister(results);
    }

    /**
     * Runs over a block of cells.
     *
     * @param columns the columns of the leaves, by their steps
     * @param cell    the first cell
     * @param at      its index in the registers
     * @param to      the index after the last
     * @param out     the results
     * @param outAt   the index of the first cell in the results
     */
    void run(@Nullable CellColumn[] columns, double[][] registers, int cell, int at, int to, double[][] out,
            int outAt) {
        for (int i = 0; i < targets.length; i++) {
            double[] target = registers[targets[i]];
            CellLoop loop = loops[i];
            if (loop != null) {
                loop.run(registers, operands[i], target, at, to);
            } else if (!leavesInPlace) {
                columns[leafSteps[targets[i] - leafRegister(0)]].copy(cell, to - at, target, at);
            }
            for (int result : copies[i]) {
                System.arraycopy(target, at, out[result], outAt, to - at);
            }
        }
    }
}
