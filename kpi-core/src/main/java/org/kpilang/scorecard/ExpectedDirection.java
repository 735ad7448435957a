package org.kpilang.scorecard;

import java.util.Optional;
import org.kpilang.leadlag.Direction;
import org.kpilang.model.Model;
import org.kpilang.model.Property;

/**
 * Whether two KPIs are expected to rise together, from what they say is better: where higher is better for both, or
 * lower for both, in the same direction; where it is higher for one and lower for the other, against each other. Not
 * known unless both say so. A test of the timing of such a pair is one-sided.
 */
public final class ExpectedDirection {

    private ExpectedDirection() {}

    /**
     * The direction of two names of a model; one that is no KPI says nothing.
     */
    public static Direction of(String candidate, String outcome, Model model) {
        int sign = sign(candidate, model) * sign(outcome, model);
        return sign > 0 ? Direction.SAME : sign < 0 ? Direction.OPPOSITE : Direction.UNKNOWN;
    }

    private static int sign(String name, Model model) {
        Optional<Property.Better.Way> way = model.kpi(name).flatMap(kpi -> kpi.property(Property.Better.class))
                .map(Property.Better::way);
        return way.map(better -> switch (better) {
            case HIGHER -> 1;
            case LOWER -> -1;
            case BETWEEN -> 0;
        }).orElse(0);
    }
}
