package org.kpilang.model.internal;

import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputDefinition;
import org.kpilang.series.Interval;

/** What is known of a summary of values from what is known of each. */
final class RolledUp {

    private RolledUp() {}

    /**
     * The values of an input in any window and slice: a sum may be as large as one likes, and a mean with weights that
     * may be negative can lie anywhere.
     *
     * @param facts  the values of single facts
     * @param sliced whether there may be several slices to add up
     * @param weight the values of the facts that weight it, if there are any
     */
    static Interval ofInput(InputDefinition input, Interval facts, boolean sliced, Interval weight) {
        Interval all = input.absent() instanceof AbsentRule.Zero ? facts.hull(Interval.of(0)) : facts;
        return switch (input.kind()) {
            case FLOW, DISTINCT -> all.sums();
            case STOCK -> sliced ? all.sums() : all;
            case LEVEL -> input.weight() == null || Interval.NOT_NEGATIVE.contains(weight) ? all : Interval.ANY;
            case PEAK, TROUGH -> all;
            case VALUES -> facts;
        };
    }

    /** The values of a statistic of one value or more. */
    static Interval ofStatistic(NamedStatistic statistic, Interval values) {
        if (statistic.counts()) {
            return Interval.NOT_NEGATIVE;
        } else if (statistic.isNumber()) {
            return Interval.atLeast(1);
        } else if (statistic.addsUp()) {
            return values.sums();
        } else if (statistic.staysAmong() || values.isEmpty()) {
            return values;
        }
        double spread = values.high() - values.low();
        return Interval.between(statistic.name().equals("stddev") ? 0 : -spread, spread);
    }
}
