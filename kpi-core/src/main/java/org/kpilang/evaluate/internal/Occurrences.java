package org.kpilang.evaluate.internal;

/** When which identities turned up: one occurrence for each of them and each period and cell, ordered by period. */
public interface Occurrences {

    /** The ordinal of the first period. */
    int origin();

    int periods();

    /** The index of the first occurrence of a period; after the last period, the number of occurrences. */
    int start(int period);

    int identity(int occurrence);

    /** How often the identity turned up. */
    int times(int occurrence);

    /** How many periods are known, from one to another inclusive, both of them periods that there are. */
    int known(int from, int to);
}
