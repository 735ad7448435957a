package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.Optional;
import org.kpilang.evaluate.FactsRead;
import org.kpilang.evaluate.Reason;

/** The steps of a program, and what each of them comes to in a cell. Thread-safe. */
public final class StepValues {

    private final Stage stage;
    private final Inquiry inquiry;
    private final int[] outputs;

    StepValues(Stage stage, boolean exact) {
        this.stage = stage;
        this.inquiry = new Inquiry(stage, exact);
        this.outputs = stage.program().outputs().stream().mapToInt(Integer::intValue).toArray();
    }

    public List<Step> steps() {
        return stage.program().steps();
    }

    /** The step of an output. */
    public int output(int number) {
        return outputs[number];
    }

    /** The values of all steps in a cell; NaN where there is none. */
    public synchronized double[] values(int slice, int window) {
        return inquiry.about(slice).values(window, outputs);
    }

    /** Why a step has no value in a cell where it has none. */
    public synchronized List<Reason> reasons(int step, int slice, int window) {
        return inquiry.about(slice).reasonsOfStep(step, window);
    }

    /** Which facts a leaf was worked out from; empty if it is no input or has no facts. */
    public synchronized Optional<FactsRead> factsRead(int step, int slice, int window) {
        return Optional.ofNullable(inquiry.about(slice).factsRead(step, window));
    }

    /** Which facts a statistic over periods was worked out from; none for anything else. */
    public synchronized List<FactsRead> factsInside(int step, int slice, int window) {
        return inquiry.about(slice).factsInside(step, window);
    }
}
