package org.kpilang.evaluate.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.kpilang.evaluate.Execution;

/** What one thread has to work with. Not thread-safe. */
final class Workspace {

    private final LeafStore store;
    private final Execution execution;
    private final Map<Object, BaseTile> bases = new HashMap<>();

    /**
     * @param store     holds what is worked out already
     * @param execution how programs are run
     */
    Workspace(LeafStore store, Execution execution) {
        this.store = store;
        this.execution = execution;
    }

    LeafStore store() {
        return store;
    }

    Execution execution() {
        return execution;
    }

    /** The base rows for all who ask by the same key, made for the first of them. */
    BaseTile base(Object key, Supplier<BaseTile> made) {
        return bases.computeIfAbsent(key, absent -> made.get());
    }

    /** Says that everything is to be worked out again. */
    void outdated() {
        bases.values().forEach(BaseTile::outdated);
    }
}
