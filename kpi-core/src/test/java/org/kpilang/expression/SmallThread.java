package org.kpilang.expression;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Runs something where the stack is small, as on the worker threads of some servers. */
final class SmallThread {

    private static final long STACK = 512 * 1024;

    private SmallThread() {}

    static <T> T call(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        new Thread(null, () -> {
            try {
                result.complete(work.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }, "small", STACK).start();
        try {
            return result.join();
        } catch (CompletionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
