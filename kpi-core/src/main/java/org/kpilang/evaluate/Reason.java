package org.kpilang.evaluate;

import java.util.Objects;
import org.kpilang.series.Absence;
import org.kpilang.source.Origin;

/**
 * One cause for which there is no value.
 *
 * @param code    which sort of cause
 * @param message what is missing or undefined, where and when, as a fragment: {@code no fact for revenue in 2024-03}
 * @param origin  the place in the formula that met it; takes no part in equality
 */
public record Reason(Absence code, String message, Origin origin) {

    public Reason {
        Objects.requireNonNull(code, "code is null");
        Objects.requireNonNull(message, "message is null");
        Objects.requireNonNull(origin, "origin is null");
    }

    /** {@code undefined: new_customers is 0 in 2024-03 (saas.kpi:17:30)}. */
    @Override
    public String toString() {
        return (code.isUndefined() ? "undefined: " : "unknown: ") + message
                + (origin.isKnown() ? " (" + origin.describe() + ")" : "");
    }
}
