package org.kpilang.facts;

import java.io.IOException;

/**
 * The rows of a table as they go by: one at a time, whose cells are asked for by their columns and leave no text behind
 * unless it is asked for. Blanks around a cell do not count.
 */
interface RowScan {

    /** Goes on to the next row that has something in it; false at the end. */
    boolean next() throws IOException;

    /** The line in which the row starts, counted from 1. */
    int line();

    /** The number of its cells. */
    int cells();

    boolean isEmpty(int column) throws IOException;

    String text(int column) throws IOException;

    /** The code of a cell in a dictionary, a new one if need be. */
    int code(int column, Dictionary dictionary) throws IOException;

    /** The code of a cell in a dictionary, or -1 if it has none. */
    int known(int column, Dictionary dictionary) throws IOException;

    /** The number in a cell; NaN if it is none, and infinite if it is too large. */
    double number(int column) throws IOException;

    /** The whole row as it is written, for messages. */
    TextRow row() throws IOException;

    /** How many rows there are when so many have gone by, maybe an estimate; {@code Progress.UNKNOWN} if unknown. */
    long all(long done);
}
