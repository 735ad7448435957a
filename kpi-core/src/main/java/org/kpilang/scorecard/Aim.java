package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.Property;

/**
 * A value that a KPI is to reach as a whole: a target of its own, or a key result of an objective.
 *
 * @param by the period in which it is due, or null if it holds always
 */
record Aim(Expression value, @Nullable String by) {

    /** The aims of a KPI, its own first. Targets for parts of the business are left out, and so are changes. */
    static List<Aim> of(Model model, Kpi kpi) {
        List<Aim> aims = new ArrayList<>();
        for (Property.Target target : kpi.properties(Property.Target.class)) {
            if (target.slice() == null) {
                aims.add(new Aim(target.value(), target.by()));
            }
        }
        for (Property.KeyResult result : keyResults(model, kpi)) {
            if (result.to() != null) {
                aims.add(new Aim(result.to(), result.by()));
            }
        }
        return aims;
    }

    /** The key results of all objectives that are of a KPI. */
    static List<Property.KeyResult> keyResults(Model model, Kpi kpi) {
        return model.objectives().stream()
                .flatMap(objective -> objective.properties(Property.KeyResult.class).stream())
                .filter(result -> result.kpi().equals(kpi.id())).toList();
    }

    /** Whether a KPI has any: a value to reach, a change, or a direction. */
    static boolean isGiven(Model model, Kpi kpi) {
        return !of(model, kpi).isEmpty()
                || kpi.definition().properties().stream().anyMatch(property -> property.word().equals("target"));
    }
}
