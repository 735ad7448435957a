package org.kpilang.evaluate.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Reason;

/**
 * What the outputs of a program come to, in one column each; leaves are not kept. Can be asked from several threads, as
 * long as nobody works it out again.
 */
public final class Columns {

    private final Stage stage;
    private final double[][] outputs;
    private @Nullable Inquiry inquiry;

    Columns(Stage stage, double[][] outputs) {
        this.stage = stage;
        this.outputs = outputs;
    }

    /** The values of an output, slice by slice; NaN where there is none. The array is not to be changed. */
    public double[] output(int output) {
        return outputs[output];
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
            inquiry = new Inquiry(stage);
        }
        return inquiry.about(slice).reasons(output, window);
    }
}
