package org.kpilang.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.time.Period;

/**
 * Which definition counts where a KPI has had several. Immutable and thread-safe.
 *
 * <ul>
 * <li>{@link #THEN}: each period is worked out by the definition that held in it, so that figures stay what they were
 * when they were reported. A window that reaches over a change takes the definition that holds at its end. A selector
 * leads to another window, and so to the definition that held there: {@code churn[1 year ago]} is last year's churn as
 * it was defined last year. Where no definition held there is no value.
 * <li>{@link #NOW}: all periods are worked out by the latest definition, also those before it was made, so that they
 * can be compared.
 * <li>{@link #in(Period)}: all periods are worked out by the definition that held at the end of a period.
 * </ul>
 */
public final class AsDefined {

    /** By the definition that held in each period. */
    public static final AsDefined THEN = new AsDefined("as defined then", null);

    /** By the latest definition in all periods. */
    public static final AsDefined NOW = new AsDefined("as defined now", null);

    private final String text;
    private final @Nullable Period period;

    private AsDefined(String text, @Nullable Period period) {
        this.text = text;
        this.period = period;
    }

    /** By the definition that held at the end of a period, in all periods. */
    public static AsDefined in(Period period) {
        return new AsDefined("as defined in " + Objects.requireNonNull(period, "period is null"), period);
    }

    /** Whether which definition counts depends on the time that is asked about. */
    public boolean dependsOnTime() {
        return this == THEN;
    }

    /** The version of a KPI that counts in a window which ends with a day; empty if none held. */
    public Optional<KpiVersion> version(Kpi kpi, LocalDate lastDay) {
        return this == NOW ? Optional.of(kpi.latest())
                : kpi.version(period == null ? lastDay : period.window().lastDay());
    }

    /** All versions of a KPI that count at some time. */
    public List<KpiVersion> candidates(Kpi kpi) {
        return this == THEN ? kpi.versions() : version(kpi, LocalDate.MAX).map(List::of).orElse(List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AsDefined that && text.equals(that.text) && Objects.equals(period, that.period);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@code as defined then}, {@code as defined now}, {@code as defined in 2024}. */
    @Override
    public String toString() {
        return text;
    }
}
