package org.kpilang.model.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.Definition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;

/** Objectives form trees, say what objectives can say, and name KPIs for their key results. */
final class ObjectiveCheck implements Check {

    private static final Set<Class<? extends Property>> OF_OBJECTIVES = Set.of(Property.KeyResult.class,
            Property.Owner.class, Property.Department.class, Property.Audience.class, Property.DefinedBy.class,
            Property.ApprovedBy.class, Property.Weight.class, Property.Priority.class, Property.Horizon.class,
            Property.Review.class, Property.Description.class, Property.Tags.class);

    private final Draft draft;
    private final ConstantValues constants;
    private final Findings findings;

    ObjectiveCheck(Draft draft, ConstantValues constants, Findings findings) {
        this.draft = draft;
        this.constants = constants;
        this.findings = findings;
    }

    @Override
    public void run() {
        Set<String> circled = new HashSet<>();
        for (ObjectiveDefinition objective : draft.definitions().of(ObjectiveDefinition.class)) {
            parent(objective, circled);
            objective.properties().forEach(property -> property(objective, property));
        }
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            kpi.properties(Property.KeyResult.class).forEach(result -> findings.error(
                    DiagnosticCode.PROPERTY_NOT_VALID, result.origin(), "a KPI has no key results",
                    "say it of the objective: `objective growth { key result " + result.kpi() + " … }`"));
        }
    }

    private void parent(ObjectiveDefinition objective, Set<String> circled) {
        String parent = objective.parent();
        if (parent != null && !draft.symbols().objectives().containsKey(parent)) {
            findings.unknown(DiagnosticCode.UNKNOWN_NAME, findings.after(objective.origin(), parent),
                    "there is no objective `" + parent + "`", parent, "declare it: `objective " + parent + "`",
                    draft.symbols().objectives().keySet());
        } else if (parent != null && !circled.contains(objective.name())) {
            circle(objective, circled);
        }
    }

    /** Goes up from an objective; one that comes back to itself has no top. */
    private void circle(ObjectiveDefinition start, Set<String> circled) {
        Set<String> way = new HashSet<>();
        StringBuilder written = new StringBuilder(start.name());
        ObjectiveDefinition next = above(start);
        while (next != null && way.add(next.name())) {
            written.append(" under ").append(next.name());
            if (next.name().equals(start.name())) {
                circled.addAll(way);
                findings.error(DiagnosticCode.CYCLE, start.origin(), "`" + start.name() + "` is a part of itself: "
                        + written, "take one of these links out");
                return;
            }
            next = above(next);
        }
    }

    private @Nullable ObjectiveDefinition above(ObjectiveDefinition objective) {
        return objective.parent() == null ? null : draft.symbols().objectives().get(objective.parent());
    }

    private void property(ObjectiveDefinition objective, Property property) {
        if (!OF_OBJECTIVES.contains(property.getClass())) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, property.origin(),
                    "an objective has no property `" + property.word() + "`",
                    property.word().equals("target") ? "write `key result`, the name of a KPI, and the value to reach"
                            : "say it of the KPIs that serve it, with `objective " + objective.name() + "`");
        } else if (property instanceof Property.KeyResult result) {
            keyResult(result);
        }
    }

    private void keyResult(Property.KeyResult result) {
        List<KpiDefinition> versions = draft.symbols().versions(result.kpi());
        if (versions.isEmpty()) {
            Definition other = draft.symbols().value(result.kpi());
            if (other == null) {
                findings.unknown(DiagnosticCode.UNKNOWN_NAME, findings.at(result.origin(), result.kpi()),
                        "there is no KPI `" + result.kpi() + "`", result.kpi(), null, draft.symbols().kpis());
            } else {
                findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, findings.at(result.origin(), result.kpi()),
                        "`" + result.kpi() + "` is " + Symbols.sort(other) + ", and a key result is of a KPI",
                        "make it one: `kpi " + result.kpi() + "`");
            }
            return;
        }
        KpiDefinition kpi = versions.get(versions.size() - 1);
        if (result.to() == null) {
            ownTarget(kpi, result);
        } else if (result.from() != null) {
            way(kpi, result, result.from(), result.to());
        }
    }

    /** Without a value to reach, the target of the KPI is meant. */
    private void ownTarget(KpiDefinition kpi, Property.KeyResult result) {
        if (kpi.properties().stream().noneMatch(property -> property.word().equals("target"))) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, result.origin(),
                    "it is not said what `" + result.kpi() + "` is to reach",
                    "write `key result " + result.kpi() + " to` and the value, or give the KPI a target");
        }
    }

    private void way(KpiDefinition kpi, Property.KeyResult result, Expression from, Expression to) {
        double change = constants.of(to).orElse(Double.NaN) - constants.of(from).orElse(Double.NaN);
        Property.Better.Way way = kpi.property(Property.Better.class).map(Property.Better::way).orElse(null);
        if (change == 0) {
            findings.error(DiagnosticCode.PROPERTY_NOT_VALID, result.origin(),
                    "the key result ends where it starts, at `" + to + "`", "leave out `from`, or correct one of the two");
        } else if (way == Property.Better.Way.HIGHER && change < 0 || way == Property.Better.Way.LOWER && change > 0) {
            findings.warning(DiagnosticCode.AGAINST_DIRECTION, result.origin(),
                    "the key result goes from `" + from + "` to `" + to + "`, and of `" + result.kpi() + "` "
                            + (way == Property.Better.Way.HIGHER ? "higher" : "lower") + " is better",
                    "exchange the two, or correct `better`");
        }
    }
}
