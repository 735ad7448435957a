package org.kpilang.model.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.Bounds;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.series.Interval;

/** The ranges that inputs and KPIs say they have, as numbers. */
final class DeclaredRanges {

    private final ConstantValues constants;
    private final Map<String, Interval> inputs = new LinkedHashMap<>();
    private final Map<String, Interval> kpis = new HashMap<>();

    DeclaredRanges(Draft draft, ConstantValues constants) {
        this.constants = constants;
        draft.symbols().values(InputDefinition.class).forEach((name, input) -> {
            if (input.range() != null) {
                inputs.put(name, interval(input.range()));
            }
        });
        for (KpiDefinition version : draft.definitions().of(KpiDefinition.class)) {
            kpis.merge(Kpi.id(version), interval(version), Interval::hull);
        }
    }

    /** The values that facts of an input can have. */
    Interval facts(String input) {
        return inputs.getOrDefault(input, Interval.ANY);
    }

    /** The inputs that declare a range. */
    Map<String, Interval> inputs() {
        return inputs;
    }

    /** The values that a KPI can have, be it by its range or by the scale it is scored on. */
    Interval kpi(String id) {
        return kpis.getOrDefault(id, Interval.ANY);
    }

    private Interval interval(KpiDefinition kpi) {
        Interval range = kpi.property(Property.Range.class).map(said -> interval(said.bounds())).orElse(Interval.ANY);
        Property.Nature nature = kpi.property(Property.Nature.class).orElse(null);
        return nature == null || nature.low() == null || nature.high() == null ? range
                : range.intersect(interval(Bounds.between(nature.low(), nature.high())));
    }

    /** An end that is not fixed is refused elsewhere; an empty range as well. */
    private Interval interval(Bounds bounds) {
        Interval interval = new Interval(value(bounds.low(), Double.NEGATIVE_INFINITY),
                value(bounds.high(), Double.POSITIVE_INFINITY), bounds.strict(), bounds.strict());
        return interval.isEmpty() ? Interval.ANY : interval;
    }

    private double value(@Nullable Expression end, double none) {
        OptionalDouble value = end == null ? OptionalDouble.empty() : constants.of(end);
        return value.orElse(none);
    }
}
