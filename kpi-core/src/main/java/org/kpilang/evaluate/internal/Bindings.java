package org.kpilang.evaluate.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;

/**
 * What the parameters of a defined function stand for.
 *
 * @param outer what the parameters inside the arguments stand for, or null at the outermost call
 */
record Bindings(Map<String, Expression> arguments, @Nullable Bindings outer) {

    /** Outside all functions. */
    static final Bindings NONE = new Bindings(Map.of(), null);

    /** In which the arguments themselves are to be read. */
    Bindings outside() {
        return outer == null ? NONE : outer;
    }
}
