package org.kpilang.model.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.model.InputDefinition;

/**
 * What may be done with an expression over time.
 *
 * @param adding    whether the values of successive periods add up
 * @param notAdding the input that keeps them from it, if it is an input's kind that does
 * @param noBalance an input that is read and has no opening balance, or null if all have one
 */
record Grade(Adding adding, @Nullable InputDefinition notAdding, @Nullable InputDefinition noBalance) {

    /** How the values of successive periods add up; the later one decides where two meet. */
    enum Adding {
        /** The same in every period. */
        FIXED,
        /** They add up. */
        ADDS,
        /** A quotient of two that add up: over several periods it is the quotient of the sums. */
        RATIO,
        /** Another quotient or a score: it depends on the unit. */
        QUOTIENT,
        /** A summary of periods already. */
        SUMMARY,
        /** A summary of periods that cannot be put together from those of their parts. */
        MEDIAN,
        /** A summary of events that cannot be put together either, but is asked anew of any window. */
        OF_EVENTS,
        /** The kind of an input forbids it. */
        KIND;

        boolean isSummary() {
            return this == SUMMARY || this == MEDIAN || this == OF_EVENTS;
        }
    }

    static final Grade FIXED = new Grade(Adding.FIXED, null, null);

    /** Nothing is wrong with it, so nothing is said about it. */
    static final Grade UNKNOWN = new Grade(Adding.ADDS, null, null);

    static Grade of(InputDefinition input) {
        return switch (input.kind()) {
            case FLOW -> new Grade(Adding.ADDS, null, input);
            case STOCK -> new Grade(Adding.KIND, input, null);
            case LEVEL, PEAK, TROUGH, DISTINCT, VALUES -> new Grade(Adding.KIND, input, input);
        };
    }

    boolean isFixed() {
        return adding == Adding.FIXED;
    }

    /** Whether it is a balance that does not add up because it is one. */
    boolean isBalance() {
        return notAdding != null && notAdding.kind().isBalance();
    }

    Grade as(Adding other) {
        return new Grade(other, other == Adding.KIND ? notAdding : null, noBalance);
    }

    /** Where two meet as equals: in a sum, in the branches of a choice. */
    Grade with(Grade other) {
        Grade decides = other.adding.compareTo(adding) > 0 ? other : this;
        return new Grade(decides.adding, decides.notAdding, noBalance != null ? noBalance : other.noBalance);
    }

    /** The same, but it reads what another expression reads as well. */
    Grade reading(Grade other) {
        return noBalance != null ? this : new Grade(adding, notAdding, other.noBalance);
    }
}
