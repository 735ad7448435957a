package org.kpilang.examples;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A figure that a company published, and what the library makes of the same facts.
 *
 * @param source   who published it
 * @param name     what it is
 * @param context  the period, and the part of the business if it is not the whole
 * @param reported the figure as printed; its last digit says how exact it is
 * @param computed the value, in the same unit
 * @param unit     what stands behind the number
 */
public record ReportedFigure(
        String source, String name, String context, BigDecimal reported, double computed, String unit) {

    public ReportedFigure {
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(context, "context is null");
        Objects.requireNonNull(reported, "reported is null");
        Objects.requireNonNull(unit, "unit is null");
    }

    /** How far the value is from the figure. */
    public BigDecimal difference() {
        return new BigDecimal(computed).subtract(reported);
    }

    /** Whether the value is the figure, within half a unit of its last digit. */
    public boolean isReproduced() {
        return difference().abs().multiply(BigDecimal.valueOf(2)).compareTo(reported.ulp()) <= 0;
    }
}
