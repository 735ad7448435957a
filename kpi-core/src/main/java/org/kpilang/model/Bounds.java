package org.kpilang.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;

/**
 * The values that there can be, as written: {@code range 0 to 100}, {@code range at least 0}, {@code range above 0}. Both
 * ends are made of numbers and constants.
 *
 * @param low    the lowest value, or null if there is none
 * @param high   the highest value, or null if there is none
 * @param strict whether the only end is itself outside: {@code above 0}, {@code below 100%}
 */
public record Bounds(@Nullable Expression low, @Nullable Expression high, boolean strict) {

    public Bounds {
        if (low == null && high == null || strict && low != null && high != null) {
            throw new IllegalArgumentException("a range has one end or two, and is strict with one only");
        }
    }

    public static Bounds between(Expression low, Expression high) {
        return new Bounds(low, high, false);
    }

    public static Bounds atLeast(Expression low) {
        return new Bounds(low, null, false);
    }

    public static Bounds atMost(Expression high) {
        return new Bounds(null, high, false);
    }

    public static Bounds above(Expression low) {
        return new Bounds(low, null, true);
    }

    public static Bounds below(Expression high) {
        return new Bounds(null, high, true);
    }

    /** The ends that are given, the lower one first. */
    public List<Expression> ends() {
        List<Expression> ends = new ArrayList<>();
        if (low != null) {
            ends.add(low);
        }
        if (high != null) {
            ends.add(high);
        }
        return List.copyOf(ends);
    }

    /** The range as it is written after the word: {@code 0 to 100}, {@code at least 0}. */
    @Override
    public String toString() {
        if (low != null && high != null) {
            return low + " to " + high;
        } else if (low != null) {
            return (strict ? "above " : "at least ") + low;
        }
        return (strict ? "below " : "at most ") + high;
    }
}
