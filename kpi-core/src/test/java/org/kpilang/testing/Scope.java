package org.kpilang.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.model.FunctionDefinition;

/**
 * What the parameters of a function stand for, and where those arguments were written.
 *
 * @param caller the scope of the arguments; null outside of all functions
 */
record Scope(Map<String, Expression> arguments, @Nullable Scope caller) {

    /** Outside of all functions. */
    static final Scope EMPTY = new Scope(Map.of(), null);

    /** The scope inside a function that is called from this one. */
    Scope inside(FunctionDefinition function, Call call) {
        Map<String, Expression> given = new HashMap<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            given.put(function.parameters().get(i), call.arguments().get(i));
        }
        return new Scope(given, this);
    }

    /** The argument that a name stands for, or null. */
    @Nullable Expression argument(String name) {
        return arguments.get(name);
    }

    /** The scope in which the arguments were written. */
    Scope outer() {
        return Objects.requireNonNull(caller);
    }
}
