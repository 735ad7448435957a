package org.kpilang.facts;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.time.Grain;

/**
 * The rows of one table as they were loaded, in columns. NaN stands for no fact, in here only; rows without any fact
 * leave nothing but their period. An identity stands in its column by its code.
 *
 * <p>A row takes 8 bytes, 4 more if rows are dated, and 8 for each column; lines take memory only where some are left
 * out.
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
    private final LineNumbers lines = new LineNumbers();
    private final IntColumn periods = new IntColumn();
    /** Null as long as no row is dated. */
    private @Nullable IntColumn days;
    private final IntColumn cellOf = new IntColumn();
    private final NumberColumn[] values;
    /** How many rows have a fact of each column. */
    private final int[] known;
    private final int[] codes;
    /** What doubles do not tell of the values, or null if the values are the doubles. */
    private @Nullable LongDecimals decimals;
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
        this.values = new NumberColumn[columns.size()];
        Arrays.setAll(values, column -> new NumberColumn());
        this.known = new int[columns.size()];
        this.codes = new int[places.length];
    }

    /** The members of a dimension of the table, by the codes that rows have. */
    Dictionary dictionary(int dimension) {
        return cells.dictionary(places[dimension]);
    }

    /**
     * Says that there is a row, be it without a fact.
     *
     * @return whether it has a fact, and is to be added
     */
    boolean covers(int period, double[] facts) {
        firstPeriod = Math.min(firstPeriod, period);
        lastPeriod = Math.max(lastPeriod, period);
        for (double fact : facts) {
            if (!Double.isNaN(fact)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds a row that {@linkplain #covers has a fact}.
     *
     * @param line    counted from 1
     * @param period  in the grain of the load
     * @param day     the epoch day of a row with a date, else {@link #NO_DAY}
     * @param members the code of one for each dimension of the table
     * @param facts   one for each column, NaN for none
     */
    void add(int line, int period, int day, int[] members, double[] facts) {
        lines.add(size, line);
        periods.add(period);
        date(day);
        cellOf.add(cells.cell(members, places));
        for (int column = 0; column < facts.length; column++) {
            // Adding 0.0 turns a negative zero into zero.
            values[column].add(facts[column] + 0.0);
            known[column] += Double.isNaN(facts[column]) ? 0 : 1;
        }
        size++;
    }

    /** Takes a row whose members are texts; the arrays may be used again. */
    void take(int line, int period, int day, String[] members, double[] facts) {
        if (covers(period, facts)) {
            for (int i = 0; i < codes.length; i++) {
                codes[i] = dictionary(i).code(members[i]);
            }
            add(line, period, day, codes, facts);
        }
    }

    /** Says that the values are decimals, and the doubles stand for them. */
    void keepDecimals() {
        decimals = decimals == null ? new LongDecimals() : decimals;
    }

    /** Whether values are decimals. */
    boolean keepsDecimals() {
        return decimals != null;
    }

    /**
     * Keeps the decimals of the row added last that its doubles do not tell.
     *
     * @param untold one for each column or null, which is taken out
     */
    void keepDecimals(@Nullable BigDecimal[] untold) {
        for (int column = 0; column < untold.length; column++) {
            BigDecimal value = untold[column];
            if (value != null && decimals != null) {
                decimals.put(column, size - 1, value);
            }
            untold[column] = null;
        }
    }

    /** The decimal of a column in a row that its double does not tell, or null if that tells it. */
    @Nullable BigDecimal untold(int column, int row) {
        return decimals == null ? null : decimals.get(column, row);
    }

    private void date(int day) {
        if (days == null && day != NO_DAY) {
            days = new IntColumn();
            for (int row = 0; row < size; row++) {
                days.add(NO_DAY);
            }
        }
        if (days != null) {
            days.add(day);
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

    /** The number of rows with a fact of a column. */
    int known(int column) {
        return known[column];
    }

    boolean isDated() {
        return days != null;
    }

    int line(int row) {
        return lines.of(row);
    }

    int period(int row) {
        return periods.get(row);
    }

    int day(int row) {
        return days == null ? NO_DAY : days.get(row);
    }

    int cell(int row) {
        return cellOf.get(row);
    }

    void copyPeriods(int[] target, int from) {
        periods.copyTo(target, from);
    }

    void copyCells(int[] target, int from) {
        cellOf.copyTo(target, from);
    }

    void copyDays(int[] target, int from) {
        if (days == null) {
            Arrays.fill(target, from, from + size, NO_DAY);
        } else {
            days.copyTo(target, from);
        }
    }

    /** The value of an input in a row, or the code of the identity; NaN for none. */
    double value(int input, int row) {
        return values[input].get(row);
    }
}
