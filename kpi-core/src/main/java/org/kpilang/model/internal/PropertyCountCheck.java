package org.kpilang.model.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;

/** What can be said once about a KPI is said once, and what can be said several times is not said twice of the same. */
final class PropertyCountCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    PropertyCountCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        draft.definitions().of(KpiDefinition.class).forEach(kpi -> check(kpi.properties()));
        draft.definitions().of(ObjectiveDefinition.class).forEach(objective -> check(objective.properties()));
    }

    private void check(List<Property> properties) {
        Map<Object, Property> first = new HashMap<>();
        for (Property property : properties) {
            if (property instanceof Property.Example) {
                continue;
            }
            Property before = first.putIfAbsent(key(property), property);
            if (before != null) {
                findings.error(DiagnosticCode.DUPLICATE_PROPERTY, property.origin(),
                        "`" + before.word() + "`" + of(before) + " is given already"
                                + (before.origin().isKnown() ? ", at " + before.origin().describe() : ""),
                        "keep one of the two");
            }
        }
    }

    /** What a property that may be given several times is about, or nothing. */
    private static String of(Property property) {
        if (property instanceof Property.Leading leading) {
            return " of `" + leading.outcome() + "`";
        } else if (property instanceof Property.Coincident coincident) {
            return " with `" + coincident.outcome() + "`";
        } else if (property instanceof Property.Objective objective) {
            return " `" + objective.name() + "`";
        } else if (property instanceof Property.KeyResult result) {
            return " of `" + result.kpi() + "`";
        }
        return property instanceof Property.Benchmark benchmark && benchmark.label() != null
                ? " \"" + benchmark.label() + "\"" : "";
    }

    /**
     * Targets differ when they are due at different times, or hold for different slices. An outcome is either led or
     * coincident.
     */
    private static Object key(Property property) {
        if (property instanceof Property.Target target) {
            return List.of(Property.Target.class, Objects.toString(target.by()), Objects.toString(target.slice()),
                    Objects.toString(target.terms().count()));
        } else if (property instanceof Property.TargetChange target) {
            return List.of(Property.TargetChange.class, target.during(), Objects.toString(target.slice()));
        } else if (property instanceof Property.TargetDirection target) {
            return List.of(Property.TargetChange.class, Objects.toString(target.during()),
                    Objects.toString(target.slice()));
        } else if (property instanceof Property.Leading leading) {
            return List.of(Property.Leading.class, leading.outcome());
        } else if (property instanceof Property.Coincident coincident) {
            return List.of(Property.Leading.class, coincident.outcome());
        } else if (property instanceof Property.Objective objective) {
            return List.of(Property.Objective.class, objective.name());
        } else if (property instanceof Property.KeyResult result) {
            return List.of(Property.KeyResult.class, result.kpi(), Objects.toString(result.by()));
        } else if (property instanceof Property.Benchmark benchmark) {
            return List.of(Property.Benchmark.class, Objects.toString(benchmark.label()));
        } else if (property instanceof Property.Drives drives) {
            return List.of(Property.Drives.class, drives.kpis());
        } else if (property instanceof Property.Trap trap) {
            return List.of(Property.Trap.class, trap.text());
        } else if (property instanceof Property.Source source) {
            return List.of(Property.Source.class, source.text());
        }
        return property.getClass();
    }
}
