package org.kpilang.explain;

import java.util.Objects;
import org.kpilang.evaluate.Slice;
import org.kpilang.time.Period;

/**
 * What a KPI is asked about: a part of the business, and a period.
 *
 * @param slice  the part, or {@link Slice#TOTAL}
 * @param period the period
 */
public record Context(Slice slice, Period period) {

    public Context {
        Objects.requireNonNull(slice, "slice is null");
        Objects.requireNonNull(period, "period is null");
    }

    /** All of the business in a period. */
    public static Context of(Period period) {
        return new Context(Slice.TOTAL, period);
    }

    /** {@code 2024-03}, or {@code 2024-03 for region = EMEA}. */
    @Override
    public String toString() {
        return slice.isTotal() ? period.toString() : period + " for " + slice;
    }
}
