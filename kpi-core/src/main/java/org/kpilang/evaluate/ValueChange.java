package org.kpilang.evaluate;

import java.util.Objects;
import java.util.OptionalDouble;
import org.kpilang.model.Kpi;
import org.kpilang.time.Period;

/**
 * A value of a KPI that an update changed.
 *
 * @param before the value before; empty if there was none
 * @param after  the value after; empty if there is none any more
 */
public record ValueChange(Kpi kpi, Slice slice, Period period, OptionalDouble before, OptionalDouble after) {

    public ValueChange {
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(slice, "slice is null");
        Objects.requireNonNull(period, "period is null");
        Objects.requireNonNull(before, "before is null");
        Objects.requireNonNull(after, "after is null");
    }

    static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** {@code margin in 2024-03 (region = EMEA): 0.4 -> 0.42}. */
    @Override
    public String toString() {
        return kpi.id() + " in " + period + (slice.isTotal() ? "" : " (" + slice + ")") + ": " + shown(before) + " -> "
                + shown(after);
    }

    private static String shown(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "no value";
    }
}
