package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.kpilang.evaluate.Execution;

/**
 * Works out the outputs of a stage one after the other. A leaf that a later output reads again is kept until its last
 * reader is done, as far as there is room; others are rolled up again. For one use.
 */
final class KpiStream {

    private final Execution execution;
    /** Each output by itself. */
    private final List<Stage> stages = new ArrayList<>();
    /** The last output that reads each leaf. */
    private final Map<LeafColumn, Integer> lastReaders = new IdentityHashMap<>();
    private final LeafStore store = new LeafStore();
    private final double[] column;
    /** How many more cells may be kept. */
    private long room;

    /**
     * @param cells how many cells may be held at once: those of one output, and those of leaves that are kept for others.
     *              What slices share is held beside them.
     */
    KpiStream(Stage all, long cells, Execution execution) {
        this.execution = execution;
        this.column = new double[all.cells()];
        this.room = cells - column.length;
        for (int output = 0; output < all.program().outputs().size(); output++) {
            int number = output;
            Stage stage = all.only(output);
            stages.add(stage);
            stage.allLeaves().forEach(leaf -> lastReaders.put(leaf, number));
        }
    }

    /** Hands out each output as soon as it is worked out; the column is used again for the next one. */
    void run(ObjIntConsumer<Columns> consumer) {
        double[][] outputs = {column};
        Watch watch = new Watch(execution.progress(), stages.stream().mapToLong(stage -> stage.panel().size()).sum());
        for (int output = 0; output < stages.size(); output++) {
            Stage stage = stages.get(output);
            keepForLater(stage, output);
            new StageRun(stage, store, execution).run(outputs, watch);
            consumer.accept(new Columns(stage, outputs), output);
            giveUp(output);
        }
    }

    private void keepForLater(Stage stage, int output) {
        stage.leaves().filter(leaf -> !leaf.isShared() && lastReaders.get(leaf) > output).forEach(leaf -> {
            long cells = (long) leaf.rows() * leaf.windows();
            if (store.column(leaf) == null && cells <= room) {
                store.keep(leaf);
                room -= cells;
            }
        });
    }

    private void giveUp(int output) {
        for (LeafColumn leaf : List.copyOf(store.leaves())) {
            if (lastReaders.get(leaf) <= output) {
                store.drop(leaf);
                room += leaf.isShared() ? 0 : (long) leaf.rows() * leaf.windows();
            }
        }
    }
}
