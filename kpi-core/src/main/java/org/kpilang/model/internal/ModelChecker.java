package org.kpilang.model.internal;

import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Checked;
import org.kpilang.model.Definitions;

/** Runs the checks in order. */
public final class ModelChecker {

    private ModelChecker() {}

    public static Checked<Contents> check(Definitions definitions, FunctionRegistry functions) {
        throw new AssertionError();
    }
}
