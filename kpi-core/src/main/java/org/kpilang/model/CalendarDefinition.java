package org.kpilang.model;

import java.util.Objects;
import org.kpilang.source.Origin;
import org.kpilang.time.Calendar;

/**
 * The calendar that periods of a file are counted in: {@code calendar fiscal from april}, {@code calendar iso weeks},
 * {@code calendar 4-5-4 ends saturday nearest end of january named by start}.
 */
public record CalendarDefinition(Calendar calendar, Origin origin) implements Definition {

    public CalendarDefinition {
        Objects.requireNonNull(calendar, "calendar is null");
        Objects.requireNonNull(origin, "origin is null");
    }
}
