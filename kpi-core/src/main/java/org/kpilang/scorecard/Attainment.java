package org.kpilang.scorecard;

import java.util.Objects;
import java.util.OptionalDouble;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;

/**
 * How far a KPI has come to its target: 1 at the target, in whichever direction that lies.
 *
 * @param share  the share that is attained, within the bounds of the {@link Attainments}; empty if it is not known
 * @param weight how much it counts beside others: its {@code weight}, or 1
 * @param how    how the share was worked out, or why it is not known; a fragment
 */
public record Attainment(Kpi kpi, OptionalDouble share, double weight, String how) {

    public Attainment {
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(share, "share is null");
        Objects.requireNonNull(how, "how is null");
    }

    static double weight(Kpi kpi) {
        return kpi.property(Property.Weight.class).map(weight -> weight.value().doubleValue()).orElse(1.0);
    }

    /** {@code churn: 80%}, {@code churn: not known, it has no target}. */
    @Override
    public String toString() {
        return kpi.id() + ": " + (share.isPresent() ? Figure.share(share.getAsDouble()) : "not known, " + how);
    }
}
