package org.kpilang.model;

/**
 * What it means that a period has no fact. It holds only inside the extent of the input: from its first fact to its
 * last load.
 */
public sealed interface AbsentRule {

    /** Nothing is known: {@code absent is unknown}, the rule for every input that does not say otherwise. */
    record Unknown() implements AbsentRule {}

    /** There was nothing: {@code absent is zero}. */
    record Zero() implements AbsentRule {}

    /**
     * The last known value still holds: {@code absent carries forward for 3 periods}.
     *
     * @param periods for how many periods of the facts; 0 means without bound
     */
    record CarriesForward(int periods) implements AbsentRule {

        public CarriesForward {
            if (periods < 0) {
                throw new IllegalArgumentException("not a number of periods: " + periods);
            }
        }
    }
}
