package org.kpilang.explain;

import java.util.Objects;
import java.util.OptionalDouble;
import org.kpilang.evaluate.Result;

/**
 * What KPIs are and what they would be: two results of the same KPIs, slices and periods, under the same numbers.
 * Immutable and thread-safe.
 *
 * @param actual   what is
 * @param supposed what would be
 */
public record Comparison(Result actual, Result supposed) {

    public Comparison {
        Objects.requireNonNull(actual, "actual is null");
        Objects.requireNonNull(supposed, "supposed is null");
    }

    /** By how much a cell would be more than it is, in the unit of the KPI; empty if either has no value. */
    public OptionalDouble difference(int kpi, int slice, int period) {
        double difference = supposed.valueOr(kpi, slice, period, Double.NaN)
                - actual.valueOr(kpi, slice, period, Double.NaN);
        return Double.isFinite(difference) ? OptionalDouble.of(difference + 0.0) : OptionalDouble.empty();
    }

    /** The total of a KPI in a period that would be more than it is; empty if either has no value. */
    public OptionalDouble difference(String kpi, String period) {
        OptionalDouble before = actual.value(kpi, period);
        OptionalDouble after = supposed.value(kpi, period);
        return before.isEmpty() || after.isEmpty() || !Double.isFinite(after.getAsDouble() - before.getAsDouble())
                ? OptionalDouble.empty() : OptionalDouble.of(after.getAsDouble() - before.getAsDouble() + 0.0);
    }
}
