package org.kpilang.evaluate.internal;

/** The values of each cell of some facts, one for each period of the facts' own grain. */
interface CellValues {

    /** The number of periods, from the first to the last of the input. */
    int periods();

    /**
     * Writes the values of a cell, the first at an index; NaN where nothing is known, infinity where a number is too
     * large. Says whether all are known; it need not notice that they are.
     */
    boolean fill(int cell, double[] out, int at);

    /** The period of the first fact of a cell, or the largest number if it has none. */
    int firstFact(int cell);
}
