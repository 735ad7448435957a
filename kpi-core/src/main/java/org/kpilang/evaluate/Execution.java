package org.kpilang.evaluate;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.kpilang.source.Progress;

/**
 * How a question is worked out. Nothing of it changes an answer, not by a bit. Immutable and thread-safe; each method
 * returns a changed copy.
 *
 * @param executor where slices are worked out side by side
 * @param tasks    how many tasks there are, that of the calling thread among them, at least 1; with 1 the executor is
 *                 not used
 * @param fusing   whether programs that run over very many cells may be turned into a generated loop
 * @param progress is told how many slices of all are worked out, and of a stream how many of all KPIs; after each part
 *                 that is worth handing to a thread, which takes fractions of a millisecond or longer, and on that
 *                 thread
 */
public record Execution(Executor executor, int tasks, boolean fusing, Progress progress) {

    /** On the calling thread, with generated loops where they pay. */
    public static final Execution DEFAULT = new Execution(Runnable::run, 1, true, Progress.SILENT);

    /** @throws IllegalArgumentException if there is not at least one task */
    public Execution {
        Objects.requireNonNull(executor, "executor is null");
        Objects.requireNonNull(progress, "progress is null");
        if (tasks < 1) {
            throw new IllegalArgumentException("at least one task is needed: " + tasks);
        }
    }

    /**
     * On an executor of the application, which stays its own. The calling thread works along, and waits for nothing but
     * what others have begun: an executor without a free thread, or one that refuses tasks, makes it slower and nothing
     * else. What fails on any thread is thrown on the calling one, after all have stopped. Functions of the application
     * are called on several threads.
     *
     * @param tasks how many tasks there are with the calling thread; more than there are processors gain nothing
     */
    public static Execution on(Executor executor, int tasks) {
        return new Execution(executor, tasks, true, Progress.SILENT);
    }

    /**
     * With generated loops, or without any. Where classes cannot be defined at run time there are none in any case; the
     * system property {@code org.kpilang.fusing}, set to {@code false}, forbids them to all.
     */
    public Execution fusing(boolean other) {
        return new Execution(executor, tasks, other, progress);
    }

    /** Tells somebody how far it is, who may stop it. */
    public Execution progress(Progress told) {
        return new Execution(executor, tasks, fusing, told);
    }
}
