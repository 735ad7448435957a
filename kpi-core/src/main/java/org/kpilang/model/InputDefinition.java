package org.kpilang.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Names;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/**
 * An input: a series of facts with the rule by which they roll up, {@code input revenue : USD flow}.
 *
 * @param unit   what it counts, or null if that was not said
 * @param kind   how its facts roll up
 * @param absent what it means that a period has no fact
 * @param weight the input by which a level is weighted, or null
 * @param label  the name for people, or null
 * @param range  which values its facts can have, or null if that was not said
 */
public record InputDefinition(
        String name, @Nullable Unit unit, InputKind kind, AbsentRule absent, @Nullable String weight,
        @Nullable String label, @Nullable Bounds range, Origin origin)
        implements Definition {

    public InputDefinition {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(absent, "absent is null");
        Objects.requireNonNull(origin, "origin is null");
        name = Names.normalized(name);
        weight = weight == null ? null : Names.normalized(weight);
    }

    /** An input whose facts can have any value. */
    public InputDefinition(
            String name, @Nullable Unit unit, InputKind kind, AbsentRule absent, @Nullable String weight,
            @Nullable String label, Origin origin) {
        this(name, unit, kind, absent, weight, label, null, origin);
    }
}
