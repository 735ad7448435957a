package org.kpilang.scorecard;

import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.time.Period;

/**
 * A KPI before and after something happened: the means of its values in as many periods on either side. Whether the event
 * was the cause, no such comparison can tell: what else changed at the time, a season or a trend, is in it as well.
 *
 * @param before the mean of the values before; empty without any
 * @param after  the mean of the values from the period of the event on; empty without any
 * @param known  how many periods of both have a value
 * @param apart  whether every value after lies on the same side of every value before
 */
public record BeforeAndAfter(Kpi kpi, OptionalDouble before, OptionalDouble after, int known, boolean apart) {

    /**
     * Compares the periods of a result.
     *
     * @param event  the first period after; it counts as after
     * @param length how many periods on either side, at most as many as were asked
     * @throws NoSuchElementException if the event lies outside the result
     */
    public static BeforeAndAfter of(Result result, int kpi, int slice, Period event, int length) {
        int at = event.ordinal() - result.window().first();
        if (event.grain() != result.window().grain() || at < 0 || at >= result.periods()) {
            throw new NoSuchElementException("the period " + event + " was not asked");
        }
        Side before = Side.of(result, kpi, slice, Math.max(0, at - length), at);
        Side after = Side.of(result, kpi, slice, at, Math.min(result.periods(), at + length));
        boolean apart = before.known > 0 && after.known > 0 && (after.least > before.most || after.most < before.least);
        return new BeforeAndAfter(result.kpis().get(kpi), before.mean(), after.mean(), before.known + after.known, apart);
    }

    private record Side(int known, double sum, double least, double most) {

        static Side of(Result result, int kpi, int slice, int from, int to) {
            int known = 0;
            double sum = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int period = from; period < to; period++) {
                if (result.hasValue(kpi, slice, period)) {
                    double value = result.valueOr(kpi, slice, period, Double.NaN);
                    known++;
                    sum += value;
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            return new Side(known, sum, least, most);
        }

        OptionalDouble mean() {
            return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / known);
        }
    }

    /** The mean after less the mean before; empty unless both are known. */
    public OptionalDouble change() {
        return before.isPresent() && after.isPresent()
                ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble()) : OptionalDouble.empty();
    }

    /** The change, positive if it is for the better; empty if the KPI does not say that higher or lower is better. */
    public OptionalDouble improvement() {
        Property.Better.Way way = kpi.property(Property.Better.class).map(Property.Better::way)
                .orElse(Property.Better.Way.BETWEEN);
        return change().isEmpty() || way == Property.Better.Way.BETWEEN ? OptionalDouble.empty()
                : OptionalDouble.of(way == Property.Better.Way.HIGHER ? change().getAsDouble()
                        : -change().getAsDouble());
    }
}
