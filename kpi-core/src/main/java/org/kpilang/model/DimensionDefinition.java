package org.kpilang.model;

import java.util.Objects;
import org.kpilang.expression.Names;
import org.kpilang.source.Origin;

/**
 * A way in which the business can be sliced: {@code dimension region}.
 */
public record DimensionDefinition(String name, Origin origin) implements Definition {

    public DimensionDefinition {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(origin, "origin is null");
        name = Names.normalized(name);
    }
}
