package org.kpilang.model;

import java.util.Objects;
import org.kpilang.expression.Names;
import org.kpilang.source.Origin;

/**
 * A declared unit or currency: {@code unit customer}, {@code currency USD}.
 */
public record UnitDefinition(String name, boolean currency, Origin origin) implements Definition {

    public UnitDefinition {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(origin, "origin is null");
        name = Names.normalized(name);
    }
}
