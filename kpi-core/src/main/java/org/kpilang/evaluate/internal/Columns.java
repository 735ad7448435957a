package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.internal.decimal.Rational;

/**
 * What the outputs of a program come to, in one column each; leaves are not kept. Can be asked from several threads, as
 * long as nobody works it out again.
 */
public final class Columns {

    private final Stage stage;
    private final double[][] outputs;
    /** The same in exact numbers, or null if they were not asked. */
    private final @Nullable Rational @Nullable [][] exact;
    private @Nullable Inquiry inquiry;

    Columns(Stage stage, double[][] outputs, @Nullable Rational @Nullable [][] exact) {
        this.stage = stage;
        this.outputs = outputs;
        this.exact = exact;
    }

    /**
     * Room for all outputs of a stage.
     *
     * @param exact whether they are worked out in exact numbers
     */
    static Columns of(Stage stage, boolean exact) {
        int count = stage.program().outputs().size();
        return new Columns(stage, new double[count][stage.cells()], exact ? new Rational[count][stage.cells()] : null);
    }

    /** The room of these columns for another stage, which has as many outputs and cells. */
    Columns reused(Stage other) {
        return new Columns(other, outputs, exact);
    }

    /** The values of an output, slice by slice; NaN where there is none. The array is not to be changed. */
    public double[] output(int output) {
        return outputs[output];
    }

    /**
     * The exact value of a cell, or null if there is none.
     *
     * @throws IllegalStateException if exact numbers were not asked
     */
    public @Nullable Rational exact(int output, int slice, int window) {
        if (exact == null) {
            throw new IllegalStateException("decimals were not asked");
        }
        return exact[output][slice * stage.frame().size() + window];
    }

    /** Works out all outputs in doubles. */
    void workOut(StageRun run, Watch watch) {
        run.run(outputs, watch);
    }

    /** Works out all outputs in exact numbers, slice after slice on the calling thread, and the nearest doubles. */
    void workOutExactly(Watch watch) {
        ExactWorker worker = new ExactWorker(stage);
        @Nullable Rational[][] exact = Objects.requireNonNull(this.exact);
        int windows = stage.frame().size();
        for (int slice = 0; slice < stage.panel().size(); slice++) {
            worker.about(slice);
            for (int output = 0; output < outputs.length; output++) {
                @Nullable Rational[] row = worker.output(output);
                System.arraycopy(row, 0, exact[output], slice * windows, windows);
                ExactWorker.write(row, outputs[output], slice * windows, windows);
            }
            watch.add(1);
        }
    }

    public boolean hasValue(int output, int slice, int window) {
        return !Double.isNaN(outputs[output][slice * stage.frame().size() + window]);
    }

    /**
     * Why a cell has no value, root causes in the order of the formula; empty if it has one. The slice is worked out
     * again, as far as it was not the last one asked about.
     */
    public List<Reason> reasons(int output, int slice, int window) {
        return hasValue(output, slice, window) ? List.of() : why(output, slice, window);
    }

    private synchronized List<Reason> why(int output, int slice, int window) {
        if (inquiry == null) {
            inquiry = new Inquiry(stage, exact != null);
        }
        return inquiry.about(slice).reasons(output, window);
    }
}
