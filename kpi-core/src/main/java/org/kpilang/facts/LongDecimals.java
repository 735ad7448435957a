package org.kpilang.facts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.series.ShortestDecimal;

/**
 * The decimals of a load that are longer than a double tells, by column and row. A decimal of up to 15 digits is told
 * by its double and takes no memory here.
 */
final class LongDecimals {

    private static final int MOST_DIGITS = 100;
    private static final int MOST_SCALE = 300;

    private final Map<Integer, Map<Integer, BigDecimal>> columns = new HashMap<>();

    /** What a decimal must be so that it is kept, as the end of a sentence. */
    static final String RANGE = "has more than " + MOST_DIGITS + " digits, or more than " + MOST_SCALE
            + " after the point";

    /** Whether a decimal has few enough digits. */
    static boolean fit(BigDecimal value) {
        return value.precision() <= MOST_DIGITS && value.scale() <= MOST_SCALE;
    }

    /** A plain number as a decimal, or null if it has too many digits. */
    static @Nullable BigDecimal parse(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            return fit(value) ? value : null;
        } catch (NumberFormatException farOut) {
            // An exponent of more than nine digits, such as that of a number that is as good as zero.
            return null;
        }
    }

    /** A decimal that its double does not tell, without trailing zeros, or null if that tells it. */
    static @Nullable BigDecimal untold(BigDecimal value) {
        return ShortestDecimal.of(value.doubleValue()).compareTo(value) == 0 ? null : value.stripTrailingZeros();
    }

    void put(int column, int row, BigDecimal value) {
        columns.computeIfAbsent(column, first -> new HashMap<>()).put(row, value);
    }

    /** The decimal of a row that its double does not tell, or null if that tells it. */
    @Nullable BigDecimal get(int column, int row) {
        Map<Integer, BigDecimal> rows = columns.get(column);
        return rows == null ? null : rows.get(row);
    }
}
