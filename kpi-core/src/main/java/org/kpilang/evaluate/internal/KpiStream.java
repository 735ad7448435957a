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
    private final boolean exact;
    /** How many more cells may be kept. */
    private long room;

    /**
     * @param cells how many cells may be held at once: those of one output, and those of leaves that are kept for others.
     *              What slices share is held beside them.
     * @param exact whether outputs are worked out in exact numbers; then no leaf is kept
     */
    KpiStream(Stage all, long cells, Execution execution, boolean exact) {
        this.execution = execution;
        this.exact = exact;
        this.room = cells - all.cells();
        for (int output = 0; output < all.program().outputs().size(); output++) {
            int number = output;
            Stage stage = all.only(output);
            stages.add(stage);
            stage.allLeaves().forEach(leaf -> lastReaders.put(leaf, number));
        }
    }

    /** Hands out each output as soon as it is worked out; the column is used again for the next one. */
    void run(ObjIntConsumer<Columns> consumer) {
        Watch watch = new Watch(execution.progress(), stages.stream().mapToLong(stage -> stage.panel().size()).sum());
        Columns room = Columns.of(stages.get(0), exact);
        for (int output = 0; output < stages.size(); output++) {
            Columns columns = room.reused(stages.get(output));
            if (exact) {
                columns.workOutExactly(watch);
                consumer.accept(columns, output);
            } else {
                keepForLater(stages.get(output), output);
                columns.workOut(new StageRun(stages.get(output), store, execution), watch);
                consumer.accept(columns, output);
                giveUp(output);
            }
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
