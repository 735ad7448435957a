package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.decimal.Rational;

/**
 * Works out a stage in exact numbers, one slice at a time: its leaves, and then cell by cell and step by step what the
 * kernels mean. Works out no more of a slice than is asked, and keeps it until another one is turned to. For the use of
 * one thread.
 */
final class ExactWorker {

    private final Stage stage;
    private final List<Step> steps;
    private final int[] targets;
    /** The rows of each step that is a leaf. */
    private final @Nullable ExactRows[] leaves;
    private final @Nullable Rational[][] rows;
    private final boolean[] loaded;
    private final @Nullable ExactKernel[] kernels;
    /** Where the operands of each step stand, and room for them. */
    private final int[][] operands;
    private final @Nullable Rational[][] read;
    private final @Nullable Rational[] values;
    private final @Nullable Rational[][] outputs;
    private boolean hasOutputs;
    private int slice = -1;

    ExactWorker(Stage stage) {
        this.stage = stage;
        this.steps = stage.program().steps();
        this.targets = stage.program().outputs().stream().mapToInt(Integer::intValue).toArray();
        int size = steps.size();
        this.leaves = new ExactRows[size];
        this.rows = new Rational[size][];
        this.loaded = new boolean[size];
        this.kernels = new ExactKernel[size];
        this.operands = new int[size][];
        this.read = new Rational[size][];
        this.values = new Rational[size];
        this.outputs = new Rational[targets.length][stage.frame().size()];
        for (int step = 0; step < size; step++) {
            LeafColumn column = stage.column(step);
            if (column != null) {
                leaves[step] = ExactRows.of(column);
                rows[step] = new Rational[column.windows()];
            } else if (steps.get(step) instanceof Step.Operation operation) {
                kernels[step] = ExactKernel.of(operation.kernel());
                operands[step] = operation.operands().stream().mapToInt(Integer::intValue).toArray();
                read[step] = new Rational[operands[step].length];
            }
        }
    }

    /** Turns to a slice. */
    ExactWorker about(int other) {
        if (slice != other) {
            slice = other;
            hasOutputs = false;
            Arrays.fill(loaded, false);
        }
        return this;
    }

    /** The values of an output, window by window; null where there is none. Overwritten with those of another slice. */
    @Nullable Rational[] output(int output) {
        if (!hasOutputs) {
            for (int window = 0; window < stage.frame().size(); window++) {
                for (int step = 0; step < values.length; step++) {
                    values[step] = value(step, window);
                }
                for (int i = 0; i < targets.length; i++) {
                    outputs[i][window] = values[targets[i]];
                }
            }
            hasOutputs = true;
        }
        return outputs[output];
    }

    /** The values of a step and of all that it needs in one cell, as doubles. */
    double[] values(int window, int... targets) {
        boolean[] needed = stage.program().neededFor(targets);
        for (int step = 0; step < needed.length; step++) {
            values[step] = needed[step] ? value(step, window) : null;
        }
        double[] doubles = new double[needed.length];
        write(values, doubles, 0, doubles.length);
        return doubles;
    }

    private @Nullable Rational value(int step, int window) {
        ExactKernel kernel = kernels[step];
        if (kernel != null) {
            for (int i = 0; i < read[step].length; i++) {
                read[step][i] = values[operands[step][i]];
            }
            return kernel.of(read[step]);
        }
        ExactRows leaf = leaves[step];
        if (leaf == null) {
            return ((Step.Constant) steps.get(step)).number();
        }
        if (!loaded[step]) {
            leaf.fill(stage.column(step).row(slice), rows[step]);
            loaded[step] = true;
        }
        return rows[step][window];
    }

    /** Writes the nearest doubles of some numbers, NaN where there is none. */
    static void write(@Nullable Rational[] numbers, double[] doubles, int at, int count) {
        for (int i = 0; i < count; i++) {
            Rational number = numbers[i];
            doubles[at + i] = number == null ? Double.NaN : number.toDouble();
        }
    }
}
