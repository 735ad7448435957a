package org.kpilang.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.source.Origin;

/**
 * Another file whose definitions are used here: {@code use standard.saas}.
 *
 * @param only     the KPIs that are wanted of it; if there are none, all are
 * @param bindings what names of it stand for here, {@code with revenue = net_sales}: in all that is used here, or in
 *                 the KPIs that it gives names of their own
 */
public record UseDefinition(String name, List<Wanted> only, List<Binding> bindings, Origin origin)
        implements Definition {

    public UseDefinition {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(origin, "origin is null");
        only = List.copyOf(only);
        bindings = List.copyOf(bindings);
    }

    /** The use of a file as it is. */
    public UseDefinition(String name, Origin origin) {
        this(name, List.of(), List.of(), origin);
    }

    /** Whether it gives KPIs names of their own; then its bindings hold for these alone. */
    public boolean renames() {
        return only.stream().anyMatch(wanted -> wanted.name() != null);
    }

    /**
     * A KPI that is wanted, by its id.
     *
     * @param name  the name that it has here, or null for its own: {@code only arpa as streaming_arpa}
     * @param label the name for people that it has here, or null for its own
     */
    public record Wanted(String kpi, @Nullable String name, @Nullable String label, Origin origin) {

        public Wanted {
            Objects.requireNonNull(kpi, "kpi is null");
            Objects.requireNonNull(origin, "origin is null");
            name = name == null ? null : Names.normalized(name);
        }

        /** A KPI under its own name. */
        public Wanted(String kpi, Origin origin) {
            this(kpi, null, null, origin);
        }
    }

    /**
     * What a name stands for: a name of one's own, or a formula over such names. An input, a constant or a KPI of the
     * other file is given a value; a unit is given another unit. A name that stands for itself is one that the facts
     * have.
     */
    public record Binding(String name, Expression value, Origin origin) {

        public Binding {
            Objects.requireNonNull(value, "value is null");
            Objects.requireNonNull(origin, "origin is null");
            name = Names.normalized(name);
        }
    }
}
