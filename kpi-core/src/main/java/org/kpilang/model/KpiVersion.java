package org.kpilang.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;
import org.kpilang.time.Period;

/**
 * One of the definitions that a KPI has over time.
 *
 * @param definition what was written
 * @param since      the first period that it holds for, or null if it has held from the beginning
 * @param until      the last period that it holds for, or null if it still holds
 */
public record KpiVersion(KpiDefinition definition, @Nullable Period since, @Nullable Period until) {

    public KpiVersion {
        Objects.requireNonNull(definition, "definition is null");
    }

    /** The first day that it holds for; the first of all days if it has no beginning. */
    public LocalDate firstDay() {
        return since == null ? LocalDate.MIN : since.window().firstDay();
    }

    /** The last day that it holds for; the last of all days if it has no end. */
    public LocalDate lastDay() {
        return until == null ? LocalDate.MAX : until.window().lastDay();
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** Whether it holds at all times. */
    public boolean holdsAlways() {
        return since == null && until == null;
    }

    /** The first property of a sort. */
    public <P extends Property> Optional<P> property(Class<P> sort) {
        return definition.property(sort);
    }

    /** Where it is said when it holds, or the definition itself if that is not said. */
    public Origin origin() {
        return property(Property.Since.class).map(Property::origin)
                .or(() -> property(Property.Until.class).map(Property::origin))
                .orElse(definition.origin());
    }

    /** {@code since 2024 until 2025-06}, or {@code always}. */
    public String validity() {
        if (holdsAlways()) {
            return "always";
        }
        String from = since == null ? "" : "since " + since;
        return until == null ? from : since == null ? "until " + until : from + " until " + until;
    }
}
