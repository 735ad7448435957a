package org.kpilang.evaluate.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.kpilang.source.Progress;

/** Tells somebody how many slices are worked out, and stops where that is wanted. Thread-safe. */
final class Watch {

    private final Progress progress;
    private final long all;
    private final AtomicLong done = new AtomicLong();

    Watch(Progress progress, long all) {
        this.progress = progress;
        this.all = all;
    }

    /**
     * Adds to what is done.
     *
     * @throws CancellationException if it is to be stopped
     */
    void add(int slices) {
        if (!progress.reached(done.addAndGet(slices), all)) {
            throw new CancellationException("the evaluation was stopped");
        }
    }
}
