package org.kpilang.source;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much a text or a question may ask for, limit by limit. Immutable and thread-safe.
 *
 * <pre>{@code
 * Limits strict = Limits.STANDARD.with(Limit.FORMULA_LENGTH, 1_000).with(Limit.CELLS, 100_000);
 * }</pre>
 */
public final class Limits {

    /** Fit for texts and questions of strangers, on a thread with a small stack. */
    public static final Limits STANDARD = new Limits(Map.of());

    private final Map<Limit, Long> chosen;

    private Limits(Map<Limit, Long> chosen) {
        this.chosen = chosen;
    }

    /**
     * These limits with another value for one of them.
     *
     * @throws IllegalArgumentException if the value is below 1 or above {@link Limit#most()}
     */
    public Limits with(Limit limit, long value) {
        Objects.requireNonNull(limit, "limit is null");
        if (value < 1 || value > limit.most()) {
            throw new IllegalArgumentException(limit + " lies between 1 and " + limit.most() + ", not at " + value);
        }
        Map<Limit, Long> changed = new EnumMap<>(Limit.class);
        changed.putAll(chosen);
        changed.put(limit, value);
        return new Limits(changed);
    }

    /** The value of a limit: the most that is allowed. */
    public long of(Limit limit) {
        return chosen.getOrDefault(Objects.requireNonNull(limit, "limit is null"), limit.standard());
    }

    /** The value of a limit as it is shown: {@code 524,288}. */
    public String shown(Limit limit) {
        return String.format(Locale.ROOT, "%,d", of(limit));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Limits that && chosen.equals(that.chosen);
    }

    @Override
    public int hashCode() {
        return chosen.hashCode();
    }

    @Override
    public String toString() {
        return chosen.isEmpty() ? "standard limits" : "limits " + chosen;
    }
}
