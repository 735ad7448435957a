package org.kpilang.evaluate.internal;

import org.kpilang.evaluate.Execution;

/** Works out the outputs of a stage again and again in the same memory. Not thread-safe. */
public final class RepeatedRun {

    private final StageRun run;
    private final Execution execution;
    private final int slices;
    private final double[][] outputs;
    private final Columns columns;

    RepeatedRun(Stage stage, Execution execution) {
        this.execution = execution;
        this.slices = stage.panel().size();
        this.run = new StageRun(stage, new LeafStore(), execution);
        this.outputs = new double[stage.program().outputs().size()][stage.cells()];
        this.columns = new Columns(stage, outputs);
    }

    /** What the last run came to; all zeros before the first. */
    public Columns columns() {
        return columns;
    }

    /** Works out everything anew. */
    public Columns run() {
        run.outdated();
        run.run(outputs, new Watch(execution.progress(), slices));
        return columns;
    }
}
