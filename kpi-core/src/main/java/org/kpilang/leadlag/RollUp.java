package org.kpilang.leadlag;

import java.util.Objects;
import org.kpilang.series.Series;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * How a series of a fine grain becomes one of a coarser grain. Two series of different grains are compared at the
 * coarser of the two: what the fine one tells within a period is lost, and leads are counted in the longer periods.
 */
public enum RollUp {
    /** Of flows: revenue, orders. */
    SUM {
        @Override
        double value(Series series, int first, int last) {
            double sum = 0;
            for (int t = first; t <= last; t++) {
                sum += series.valueOr(t, Double.NaN);
            }
            return sum;
        }
    },
    /** Of levels: prices, rates, scores. */
    MEAN {
        @Override
        double value(Series series, int first, int last) {
            return SUM.value(series, first, last) / (last - first + 1);
        }
    },
    /** Of balances: customers, stock on hand. */
    LAST {
        @Override
        double value(Series series, int first, int last) {
            return series.valueOr(last, Double.NaN);
        }
    };

    /** The value over a stretch of indexes, NaN if there is none. */
    abstract double value(Series series, int first, int last);

    /**
     * The series at a coarser grain, or itself at its own. A period that the series covers in part has no value, and a
     * sum or a mean has none if a value within it is missing.
     *
     * @throws IllegalArgumentException if periods of the grain are not made of whole periods of the series
     */
    public Series to(Grain grain, Series series) {
        Period start = Objects.requireNonNull(series, "series is null").first();
        if (grain == start.grain()) {
            return series;
        }
        Calendar calendar = start.calendar();
        if (!calendar.nests(start.grain(), grain)) {
            throw new IllegalArgumentException("a " + grain.word() + " is not made of whole " + start.grain().word()
                    + "s");
        }
        int first = calendar.enclosing(start.grain(), start.ordinal(), grain);
        Series.Builder coarse = Series.builder(new Period(calendar, grain, first));
        for (int period = first; series.size() > 0; period++) {
            int from = calendar.firstWithin(grain, period, start.grain()) - start.ordinal();
            int to = calendar.lastWithin(grain, period, start.grain()) - start.ordinal();
            if (from >= series.size()) {
                break;
            }
            double value = from < 0 || to >= series.size() ? Double.NaN : value(series, from, to);
            if (Double.isFinite(value)) {
                coarse.add(value);
            } else {
                coarse.unknown();
            }
        }
        return coarse.build();
    }
}
