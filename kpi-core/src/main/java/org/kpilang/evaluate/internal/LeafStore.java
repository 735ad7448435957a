package org.kpilang.evaluate.internal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns of leaves that are kept while they are needed: those that slices share, and those that the next KPI of a
 * stream needs again. Written to by one thread while no other reads; the columns themselves are filled side by side.
 */
final class LeafStore {

    private final Map<LeafColumn, double[]> columns = new IdentityHashMap<>();
    private final Set<LeafColumn> complete = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The rows of a leaf one after the other, or null if they are not kept. */
    double @Nullable [] column(LeafColumn leaf) {
        return columns.get(leaf);
    }

    /** Whether all rows of a leaf that is kept are worked out. */
    boolean isComplete(LeafColumn leaf) {
        return complete.contains(leaf);
    }

    /** Makes room for the rows of a leaf, or takes the room that it has. */
    double[] keep(LeafColumn leaf) {
        return columns.computeIfAbsent(leaf, made -> new double[Math.multiplyExact(made.rows(), made.windows())]);
    }

    /** Says that a leaf has all of its rows. */
    void completed(LeafColumn leaf) {
        complete.add(leaf);
    }

    /** Says that all rows are to be worked out again. */
    void outdated() {
        complete.clear();
    }

    /** Gives up the rows of a leaf. */
    void drop(LeafColumn leaf) {
        columns.remove(leaf);
        complete.remove(leaf);
    }

    /** The leaves that are kept. */
    Set<LeafColumn> leaves() {
        return columns.keySet();
    }
}
