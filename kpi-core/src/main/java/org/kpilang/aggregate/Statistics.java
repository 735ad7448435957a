package org.kpilang.aggregate;

import static org.kpilang.aggregate.NamedStatistic.Trait.ADDS_UP;
import static org.kpilang.aggregate.NamedStatistic.Trait.COUNTS;
import static org.kpilang.aggregate.NamedStatistic.Trait.DIVIDES;
import static org.kpilang.aggregate.NamedStatistic.Trait.MEAN;
import static org.kpilang.aggregate.NamedStatistic.Trait.PLACE;
import static org.kpilang.aggregate.NamedStatistic.Trait.SMOOTHS;
import static org.kpilang.aggregate.NamedStatistic.Trait.SPREADS;
import static org.kpilang.aggregate.NamedStatistic.merging;
import static org.kpilang.aggregate.NamedStatistic.other;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.aggregate.NamedStatistic.Argument;
import org.kpilang.aggregate.NamedStatistic.Example;

/** The statistics of the language, {@code avg(x over 12 months)}. A new one is one entry of this list. */
public final class Statistics {

    /** The values of {@code sales} in four months, over which the examples are worked out in the last of them. */
    public static final List<Double> EXAMPLE = List.of(4.0, 2.0, 9.0, 5.0);

    private static final Argument FRACTION = new Argument("fraction", fraction -> fraction >= 0 && fraction <= 1, "95%",
            "the fraction of `quantile` lies between 0 and 1, not at",
            "for the value that 95 of 100 do not exceed, write `95%`");
    private static final Argument SMOOTHING = new Argument("smoothing",
            smoothing -> smoothing > 0 && (smoothing < 1 || smoothing == Math.rint(smoothing) && smoothing <= 1e9), "3",
            "the smoothing of `ewma` is a whole number of periods or a weight between 0 and 1, not",
            "write `3` to smooth over 3 periods, or `25%` to give the newest value a weight of 25%");

    private static final List<NamedStatistic> ALL = List.of(
            merging("sum", Aggregates.SUM, example("sum(sales over 3 months)", "16"), "the sum of the values", ADDS_UP),
            merging("avg", Aggregates.MEAN, example("avg(sales over 4 months)", "5"),
                    "the arithmetic mean of the values", MEAN),
            merging("min", Aggregates.MINIMUM, example("min(sales over 4 months)", "2"), "the smallest value"),
            merging("max", Aggregates.MAXIMUM, example("max(sales over 4 months)", "9"), "the largest value"),
            other("median", null, given -> new SortedWindow(0.5), example("median(sales over 4 months)", "4.5"),
                    "the value in the middle, or the mean of the two in the middle", DIVIDES),
            merging("stddev", Aggregates.DEVIATION, example("stddev(sales over 2 months)", "2.8284271247461903"),
                    "the sample standard deviation, with n - 1", SPREADS),
            other("quantile", FRACTION, given -> new SortedWindow(given[0]),
                    example("quantile(sales over 4 months, 75%)", "6"),
                    "the value below which a fraction of the values lies, interpolated (type 7)", DIVIDES),
            merging("count", Aggregates.COUNT, example("count(sales over 6 months)", "4"), "how many values are known",
                    COUNTS),
            merging("first", Aggregates.FIRST, example("first(sales over 3 months)", "2"), "the first known value"),
            merging("last", Aggregates.LAST, example("last(sales over 3 months)", "5"), "the last known value"),
            merging("slope", Aggregates.SLOPE, example("slope(sales over 3 months)", "1.5"),
                    "the slope of the least-squares line, per period", SPREADS),
            other("rank", null, given -> new RankedWindow(), example("rank(sales over 4 months)", "2"),
                    "the place of the last value among the values, 1 for the highest; equal values share the best place",
                    PLACE),
            other("ewma", SMOOTHING, given -> new OrderedWindow(new Ewma(given[0])),
                    example("ewma(sales over 4 months, 3)", "5.5"),
                    "the exponentially weighted moving average, which begins with the first known value", SMOOTHS));

    private Statistics() {}

    private static Example example(String formula, String value) {
        return new Example(formula, value);
    }

    /** The statistic of a name, if there is one. */
    public static Optional<NamedStatistic> named(String name) {
        Objects.requireNonNull(name, "name is null");
        return ALL.stream().filter(statistic -> statistic.name().equals(name)).findFirst();
    }

    /** All names, in the order in which they are explained. */
    public static List<String> names() {
        return ALL.stream().map(NamedStatistic::name).toList();
    }

    /** All statistics, in the same order. */
    public static List<NamedStatistic> all() {
        return ALL;
    }
}
