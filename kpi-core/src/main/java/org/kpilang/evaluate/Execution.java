package org.kpilang.evaluate;

import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * How a question is worked out. Nothing of it changes an answer, not by a bit. Immutable and thread-safe; each method
 * returns a changed copy.
 *
 * @param executor where slices are worked out side by side
 * @param tasks    how many tasks the executor may be given at once, at least 1; with 1 everything runs on the calling
 *                 thread and the executor is not used
 * @param fusing   whether programs that run over very many cells may be turned into a generated loop
 */
public record Execution(Executor executor, int tasks, boolean fusing) {

    /** On the calling thread, with generated loops where they pay. */
    public static final Execution DEFAULT = new Execution(Runnable::run, 1, true);

    /** @throws IllegalArgumentException if there is not at least one task */
    public Execution {
        Objects.requireNonNull(executor, "executor is null");
        if (tasks < 1) {
            throw new IllegalArgumentException("at least one task is needed: " + tasks);
        }
    }

    /**
     * On an executor of the application, which stays its own. The calling thread waits.
     *
     * @param tasks how many tasks to give it at once; as many as it has threads is best
     */
    public static Execution on(Executor executor, int tasks) {
        return new Execution(executor, tasks, true);
    }

    /**
     * With generated loops, or without any. Where classes cannot be defined at run time there are none in any case; the
     * system property {@code org.kpilang.fusing}, set to {@code false}, forbids them to all.
     */
    public Execution fusing(boolean other) {
        return new Execution(executor, tasks, other);
    }
}
