package org.kpilang.evaluate.internal;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Execution;

/**
 * Works off numbered pieces of work, on the calling thread and as many others as are wanted and come. It waits for pieces
 * that somebody has begun, never for a task to begin: an executor that is busy, refuses tasks or runs them on the
 * calling thread makes it slower and nothing else. After the first failure no further piece is begun.
 */
final class SideBySide {

    private int next;
    private int begun;
    private @Nullable Throwable failure;
    /** Gives each task what works; null once there is no more to do, since a task may begin long after that. */
    private @Nullable IntFunction<IntConsumer> workers;

    private SideBySide(int pieces, IntFunction<IntConsumer> workers) {
        this.next = pieces - 1;
        this.workers = workers;
    }

    /**
     * Works off the pieces below a number, the last ones first: totals, which have the most to do, are among them.
     *
     * @param workers gives each task what works for it, which is used by one thread
     */
    static void run(Execution execution, int pieces, IntFunction<IntConsumer> workers) {
        int tasks = Math.min(execution.tasks(), pieces);
        SideBySide run = new SideBySide(pieces, workers);
        for (int task = 1; task < tasks; task++) {
            int number = task;
            try {
                execution.executor().execute(() -> run.work(number));
            } catch (RejectedExecutionException e) {
                break;
            } catch (RuntimeException | Error e) {
                run.end(e);
            }
        }
        run.work(0);
        run.await();
    }

    private void work(int task) {
        IntConsumer worker = null;
        for (int piece = begin(); piece >= 0; piece = begin()) {
            Throwable thrown = null;
            try {
                IntFunction<IntConsumer> source = workers;
                worker = worker == null && source != null ? source.apply(task) : worker;
                worker.accept(piece);
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
            end(thrown, 1);
        }
    }

    private synchronized int begin() {
        if (next < 0 || failure != null) {
            return -1;
        }
        begun++;
        return next--;
    }

    private void end(Throwable thrown) {
        end(thrown, 0);
    }

    private synchronized void end(@Nullable Throwable thrown, int pieces) {
        begun -= pieces;
        failure = failure == null ? thrown : failure;
        if (begun == 0) {
            notifyAll();
        }
    }

    private synchronized void await() {
        boolean interrupted = false;
        while (begun > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        workers = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        } else if (failure instanceof Error thrown) {
            throw thrown;
        }
    }
}
