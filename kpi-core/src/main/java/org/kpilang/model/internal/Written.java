package org.kpilang.model.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;

/**
 * An expression as it was written, and where its names are looked up: for a parameter of a function, its argument.
 */
record Written(Expression expression, Scope scope) {

    /** What an expression stands for, as far as that is known. */
    static Written of(Expression expression, Scope scope) {
        Expression found = expression;
        Scope in = scope;
        while (found instanceof Reference reference && in.binds(reference.name())) {
            Expression argument = in.argument(reference.name());
            Scope caller = in.caller();
            if (argument == null || caller == null) {
                break;
            }
            found = argument;
            in = caller;
        }
        return new Written(found, in);
    }

    /** The name of an input, a KPI or a constant, if it is nothing but that. */
    @Nullable String name() {
        return expression instanceof Reference reference && !scope.binds(reference.name()) ? reference.name() : null;
    }
}
