package org.kpilang.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.expression.Reference;
import org.kpilang.source.Origin;

/**
 * A KPI as it was written: a name, a formula, and what is said about it. Without a formula, it is the input of its name:
 * {@code kpi headcount { better higher }}.
 *
 * @param label      the name for people, or null
 * @param variant    which of several definitions under one name this is, or null for the default
 * @param properties what stands between the braces, in the order written
 */
public record KpiDefinition(
        String name, @Nullable String label, @Nullable String variant, Expression formula, List<Property> properties,
        Origin origin)
        implements Definition {

    public KpiDefinition {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(formula, "formula is null");
        Objects.requireNonNull(origin, "origin is null");
        name = Names.normalized(name);
        variant = variant == null ? null : Names.normalized(variant);
        properties = List.copyOf(properties);
    }

    /** A KPI with a formula and nothing else. */
    public static KpiDefinition of(String name, Expression formula) {
        return new KpiDefinition(name, null, null, formula, List.of(), Origin.NONE);
    }

    /** Whether the formula is nothing but the name, which is then that of an input: the KPI is what is measured. */
    public boolean isMeasure() {
        return variant == null && formula instanceof Reference reference && reference.name().equals(name);
    }

    /** The first property of a sort. */
    public <P extends Property> Optional<P> property(Class<P> sort) {
        for (Property property : properties) {
            if (sort.isInstance(property)) {
                return Optional.of(sort.cast(property));
            }
        }
        return Optional.empty();
    }

    /** All properties of a sort, in the order written. */
    public <P extends Property> List<P> properties(Class<P> sort) {
        List<P> found = new ArrayList<>();
        for (Property property : properties) {
            if (sort.isInstance(property)) {
                found.add(sort.cast(property));
            }
        }
        return Collections.unmodifiableList(found);
    }
}
