package org.kpilang.evaluate.internal.decimal;

import org.jspecify.annotations.Nullable;

/** Works out a number from exact ones. Has no state. */
@FunctionalInterface
public interface RationalFunction {

    /** The value for some arguments; null if there is none. */
    @Nullable Rational of(Rational[] arguments);
}
