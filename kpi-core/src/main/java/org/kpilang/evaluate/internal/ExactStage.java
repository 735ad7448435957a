package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.decimal.Rational;

/**
 * A program worked out with exact numbers over a grid of slices and windows: cell by cell, and step by step, with what
 * the kernels of the steps mean. Immutable once made; can be asked from several threads.
 */
final class ExactStage {

    private final List<Step> steps;
    /** The column of each step that is a leaf. */
    private final @Nullable ExactColumn[] leaves;
    private final @Nullable ExactKernel[] kernels;
    private final int[][] operands;
    private final @Nullable Rational[][] outputs;

    ExactStage(Program program, @Nullable ExactColumn[] leaves, int slices, int windows) {
        this.steps = program.steps();
        this.leaves = leaves;
        this.kernels = new ExactKernel[steps.size()];
        this.operands = new int[steps.size()][];
        for (int step = 0; step < kernels.length; step++) {
            if (steps.get(step) instanceof Step.Operation operation) {
                kernels[step] = ExactKernel.of(operation.kernel());
                operands[step] = operation.operands().stream().mapToInt(Integer::intValue).toArray();
            }
        }
        this.outputs = new Rational[program.outputs().size()][slices * windows];
        run(program.outputs().stream().mapToInt(Integer::intValue).toArray(), slices, windows);
    }

    private void run(int[] targets, int slices, int windows) {
        Rational[] values = new Rational[steps.size()];
        Rational[][] memory = memory();
        int cell = 0;
        for (int slice = 0; slice < slices; slice++) {
            for (int window = 0; window < windows; window++) {
                for (int step = 0; step < values.length; step++) {
                    values[step] = value(step, slice, window, values, memory[step]);
                }
                for (int i = 0; i < targets.length; i++) {
                    outputs[i][cell] = values[targets[i]];
                }
                cell++;
            }
        }
    }

    /** Room for the operands of each step. */
    private Rational[][] memory() {
        return IntStream.range(0, kernels.length)
                .mapToObj(step -> new Rational[operands[step] == null ? 0 : operands[step].length])
                .toArray(Rational[][]::new);
    }

    private @Nullable Rational value(int step, int slice, int window, @Nullable Rational[] values,
            @Nullable Rational[] read) {
        ExactKernel kernel = kernels[step];
        if (kernel != null) {
            for (int i = 0; i < read.length; i++) {
                read[i] = values[operands[step][i]];
            }
            return kernel.of(read);
        }
        ExactColumn leaf = leaves[step];
        return leaf != null ? leaf.value(slice, window) : ((Step.Constant) steps.get(step)).number();
    }

    /** The exact values of an output, slice by slice; null where there is none. The array is not to be changed. */
    @Nullable Rational[] output(int output) {
        return outputs[output];
    }

    /** All outputs as doubles. */
    double[][] doubles() {
        double[][] doubles = new double[outputs.length][];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = ExactColumn.doubles(outputs[i]);
        }
        return doubles;
    }

    /** Runs one cell again, up to a step, and keeps the values of all steps as doubles. */
    double[] values(int target, boolean[] needed, int slice, int window) {
        Rational[] values = new Rational[target + 1];
        Rational[][] memory = memory();
        for (int step = 0; step <= target; step++) {
            values[step] = needed[step] ? value(step, slice, window, values, memory[step]) : null;
        }
        return ExactColumn.doubles(values);
    }
}
