package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;

/**
 * What the parameters stand for where an expression is looked at: nothing at the top, nothing known inside a function
 * that is looked at for itself, and the arguments inside one that is called.
 */
final class Scope {

    /** Outside every function. */
    static final Scope TOP = new Scope(List.of(), null, null);

    private final List<String> parameters;
    private final @Nullable Call call;
    private final @Nullable Scope caller;
    private final boolean[] used;

    private Scope(List<String> parameters, @Nullable Call call, @Nullable Scope caller) {
        this.parameters = parameters;
        this.call = call;
        this.caller = caller;
        this.used = new boolean[parameters.size()];
    }

    /** Inside a function, whoever calls it. */
    static Scope inside(List<String> parameters) {
        return parameters.isEmpty() ? TOP : new Scope(parameters, null, null);
    }

    /** Inside the function that is called from this scope. */
    Scope called(Call by, List<String> itsParameters) {
        return new Scope(itsParameters, by, this);
    }

    boolean binds(String name) {
        return parameters.contains(name);
    }

    /**
     * The argument for a parameter, to be looked at in the {@linkplain #caller() caller's} scope; null if not known.
     */
    @Nullable Expression argument(String parameter) {
        int index = parameters.indexOf(parameter);
        used[index] = true;
        return call == null ? null : call.arguments().get(index);
    }

    /** The arguments that were not asked for. */
    List<Expression> unused() {
        List<Expression> unused = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            if (!used[i] && call != null) {
                unused.add(call.arguments().get(i));
            }
        }
        return unused;
    }

    @Nullable Scope caller() {
        return caller;
    }

    @Nullable Call call() {
        return call;
    }

    /** The call in the user's own text through which this scope was reached, or null outside of all calls. */
    @Nullable Call site() {
        Scope scope = this;
        Call site = null;
        while (scope != null && scope.call != null) {
            site = scope.call;
            scope = scope.caller;
        }
        return site;
    }
}
