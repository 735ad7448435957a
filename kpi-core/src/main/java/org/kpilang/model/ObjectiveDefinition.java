package org.kpilang.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Names;
import org.kpilang.source.Origin;

/**
 * An objective that KPIs serve: {@code objective growth "Grow in the home market"}.
 */
public record ObjectiveDefinition(String name, @Nullable String label, Origin origin) implements Definition {

    public ObjectiveDefinition {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(origin, "origin is null");
        name = Names.normalized(name);
    }
}
