package org.kpilang.facts;

import java.util.Arrays;

/**
 * The line of each row. Rows that follow each other line by line, as they nearly always do, are one run and take no
 * memory of their own.
 */
final class LineNumbers {

    /** The first row of each run, and how far its lines are ahead of its rows. */
    private int[] firstRows = new int[4];
    private int[] ahead = new int[4];
    private int runs;

    /** Says the line of a row, row after row. */
    void add(int row, int line) {
        if (runs > 0 && ahead[runs - 1] == line - row) {
            return;
        }
        if (runs == ahead.length) {
            firstRows = Arrays.copyOf(firstRows, runs * 2);
            ahead = Arrays.copyOf(ahead, runs * 2);
        }
        firstRows[runs] = row;
        ahead[runs++] = line - row;
    }

    int of(int row) {
        int found = Arrays.binarySearch(firstRows, 0, runs, row);
        return row + ahead[found >= 0 ? found : -found - 2];
    }
}
