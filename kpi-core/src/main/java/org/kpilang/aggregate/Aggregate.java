package org.kpilang.aggregate;

/**
 * A summary that is built up step by step and merges. The state is a fixed number of doubles inside an array that the
 * caller owns, so that a million states are one array. Implementations hold no data and are thread-safe.
 *
 * <p>Numbers are added in the order of their positions, and a state is merged only with one whose positions all come
 * later; under that rule results do not depend on how the numbers were grouped, beyond the last bit of a compensated
 * sum.
 */
public interface Aggregate {

    /** How many doubles a state takes. */
    int width();

    /** Makes the state at an offset the state of no numbers. */
    void clear(double[] state, int at);

    /**
     * Adds a number to a state.
     *
     * @param value    a finite number
     * @param position where the number stands in its row; statistics that know no order ignore it
     */
    void add(double[] state, int at, double value, double position);

    /**
     * Makes the state of a number and all that another state holds, which came later; the other one is not changed.
     *
     * @param value    a finite number
     * @param position where the number stands in its row; statistics that know no order ignore it
     */
    default void precede(double[] state, int at, double value, double position, double[] later, int laterAt) {
        clear(state, at);
        add(state, at, value, position);
        merge(state, at, later, laterAt);
    }

    /**
     * Adds to a state all that another one holds, which came later; the other one is not changed. A state of no
     * numbers changes nothing, on either side.
     */
    void merge(double[] state, int at, double[] later, int laterAt);

    /** The summary of at least one number; NaN where it is not defined, such as the deviation of a single number. */
    double finish(double[] state, int at);

    /** The summary of no numbers: NaN, as there is none, except for a count. */
    default double empty() {
        return Double.NaN;
    }
}
