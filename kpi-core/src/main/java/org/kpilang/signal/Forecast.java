package org.kpilang.signal;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A plain way to go on from a history. None of them looks for its parameters in the data: they are said.
 *
 * <pre>{@code
 * double[] nextYear = Forecast.seasonalNaive(12).of(history, 12);
 * }</pre>
 *
 * <p>NaN stands for a value that is missing, and for a forecast that cannot be made. Source: Hyndman and
 * Athanasopoulos, Forecasting: Principles and Practice, sections 5.2 and 8.2 of the third edition.
 */
@FunctionalInterface
public interface Forecast {

    /**
     * The values after those of a history.
     *
     * @param history the earliest first
     * @param ahead   how many values are wanted, at least 0
     */
    double[] of(double[] history, int ahead);

    /**
     * The value one season before; further ahead, the one of the last season that is known.
     *
     * @param season how many values a season has, such as 12 months
     */
    static Forecast seasonalNaive(int season) {
        if (season < 1) {
            throw new IllegalArgumentException("a season has values, not " + season);
        }
        return (history, ahead) -> IntStream.range(0, ahead)
                .map(step -> history.length - season + step % season)
                .mapToDouble(place -> place < 0 ? Double.NaN : history[place]).toArray();
    }

    /** The line through the first and the last value; it needs two. */
    static Forecast drift() {
        return (history, ahead) -> {
            int[] known = known(history);
            if (known.length < 2) {
                return none(ahead);
            }
            int first = known[0];
            int last = known[known.length - 1];
            double step = (history[last] - history[first]) / (last - first);
            return line(history[last] + step * (history.length - 1 - last), step, ahead);
        };
    }

    /**
     * Holt's linear method: a level and a trend, each between what is new and what was expected. The level begins at
     * the first value, the trend with the mean of the first three steps (of fewer if there are no more), as in the
     * NIST/SEMATECH e-Handbook of Statistical Methods, section 6.4.3.3; it needs two values. Where a value is missing,
     * what was expected stands for it.
     *
     * @param level how much the level follows a new value, from 0 to 1
     * @param trend how much the trend follows a new level, from 0 to 1
     */
    static Forecast holt(double level, double trend) {
        if (!(level >= 0 && level <= 1 && trend >= 0 && trend <= 1)) {
            throw new IllegalArgumentException("no smoothing: " + level + " and " + trend);
        }
        return (history, ahead) -> {
            int[] known = known(history);
            if (known.length < 2) {
                return none(ahead);
            }
            int begun = known[Math.min(known.length - 1, 3)];
            double at = history[known[0]];
            double step = (history[begun] - at) / (begun - known[0]);
            for (int i = known[0] + 1; i < history.length; i++) {
                double expected = at + step;
                double next = Double.isNaN(history[i]) ? expected : level * history[i] + (1 - level) * expected;
                step = trend * (next - at) + (1 - trend) * step;
                at = next;
            }
            return line(at, step, ahead);
        };
    }

    private static int[] known(double[] history) {
        return IntStream.range(0, history.length).filter(i -> !Double.isNaN(history[i])).toArray();
    }

    private static double[] none(int ahead) {
        double[] none = new double[ahead];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static double[] line(double from, double step, int ahead) {
        return IntStream.rangeClosed(1, ahead).mapToDouble(i -> from + i * step).toArray();
    }
}
