package org.kpilang.evaluate.internal;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.aggregate.Windows;

/**
 * How fast a statistic changes when the values do that it summarises: the one-sided derivative along their direction.
 */
final class SlopeOfStatistic {

    private static final double NEARBY = Math.cbrt(Math.ulp(1.0));

    private SlopeOfStatistic() {}

    /**
     * @param values  one for each period; NaN where there is none
     * @param changes how fast they change
     */
    static double of(NamedStatistic statistic, List<Double> arguments, double[] values, double[] changes, Motion motion) {
        return switch (statistic.name()) {
            // These are linear in the values.
            case "sum", "avg", "first", "last", "slope", "ewma" -> summary(statistic, arguments, changes);
            case "count" -> 0;
            case "min", "max", "median", "quantile" -> inOrder(statistic, arguments, values, changes);
            case "stddev" -> deviation(values, changes);
            default -> statistic.isNumber() ? step(row -> summary(statistic, arguments, row), values, changes, motion)
                    : fromNearby(statistic, arguments, values, changes, motion);
        };
    }

    /** How fast what is asked of the values of events changes. */
    static double ofEvents(Reading reading, double[] values, double[] changes, Motion motion) {
        return reading instanceof Reading.OfEvents events
                ? of(events.statistic(), events.arguments(), values, changes, motion)
                : step(row -> summary(reading, row), values, changes, motion);
    }

    private static double summary(Reading reading, double[] events) {
        double[] out = new double[1];
        EventSummary.of(reading).run(events, events.length, new int[] {0}, new int[] {events.length - 1}, 1, out, 0);
        return out[0];
    }

    private static double summary(NamedStatistic statistic, List<Double> arguments, double[] row) {
        double[] out = new double[1];
        statistic.summary(arguments.stream().mapToDouble(Double::doubleValue).toArray())
                .run(row, 0, Windows.one(0, row.length - 1, row.length, 0), out, 0, new int[1]);
        return out[0];
    }

    /**
     * What lies at a place in the order of the values moves like the value there; of equal values the slowest comes
     * first. The statistic of the changes in that order would put them in another: each counts as much as its place
     * does.
     */
    private static double inOrder(NamedStatistic statistic, List<Double> arguments, double[] values, double[] changes) {
        int[] order = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> values[i]).thenComparingDouble(i -> changes[i]))
                .mapToInt(Integer::intValue).toArray();
        double fraction = switch (statistic.name()) {
            case "min" -> 0;
            case "max" -> 1;
            case "median" -> 0.5;
            default -> arguments.get(0);
        };
        double place = fraction * (order.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(order.length - 1, below + 1);
        double part = place - below;
        return changes[order[below]] * (1 - part) + changes[order[above]] * part;
    }

    private static double deviation(double[] values, double[] changes) {
        int[] known = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
        double mean = IntStream.of(known).mapToDouble(i -> values[i]).average().orElse(0);
        double drift = IntStream.of(known).mapToDouble(i -> changes[i]).average().orElse(0);
        double squares = IntStream.of(known).mapToDouble(i -> (values[i] - mean) * (values[i] - mean)).sum();
        double products = IntStream.of(known).mapToDouble(i -> (values[i] - mean) * (changes[i] - drift)).sum();
        double moving = IntStream.of(known).mapToDouble(i -> (changes[i] - drift) * (changes[i] - drift)).sum();
        // Values that are all equal spread as fast as they move apart.
        return squares == 0 ? Math.sqrt(moving / (known.length - 1)) : products / Math.sqrt(squares * (known.length - 1));
    }

    /** What counts, such as a place or the part within a bound, changes at once or not at all. */
    private static double step(ToDoubleFunction<double[]> counts, double[] values, double[] changes, Motion motion) {
        double[] next = new double[values.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = changes[i] == 0 ? values[i]
                    : Math.nextAfter(values[i], Math.copySign(Double.POSITIVE_INFINITY, changes[i]));
        }
        double step = counts.applyAsDouble(next) - counts.applyAsDouble(values);
        if (step != 0) {
            motion.jumps();
            return Math.copySign(Double.POSITIVE_INFINITY, step);
        }
        return 0;
    }

    private static double fromNearby(NamedStatistic statistic, List<Double> arguments, double[] values, double[] changes,
            Motion motion) {
        motion.approximates();
        double step = NEARBY;
        return (4 * summary(statistic, arguments, moved(values, changes, step))
                - summary(statistic, arguments, moved(values, changes, 2 * step))
                - 3 * summary(statistic, arguments, values)) / (2 * step);
    }

    private static double[] moved(double[] values, double[] changes, double step) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i] + step * changes[i]).toArray();
    }
}
