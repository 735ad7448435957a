package org.kpilang.aggregate;

import static org.kpilang.aggregate.NamedStatistic.Trait.ADDS_UP;
import static org.kpilang.aggregate.NamedStatistic.Trait.COUNTS;
import static org.kpilang.aggregate.NamedStatistic.Trait.MEAN;
import static org.kpilang.aggregate.NamedStatistic.Trait.SPREADS;
import static org.kpilang.aggregate.NamedStatistic.merging;
import static org.kpilang.aggregate.NamedStatistic.sorting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The statistics of the language, {@code avg(x over 12 months)}. A new one is one entry of this list. */
public final class Statistics {

    private static final List<NamedStatistic> ALL = List.of(
            merging("sum", Aggregates.SUM, "the sum of the values", ADDS_UP),
            merging("avg", Aggregates.MEAN, "the arithmetic mean of the values", MEAN),
            merging("min", Aggregates.MINIMUM, "the smallest value"),
            merging("max", Aggregates.MAXIMUM, "the largest value"),
            sorting("median", 0, given -> 0.5, "the value in the middle, or the mean of the two in the middle"),
            merging("stddev", Aggregates.DEVIATION, "the sample standard deviation, with n - 1", SPREADS),
            sorting("quantile", 1, given -> given[0],
                    "the value below which a fraction of the values lies, interpolated (type 7)"),
            merging("count", Aggregates.COUNT, "how many values are known", COUNTS),
            merging("first", Aggregates.FIRST, "the first known value"),
            merging("last", Aggregates.LAST, "the last known value"),
            merging("slope", Aggregates.SLOPE, "the slope of the least-squares line, per period", SPREADS));

    private Statistics() {}

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
