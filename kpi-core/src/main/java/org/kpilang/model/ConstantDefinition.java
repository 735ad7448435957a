package org.kpilang.model;

import java.util.Objects;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.source.Origin;

/**
 * A named number: {@code constant vat = 19%}.
 */
public record ConstantDefinition(String name, Expression value, Origin origin) implements Definition {

    public ConstantDefinition {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(value, "value is null");
        Objects.requireNonNull(origin, "origin is null");
        name = Names.normalized(name);
    }
}
