package org.kpilang.scorecard;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;

/**
 * How an objective stands, with all that it is made of.
 *
 * @param attainment what its KPIs and its parts attain together, by their weights
 * @param grade      the mean of the grades of its key results; without any, the weighted mean of those of its parts;
 *                   empty if no grade is known
 * @param kpis       the KPIs that serve it
 * @param keyResults its key results, in the order written
 * @param parts      the objectives under it
 */
public record ObjectiveState(
        ObjectiveDefinition objective, WeightedAttainment attainment, OptionalDouble grade, List<Attainment> kpis,
        List<KeyResultGrade> keyResults, List<ObjectiveState> parts) {

    public ObjectiveState {
        Objects.requireNonNull(objective, "objective is null");
        Objects.requireNonNull(attainment, "attainment is null");
        kpis = List.copyOf(kpis);
        keyResults = List.copyOf(keyResults);
        parts = List.copyOf(parts);
    }

    /** How much it counts beside others: its {@code weight}, or 1. */
    public double weight() {
        return objective.property(Property.Weight.class).map(weight -> weight.value().doubleValue()).orElse(1.0);
    }

    /** Whether no KPI serves it or one of its parts, and no key result shows whether it is reached. */
    public boolean isUncovered() {
        return kpis.isEmpty() && keyResults.isEmpty() && parts.stream().allMatch(ObjectiveState::isUncovered);
    }
}
