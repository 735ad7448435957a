package org.kpilang.report;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is worked out when it is first asked for, and then kept. Thread-safe. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T known;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        if (known == null) {
            known = Objects.requireNonNull(source.get(), "nothing was worked out");
        }
        return known;
    }
}
