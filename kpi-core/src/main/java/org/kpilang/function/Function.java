package org.kpilang.function;

/** A function that formulas call by name. */
public sealed interface Function permits PointwiseFunction, DerivedFunction, WindowFunction, IndexFunction,
        EventFunction {

    /** What it is called and what it takes. */
    Signature signature();

    /** What else there is to say of it. */
    default Documentation documentation() {
        return Documentation.NONE;
    }
}
