package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Execution;

/** Works out the outputs of a stage again and again in the same memory. Not thread-safe. */
public final class RepeatedRun {

    /** Null if everything is worked out exactly. */
    private final @Nullable StageRun run;
    private final Execution execution;
    private final int slices;
    private final Columns columns;

    /** @param exact whether everything is worked out in exact numbers, which takes memory anew each time */
    RepeatedRun(Stage stage, Execution execution, boolean exact) {
        this.execution = execution;
        this.slices = stage.panel().size();
        this.run = exact ? null : new StageRun(stage, new LeafStore(), execution);
        this.columns = Columns.of(stage, exact);
    }

    /** What the last run came to; all zeros before the first. */
    public Columns columns() {
        return columns;
    }

    /** Works out everything anew. */
    public Columns run() {
        Watch watch = new Watch(execution.progress(), slices);
        if (run == null) {
            columns.workOutExactly(watch);
        } else {
            run.outdated();
            columns.workOut(run, watch);
        }
        return columns;
    }
}
