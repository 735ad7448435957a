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
        return sign(model.kpi(name).flatMap(kpi -> kpi.property(Property.Better.class)));
    }

    /** 1 where higher is better, -1 where lower is, and 0 for a range or if nothing is said. */
    static int sign(Optional<Property.Better> better) {
        return better.map(said -> switch (said.way()) {
            case HIGHER -> 1;
            case LOWER -> -1;
            case BETWEEN -> 0;
        }).orElse(0);
    }
}
