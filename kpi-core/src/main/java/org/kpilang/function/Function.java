package org.kpilang.function;

/** A function that formulas call by name. */
public sealed interface Function permits PointwiseFunction, DerivedFunction, WindowFunction {

    /** What it is called and what it takes. */
    Signature signature();
}
