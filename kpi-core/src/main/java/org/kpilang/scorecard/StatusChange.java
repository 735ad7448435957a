package org.kpilang.scorecard;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.time.Period;

/**
 * A status that an update changed.
 *
 * @param before the status before; {@link Scorecard#NO_DATA} also if the cell was not asked, and empty if no
 *               band decided
 * @param after  the status after, in the same way
 */
public record StatusChange(Kpi kpi, Slice slice, Period period, Optional<String> before, Optional<String> after)
        implements KpiEvent {

    public StatusChange {
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(slice, "slice is null");
        Objects.requireNonNull(period, "period is null");
        Objects.requireNonNull(before, "before is null");
        Objects.requireNonNull(after, "after is null");
    }

    @Override
    public LocalDate day() {
        return period.window().lastDay();
    }

    @Override
    public String sentence() {
        return Sentences.subject(kpi, slice) + " went from " + before.orElse("no status") + " to "
                + after.orElse("no status") + " in " + period;
    }

    /** {@code margin in 2024-03 (region = EMEA): green -> red}. */
    @Override
    public String toString() {
        return kpi.id() + " in " + period + (slice.isTotal() ? "" : " (" + slice + ")") + ": "
                + before.orElse("no status") + " -> " + after.orElse("no status");
    }
}
