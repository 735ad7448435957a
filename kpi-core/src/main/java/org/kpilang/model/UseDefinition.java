package org.kpilang.model;

import java.util.Objects;
import org.kpilang.source.Origin;

/**
 * Another file whose definitions are used here: {@code use standard.saas}.
 */
public record UseDefinition(String name, Origin origin) implements Definition {

    public UseDefinition {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(origin, "origin is null");
    }
}
