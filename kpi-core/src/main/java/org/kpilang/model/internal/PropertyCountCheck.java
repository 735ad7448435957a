package org.kpilang.model.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;

/** What can be said once about a KPI is said once. */
final class PropertyCountCheck implements Check {

    private static final Set<Class<? extends Property>> REPEATABLE = Set.of(Property.Leading.class,
            Property.Coincident.class, Property.Drives.class, Property.Benchmark.class, Property.Objective.class,
            Property.Example.class);

    private final Draft draft;
    private final Findings findings;

    PropertyCountCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            Map<Object, Property> first = new HashMap<>();
            for (Property property : kpi.properties()) {
                if (REPEATABLE.contains(property.getClass())) {
                    continue;
                }
                Property before = first.putIfAbsent(key(property), property);
                if (before != null) {
                    findings.error(DiagnosticCode.DUPLICATE_PROPERTY, property.origin(),
                            "`" + property.word() + "` is given already"
                                    + (before.origin().isKnown() ? ", at " + before.origin().describe() : ""),
                            "keep one of the two");
                }
            }
        }
    }

    /** Targets differ when they are due at different times, or hold for different slices. */
    private static Object key(Property property) {
        if (property instanceof Property.Target target) {
            return List.of(Property.Target.class, Objects.toString(target.by()), Objects.toString(target.slice()));
        } else if (property instanceof Property.TargetChange target) {
            return List.of(Property.TargetChange.class, target.during(), Objects.toString(target.slice()));
        }
        return property.getClass();
    }
}
