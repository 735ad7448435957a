package org.kpilang.testing;

/**
 * What a question comes to: a number, or none, because something is unknown or because arithmetic has no answer.
 *
 * @param value     the number; NaN if there is none
 * @param undefined whether there is none because arithmetic has no answer
 */
public record Answer(double value, boolean undefined) {

    /** The facts do not tell. */
    public static final Answer UNKNOWN = new Answer(Double.NaN, false);
    /** Arithmetic has no answer. */
    public static final Answer UNDEFINED = new Answer(Double.NaN, true);

    public Answer {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("not an answer: " + value);
        }
    }

    /** What arithmetic gave: undefined unless it is finite. There is no negative zero. */
    public static Answer of(double value) {
        return Double.isFinite(value) ? new Answer(value + 0.0, false) : UNDEFINED;
    }

    static Answer of(boolean holds) {
        return of(holds ? 1 : 0);
    }

    public boolean isKnown() {
        return !Double.isNaN(value);
    }

    /** Whether this is a condition that holds. */
    boolean holds() {
        return value == 1;
    }

    /** Whether this is a condition that does not hold. */
    boolean fails() {
        return value == 0;
    }

    @Override
    public String toString() {
        return isKnown() ? Double.toString(value) : undefined ? "undefined" : "unknown";
    }
}
