package org.kpilang.aggregate;

/**
 * Some windows, one after the other, that are answered together: what they have of a row is not much longer than the
 * first of them.
 *
 * @param first       the first window
 * @param until       the window after the last
 * @param from        the first value of the row that one of them has
 * @param to          the value after the last
 * @param steadyFrom  the first of those that are as long as each other, lie inside the row, and move on value by value
 * @param steadyUntil the window after the last of those; the first if there are none
 */
record WindowBatch(int first, int until, int from, int to, int steadyFrom, int steadyUntil) {

    /** How many windows move on steadily. */
    int steady() {
        return steadyUntil - steadyFrom;
    }
}
