package org.kpilang.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Names;
import org.kpilang.source.Origin;

/**
 * An objective that KPIs serve: {@code objective growth "Grow in the home market"}. It may be a part of another,
 * {@code objective retention "Keep our customers" under growth}, and say by which results it is reached.
 *
 * @param label      what it wants, in a few words; null if only the name says it
 * @param parent     the objective that it is a part of, or null
 * @param properties what is said about it, in the order written
 */
public record ObjectiveDefinition(
        String name, @Nullable String label, @Nullable String parent, List<Property> properties, Origin origin)
        implements Definition {

    public ObjectiveDefinition {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(origin, "origin is null");
        name = Names.normalized(name);
        parent = parent == null ? null : Names.normalized(parent);
        properties = List.copyOf(properties);
    }

    /** An objective of which nothing more is said. */
    public ObjectiveDefinition(String name, @Nullable String label, Origin origin) {
        this(name, label, null, List.of(), origin);
    }

    /** The label, or else the name. */
    public String title() {
        return label == null ? name : label;
    }

    /** The first property of a sort. */
    public <P extends Property> Optional<P> property(Class<P> sort) {
        return properties(sort).stream().findFirst();
    }

    /** All properties of a sort, in the order written. */
    public <P extends Property> List<P> properties(Class<P> sort) {
        return properties.stream().filter(sort::isInstance).map(sort::cast).toList();
    }
}
