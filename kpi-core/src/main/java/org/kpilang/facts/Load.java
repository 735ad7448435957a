package org.kpilang.facts;

import java.util.Arrays;
import java.util.List;
import org.kpilang.time.Grain;

/**
 * The rows of one table as they were loaded, in columns. NaN stands for no fact, in here only; rows without any fact
 * leave nothing but their period. An identity stands in its column by its code.
 */
final class Load {

    /** The day of a row that is not dated: the end of its period, after all dates. */
    static final int NO_DAY = Integer.MAX_VALUE;

    private final String source;
    private final Grain grain;
    private final DuplicateRule duplicates;
    private final Cells cells;
    private final int[] places;
    private final List<InputColumn> columns;

    private int size;
    private int[] lines = new int[16];
    private int[] periods = new int[16];
    private int[] days = new int[16];
    private int[] cellOf = new int[16];
    private final double[][] values;
    private int firstPeriod = Integer.MAX_VALUE;
    private int lastPeriod = Integer.MIN_VALUE;

    /**
     * @param places where each dimension of the table stands among those of the cells
     */
    Load(String source, Grain grain, DuplicateRule duplicates, Cells cells, int[] places, List<InputColumn> columns) {
        this.source = source;
        this.grain = grain;
        this.duplicates = duplicates;
        this.cells = cells;
        this.places = places;
        this.columns = List.copyOf(columns);
        this.values = new double[columns.size()][16];
    }

    /**
     * Adds a row.
     *
     * @param line    counted from 1
     * @param period  in the grain of the load
     * @param day     the epoch day of a row with a date, else {@link #NO_DAY}
     * @param members one for each dimension of the table
     * @param facts   one for each column, NaN for none
     */
    void add(int line, int period, int day, String[] members, double[] facts) {
        firstPeriod = Math.min(firstPeriod, period);
        lastPeriod = Math.max(lastPeriod, period);
        boolean known = false;
        for (double fact : facts) {
            known |= !Double.isNaN(fact);
        }
        if (!known) {
            return;
        }
        if (size == lines.length) {
            grow();
        }
        lines[size] = line;
        periods[size] = period;
        days[size] = day;
        cellOf[size] = cells.cell(members, places);
        for (int input = 0; input < facts.length; input++) {
            // Adding 0.0 turns a negative zero into zero.
            values[input][size] = facts[input] + 0.0;
        }
        size++;
    }

    private void grow() {
        int larger = size * 2;
        lines = Arrays.copyOf(lines, larger);
        periods = Arrays.copyOf(periods, larger);
        days = Arrays.copyOf(days, larger);
        cellOf = Arrays.copyOf(cellOf, larger);
        for (int input = 0; input < values.length; input++) {
            values[input] = Arrays.copyOf(values[input], larger);
        }
    }

    String source() {
        return source;
    }

    Grain grain() {
        return grain;
    }

    DuplicateRule duplicates() {
        return duplicates;
    }

    Cells cells() {
        return cells;
    }

    List<InputColumn> columns() {
        return columns;
    }

    /** Whether there was any row, with facts or without. */
    boolean hasRows() {
        return firstPeriod <= lastPeriod;
    }

    int firstPeriod() {
        return firstPeriod;
    }

    int lastPeriod() {
        return lastPeriod;
    }

    /** The number of rows with facts. */
    int size() {
        return size;
    }

    int line(int row) {
        return lines[row];
    }

    int period(int row) {
        return periods[row];
    }

    int day(int row) {
        return days[row];
    }

    int cell(int row) {
        return cellOf[row];
    }

    /** The value of an input in a row, or the code of the identity; NaN for none. */
    double value(int input, int row) {
        return values[input][row];
    }
}
