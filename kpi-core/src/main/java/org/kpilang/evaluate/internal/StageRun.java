package org.kpilang.evaluate.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Execution;

/**
 * Works out a stage over all of its slices, side by side if there is enough to do. Every slice is worked out by one
 * thread and in one way, so that the bits of the results do not depend on the threads. Keeps working memory between
 * runs; one run at a time.
 */
final class StageRun {

    /** Operations that are worth handing to another thread. */
    private static final double WORTHWHILE = 100_000;
    /** Operations that a row which slices share counts as, for each window. */
    private static final int ROW_OPERATIONS = 20;

    private final Stage stage;
    private final LeafStore store;
    private final Execution execution;
    private final @Nullable Workspace[] workspaces;
    private final @Nullable StageWorker[] workers;
    private final int tile;
    private final double worthwhile;
    private final List<LeafColumn> shared;
    /** What works out the rows of each leaf that slices share, for each task. */
    private final @Nullable RowFiller[][] fillers;
    /** How many slices are handed to a thread at a time. */
    private final int slices;

    StageRun(Stage stage, LeafStore store, Execution execution) {
        this(stage, store, execution, stage.tile(), WORTHWHILE);
    }

    /**
     * With other sizes, which change nothing but the time.
     *
     * @param tile       how many slices are worked out at a time
     * @param worthwhile how many operations are worth handing to another thread
     */
    StageRun(Stage stage, LeafStore store, Execution execution, int tile, double worthwhile) {
        this.stage = stage;
        this.store = store;
        this.execution = execution;
        this.tile = tile;
        this.worthwhile = worthwhile;
        this.workspaces = new Workspace[execution.tasks()];
        this.workers = new StageWorker[execution.tasks()];
        this.shared = stage.allLeaves().filter(LeafColumn::isWorkedOutFirst).distinct().toList();
        this.fillers = new RowFiller[shared.size()][execution.tasks()];
        this.slices = piece(stage.panel().size(), stage.operations(), tile);
    }

    /** So many of some pieces that they are worth a hand-over, in whole batches. */
    private int piece(int pieces, double operations, int batch) {
        double count = Math.ceil(worthwhile / Math.max(1, operations) / batch) * batch;
        return (int) Math.min(pieces, Math.max(batch, count));
    }

    /** Says that everything is to be worked out again. */
    void outdated() {
        store.outdated();
        for (Workspace workspace : workspaces) {
            if (workspace != null) {
                workspace.outdated();
            }
        }
    }

    /** Works out all slices; each output is one column of them, slice by slice. */
    void run(double[][] outputs, Watch watch) {
        if (stage.panel().size() == 0) {
            return;
        }
        workOutShared(watch);
        int size = stage.panel().size();
        SideBySide.run(execution, pieces(size, slices), task -> {
            StageWorker worker = worker(task);
            return piece -> {
                int end = Math.min(size, (piece + 1) * slices);
                for (int from = piece * slices; from < end; from += tile) {
                    int to = Math.min(end, from + tile);
                    worker.run(from, to, outputs, from * stage.frame().size());
                }
                watch.add(end - piece * slices);
            };
        });
        stage.leaves().filter(leaf -> store.column(leaf) != null).forEach(store::completed);
    }

    private static int pieces(int size, int each) {
        return (size - 1) / each + 1;
    }

    private Workspace workspace(int task) {
        Workspace workspace = workspaces[task];
        if (workspace == null) {
            workspace = new Workspace(store, execution);
            workspaces[task] = workspace;
        }
        return workspace;
    }

    private StageWorker worker(int task) {
        StageWorker worker = workers[task];
        if (worker == null) {
            worker = new StageWorker(stage, workspace(task));
            workers[task] = worker;
        }
        return worker;
    }

    /** Works out the rows that slices share, once for all of them. */
    private void workOutShared(Watch watch) {
        for (int i = 0; i < shared.size(); i++) {
            if (!store.isComplete(shared.get(i))) {
                workOut(shared.get(i), fillers[i], watch);
                store.completed(shared.get(i));
            }
        }
    }

    private void workOut(LeafColumn leaf, @Nullable RowFiller[] ofTasks, Watch watch) {
        double[] rows = store.keep(leaf);
        int each = piece(leaf.rows(), (double) leaf.windows() * ROW_OPERATIONS, 1);
        SideBySide.run(execution, pieces(leaf.rows(), each), task -> {
            RowFiller filler = ofTasks[task] == null ? leaf.filler(workspace(task)) : ofTasks[task];
            ofTasks[task] = filler;
            return piece -> {
                int from = piece * each;
                filler.fill(from, Math.min(leaf.rows(), from + each), rows, from * leaf.windows());
                watch.add(0);
            };
        });
    }
}
