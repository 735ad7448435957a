package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;

/**
 * Works out a stage for some slices at a time: rolls up its leaves into memory that stays in the cache, and runs the
 * program over it. Keeps working memory, which does not grow with the number of slices; for the use of one thread.
 */
final class StageWorker {

    private final Stage stage;
    private final Workspace workspace;
    private final @Nullable RowFiller[] fillers;
    private final @Nullable TileColumn[] tiles;
    private final CompiledProgram program;

    StageWorker(Stage stage, Workspace workspace) {
        this.stage = stage;
        this.workspace = workspace;
        int steps = stage.program().steps().size();
        this.fillers = new RowFiller[steps];
        this.tiles = new TileColumn[steps];
        for (int step = 0; step < steps; step++) {
            tiles[step] = stage.column(step) == null ? null : new TileColumn();
        }
        this.program = stage.program().compiled();
    }

    /**
     * Works out the slices {@code [from, to)}.
     *
     * @param outputs receive the values of each output, slice by slice; NaN where there is none
     * @param at      where in the outputs the first value goes
     */
    void run(int from, int to, double[][] outputs, int at) {
        for (int step = 0; step < tiles.length; step++) {
            LeafColumn column = stage.column(step);
            if (column != null) {
                load(step, column, from, to);
            }
        }
        program.run(tiles, 0, (to - from) * stage.frame().size(), outputs, at, workspace.execution().fusing(),
                CompiledProgram.NEVER);
    }

    private void load(int step, LeafColumn column, int from, int to) {
        int windows = column.windows();
        TileColumn tile = tiles[step];
        LeafStore store = workspace.store();
        double[] kept = store.column(column);
        if (!column.isShared() && kept != null) {
            if (!store.isComplete(column)) {
                filler(step, column).fill(from, to, kept, from * windows);
            }
            tile.readFrom(kept, from * windows);
            return;
        }
        double[] own = tile.own((to - from) * windows);
        if (!column.isShared()) {
            filler(step, column).fill(from, to, own, 0);
            return;
        }
        for (int slice = from; slice < to; slice++) {
            int row = column.row(slice);
            if (kept != null) {
                System.arraycopy(kept, row * windows, own, (slice - from) * windows, windows);
            } else {
                filler(step, column).fill(row, row + 1, own, (slice - from) * windows);
            }
        }
    }

    private RowFiller filler(int step, LeafColumn column) {
        RowFiller filler = fillers[step];
        if (filler == null) {
            filler = column.filler(workspace);
            fillers[step] = filler;
        }
        return filler;
    }
}
