package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.FactsRead;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.internal.decimal.Rational;

/**
 * What a stage comes to in one slice, worked out again for those who ask why a cell has no value. Keeps working memory
 * between questions; for the use of one thread at a time.
 */
final class Inquiry {

    private static final Execution EXECUTION = Execution.DEFAULT.fusing(false);

    private final Stage stage;
    /** What works out exact numbers, or null if they are not asked. */
    private final @Nullable ExactWorker exact;
    private final @Nullable RowFiller[] fillers;
    private final @Nullable double[][] rows;
    private final boolean[] loaded;
    private final Workspace workspace = new Workspace(new LeafStore(), EXECUTION);
    private final Map<Stage, Inquiry> inner = new IdentityHashMap<>();
    private @Nullable StageWorker worker;
    private double[] output = new double[0];
    private boolean hasOutput;
    private int slice = -1;

    /** @param exact whether the stage is worked out in exact numbers */
    Inquiry(Stage stage, boolean exact) {
        this.stage = stage;
        this.exact = exact ? new ExactWorker(stage) : null;
        int steps = stage.program().steps().size();
        this.fillers = new RowFiller[steps];
        this.rows = new double[steps][];
        this.loaded = new boolean[steps];
    }

    /** Turns to a slice. */
    Inquiry about(int other) {
        if (slice != other) {
            slice = other;
            hasOutput = false;
            Arrays.fill(loaded, false);
        }
        return this;
    }

    int slice() {
        return slice;
    }

    /** What a stage inside of a leaf comes to in the same slice. */
    Inquiry inner(Stage other) {
        return inner.computeIfAbsent(other, stage -> new Inquiry(stage, exact != null)).about(slice);
    }

    /** The exact values of the only output, window by window, or null if exact numbers are not asked. */
    @Nullable Rational @Nullable [] exactOutput() {
        return exact == null ? null : exact.about(slice).output(0);
    }

    /** The values of the only output, window by window; NaN where there is none. */
    double[] output() {
        if (!hasOutput) {
            if (output.length == 0) {
                output = new double[stage.frame().size()];
            }
            if (exact != null) {
                ExactWorker.write(exact.about(slice).output(0), output, 0, output.length);
            } else {
                worker = worker == null ? new StageWorker(stage, workspace) : worker;
                worker.run(slice, slice + 1, new double[][] {output}, 0);
            }
            hasOutput = true;
        }
        return output;
    }

    /** Whether the only output has a value. */
    boolean hasValue(int window) {
        return !Double.isNaN(output()[window]);
    }

    /** Why the only output has no value. */
    List<Reason> reasons(int window) {
        return hasValue(window) ? List.of() : reasons(0, window);
    }

    /** Why an output that has no value has none, root causes in the order of the formula. */
    List<Reason> reasons(int which, int window) {
        return reasonsOfStep(stage.program().outputs().get(which), window);
    }

    /** Why a step has no value, root causes in the order of the formula; empty if it has one. */
    List<Reason> reasonsOfStep(int target, int window) {
        double[] values = values(window, target);
        if (!Double.isNaN(values[target])) {
            return List.of();
        }
        Set<Reason> reasons = new LinkedHashSet<>();
        Reasons.collect(stage.program(), target, values, step -> leaf(step).reasons(this, window),
                stage.frame().window(window).toString(), reasons);
        return new ArrayList<>(reasons);
    }

    /** The values of some steps and of all that they need, by the numbers of the steps; NaN where there is none. */
    double[] values(int window, int... targets) {
        return exact != null ? exact.about(slice).values(window, targets) : run(window, targets);
    }

    /** Which facts a leaf was worked out from, or null if it is no input or has no facts. */
    @Nullable FactsRead factsRead(int step, int window) {
        return leaf(step) instanceof FactsColumn column ? column.read(slice, window) : null;
    }

    /** Which facts a statistic over periods was worked out from, input by input. */
    List<FactsRead> factsInside(int step, int window) {
        List<FactsRead> read = new ArrayList<>();
        if (leaf(step) instanceof SummaryColumn column) {
            Inquiry inside = inner(column.operand());
            int[] periods = column.periods(window, inside::hasValue);
            if (periods.length > 0) {
                inside.addFacts(periods[0], periods[periods.length - 1], read);
            }
        }
        return read;
    }

    private void addFacts(int first, int last, List<FactsRead> read) {
        stage.leaves().forEach(leaf -> {
            if (leaf instanceof FactsColumn column) {
                read.add(column.read(slice, first, last));
            } else if (leaf instanceof SummaryColumn column) {
                Inquiry inside = inner(column.operand());
                int[] early = column.periods(first, inside::hasValue);
                int[] late = column.periods(last, inside::hasValue);
                if (early.length > 0 && late.length > 0) {
                    inside.addFacts(early[0], late[late.length - 1], read);
                }
            }
        });
    }

    /** Runs one cell again, with the same kernels, and keeps the value of every step. */
    private double[] run(int window, int... targets) {
        boolean[] needed = stage.program().neededFor(targets);
        double[] values = new double[needed.length];
        for (int step = 0; step < needed.length; step++) {
            if (!needed[step]) {
                continue;
            }
            Step what = stage.program().steps().get(step);
            if (what instanceof Step.Constant constant) {
                values[step] = constant.value();
            } else if (what instanceof Step.Operation operation) {
                values[step] = operation.kernel()
                        .of(operation.operands().stream().mapToDouble(operand -> values[operand]).toArray());
            } else {
                values[step] = row(step)[window];
            }
        }
        return values;
    }

    private double[] row(int step) {
        LeafColumn column = leaf(step);
        double[] row = rows[step];
        RowFiller filler = fillers[step];
        if (row == null || filler == null) {
            row = new double[column.windows()];
            filler = column.filler(workspace);
            rows[step] = row;
            fillers[step] = filler;
        }
        if (!loaded[step]) {
            int number = column.row(slice);
            filler.fill(number, number + 1, row, 0);
            loaded[step] = true;
        }
        return row;
    }

    private LeafColumn leaf(int step) {
        LeafColumn column = stage.column(step);
        if (column == null) {
            throw new AssertionError("step " + step + " is no leaf");
        }
        return column;
    }
}
