package org.kpilang.scorecard;

import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.model.Property;
import org.kpilang.series.Interval;

/**
 * On which side of a target the good values lie: as the KPI says what is better, else as the target leads away from
 * where it starts, or from the baseline.
 *
 * @param way      what is better; null if it is not said
 * @param strict   whether the target itself is not good enough: a value to be bettered
 * @param low      the lower end of a good range; null unless there is one
 * @param high     the upper end of a good range; null unless there is one
 * @param baseline where the KPI started; null if that is not known
 */
record Side(Property.Better.@Nullable Way way, boolean strict, @Nullable Target low, @Nullable Target high,
        @Nullable Target baseline) {

    /** The values that meet a target; empty if it is not known on which side they lie. */
    Interval wanted(double wanted, Target target, Answers answers, int slice, int period) {
        Property.Better.Way better = way;
        if (better == null) {
            double ahead = target.end(answers, slice, period) - base(target, answers, slice, period);
            better = ahead > 0 ? Property.Better.Way.HIGHER : ahead < 0 ? Property.Better.Way.LOWER : null;
        }
        if (better == null) {
            return Interval.NONE;
        }
        return switch (better) {
            case HIGHER -> strict ? Interval.above(wanted) : Interval.atLeast(wanted);
            case LOWER -> strict ? Interval.below(wanted) : Interval.atMost(wanted);
            case BETWEEN -> range(wanted, answers, slice, period);
        };
    }

    /** On the way to a good range, all between the target and the range is good. */
    private Interval range(double wanted, Answers answers, int slice, int period) {
        double from = low == null ? Double.NaN : low.at(answers, slice, period);
        double to = high == null ? Double.NaN : high.at(answers, slice, period);
        return Double.isNaN(from) || Double.isNaN(to) ? Interval.NONE
                : Interval.between(Math.min(from, wanted), Math.max(to, wanted));
    }

    /** Where a target starts from: where it says so itself, else the baseline; NaN if that is not known. */
    double base(Target target, Answers answers, int slice, int period) {
        double start = target.start(answers, slice, period);
        return Double.isNaN(start) && baseline != null ? baseline.at(answers, slice, period) : start;
    }
}
