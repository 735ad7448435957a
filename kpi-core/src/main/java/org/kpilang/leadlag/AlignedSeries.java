package org.kpilang.leadlag;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kpilang.series.Series;

/** Several series over the periods of all of them, NaN where one has no value. */
final class AlignedSeries {

    private final List<String> names;
    private final double[][] rows;
    private final boolean[] complete;

    private AlignedSeries(List<String> names, double[][] rows) {
        this.names = names;
        this.rows = rows;
        this.complete = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            complete[i] = Arrays.stream(rows[i]).noneMatch(Double::isNaN);
        }
    }

    static AlignedSeries of(Map<String, Series> series) {
        int first = Integer.MAX_VALUE;
        int end = Integer.MIN_VALUE;
        Series other = null;
        for (Series one : series.values()) {
            if (other != null && (one.first().grain() != other.first().grain()
                    || !one.first().calendar().equals(other.first().calendar()))) {
                throw new IllegalArgumentException("series by " + other.first().grain() + " and by "
                        + one.first().grain() + " are not compared");
            }
            other = one;
            first = Math.min(first, one.first().ordinal());
            end = Math.max(end, one.first().ordinal() + one.size());
        }
        double[][] rows = new double[series.size()][];
        int row = 0;
        for (Series one : series.values()) {
            rows[row] = new double[end - first];
            Arrays.fill(rows[row], Double.NaN);
            for (int t = 0; t < one.size(); t++) {
                rows[row][one.first().ordinal() - first + t] = one.valueOr(t, Double.NaN);
            }
            row++;
        }
        return new AlignedSeries(List.copyOf(series.keySet()), rows);
    }

    int size() {
        return rows.length;
    }

    List<String> names() {
        return names;
    }

    /** The number of periods, which is that of each row. */
    int periods() {
        return rows.length == 0 ? 0 : rows[0].length;
    }

    double[] row(int series) {
        return rows[series];
    }

    /** Whether a series has a value in every period. */
    boolean isComplete(int series) {
        return complete[series];
    }
}
