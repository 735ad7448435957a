package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.facts.Facts;

/** A program worked out over a grid of slices and windows. Immutable once made; can be asked from several threads. */
public final class Stage {

    private final Program program;
    private final Frame frame;
    private final SliceGrid grid;
    private final Execution execution;
    /** The column of each step that is a leaf. */
    private final @Nullable LeafColumn[] leaves;
    private final double[][] outputs;
    /** The same with exact numbers, or null if the program is worked out in doubles. */
    private final @Nullable ExactStage exact;

    Stage(Program program, Frame frame, SliceGrid grid, Facts facts, Execution execution) {
        this(program, frame, grid, facts, execution, false);
    }

    /** Works a program out with exact numbers. */
    static Stage exact(Program program, Frame frame, SliceGrid grid, Facts facts, Execution execution) {
        return new Stage(program, frame, grid, facts, execution, true);
    }

    private Stage(Program program, Frame frame, SliceGrid grid, Facts facts, Execution execution, boolean isExact) {
        this.program = program;
        this.frame = frame;
        this.grid = grid;
        this.execution = execution;
        this.leaves = new LeafColumn[program.steps().size()];
        if (isExact) {
            ExactColumn[] columns = new ExactColumn[leaves.length];
            for (int step = 0; step < leaves.length; step++) {
                if (program.steps().get(step) instanceof Step.Input input) {
                    columns[step] = exactColumn(input.leaf(), facts);
                    leaves[step] = columns[step].column();
                }
            }
            this.exact = new ExactStage(program, columns, grid.size(), frame.size());
            this.outputs = exact.doubles();
            return;
        }
        this.exact = null;
        for (int step = 0; step < leaves.length; step++) {
            if (program.steps().get(step) instanceof Step.Input input) {
                leaves[step] = column(input.leaf(), facts);
            }
        }
        int cells = grid.size() * frame.size();
        this.outputs = new double[program.outputs().size()][cells];
        program.compiled().run(leaves, 0, cells, outputs, 0, execution.fusing(), CompiledProgram.NEVER);
    }

    private ExactColumn exactColumn(Leaf leaf, Facts facts) {
        if (leaf instanceof Leaf.Summary summary) {
            return SummaryColumn.exact(summary, frame, grid, facts, execution);
        } else if (leaf instanceof Leaf.Index index) {
            return IndexColumn.exact(index, frame, grid, facts, execution);
        }
        LeafColumn column = column(leaf, facts);
        return column instanceof FactsColumn input ? ExactRollUp.column(input, facts)
                : ExactColumn.ofShort(column, grid.size(), frame.size());
    }

    private LeafColumn column(Leaf leaf, Facts facts) {
        if (leaf instanceof Leaf.Facts input) {
            return FactsColumn.of(input, frame, grid, facts);
        } else if (leaf instanceof Leaf.Summary summary) {
            return SummaryColumn.of(summary, frame, grid, facts, execution);
        } else if (leaf instanceof Leaf.Version version) {
            return VersionColumn.of(version, frame, grid.size());
        }
        if (leaf instanceof Leaf.Given given) {
            return GivenColumn.of(given, frame, grid.size());
        }
        return leaf instanceof Leaf.Index index ? IndexColumn.of(index, frame, grid, facts, execution)
                : LengthColumn.of((Leaf.Length) leaf, frame, grid.size());
    }

    /** The values of an output, slice by slice; NaN where there is none. The array is not to be changed. */
    public double[] output(int output) {
        return outputs[output];
    }

    /**
     * The exact value of a cell, or null if there is none.
     *
     * @throws IllegalStateException if the program was worked out in doubles
     */
    public @Nullable Rational exact(int output, int slice, int window) {
        if (exact == null) {
            throw new IllegalStateException("decimals were not asked");
        }
        return exact.output(output)[slice * frame.size() + window];
    }

    /** The exact values of an output, for a program that is worked out exactly. */
    @Nullable Rational[] exactOutput(int output) {
        return Objects.requireNonNull(exact).output(output);
    }

    public boolean hasValue(int output, int slice, int window) {
        return !Double.isNaN(outputs[output][slice * frame.size() + window]);
    }

    /** Why a cell has no value, root causes in the order of the formula; empty if it has one. */
    public List<Reason> reasons(int output, int slice, int window) {
        if (hasValue(output, slice, window)) {
            return List.of();
        }
        int target = program.outputs().get(output);
        double[] values = values(target, slice, window);
        Set<Reason> reasons = new LinkedHashSet<>();
        Reasons.collect(program, target, values, step -> leaf(step).reasons(slice, window),
                frame.window(window).toString(), reasons);
        return new ArrayList<>(reasons);
    }

    /** Runs one cell again, with the same kernels, and keeps the value of every step. */
    private double[] values(int target, int slice, int window) {
        boolean[] needed = program.neededFor(target);
        if (exact != null) {
            return exact.values(target, needed, slice, window);
        }
        double[] values = new double[target + 1];
        for (int step = 0; step <= target; step++) {
            if (!needed[step]) {
                continue;
            }
            Step what = program.steps().get(step);
            if (what instanceof Step.Constant constant) {
                values[step] = constant.value();
            } else if (what instanceof Step.Operation operation) {
                values[step] = operation.kernel()
                        .of(operation.operands().stream().mapToDouble(operand -> values[operand]).toArray());
            } else {
                values[step] = leaf(step).value(slice, window);
            }
        }
        return values;
    }

    private LeafColumn leaf(int step) {
        LeafColumn column = leaves[step];
        if (column == null) {
            throw new AssertionError("step " + step + " is no leaf");
        }
        return column;
    }
}
