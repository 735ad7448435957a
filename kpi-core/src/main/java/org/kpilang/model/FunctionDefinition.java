package org.kpilang.model;

import java.util.List;
import java.util.Objects;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.source.Origin;

/**
 * A function written in the language: {@code define margin(revenue, cost) = (revenue - cost) / revenue}. Parameters
 * stand for expressions, so a selector inside the body works on them.
 */
public record FunctionDefinition(
        String name, List<String> parameters, Expression body, Origin origin)
        implements Definition {

    public FunctionDefinition {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(body, "body is null");
        parameters = parameters.stream().map(Names::normalized).toList();
        Objects.requireNonNull(origin, "origin is null");
        name = Names.normalized(name);
    }
}
