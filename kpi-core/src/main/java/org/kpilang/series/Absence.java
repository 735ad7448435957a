package org.kpilang.series;

/**
 * Why there is no value. {@linkplain #isUndefined() Undefined} is what arithmetic has no answer for; all else is
 * unknown: the facts do not tell. The names are stable and appear in exported files.
 */
public enum Absence {
    /** There is no fact for the period and slice. */
    NO_FACT(false),
    /** The window is known in part only. */
    PARTIAL_WINDOW(false),
    /** The period lies before the first fact of the input. */
    BEFORE_HISTORY(false),
    /** The period lies after the last load of the input. */
    AFTER_DATA(false),
    /**
     * Values of several periods or slices cannot be put together: a level without a weight, a count of different
     * things that was not loaded as events.
     */
    NOT_ADDITIVE(false),
    /** The facts of the input are not split by a dimension that the question slices by. */
    NOT_SLICED(false),
    /** A division by zero. */
    ZERO_DIVISOR(true),
    /** Growth from a base below zero. */
    NEGATIVE_BASE(true),
    /** Outside the range of a function or of numbers: the logarithm of a negative number, an overflow. */
    DOMAIN(true);

    private final boolean undefined;

    Absence(boolean undefined) {
        this.undefined = undefined;
    }

    /** Whether the value is undefined rather than unknown. */
    public boolean isUndefined() {
        return undefined;
    }
}
