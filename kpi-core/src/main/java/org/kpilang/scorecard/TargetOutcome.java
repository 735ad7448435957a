package org.kpilang.scorecard;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.time.Period;

/**
 * How a target stands in a slice.
 *
 * @param target   the target as it was said
 * @param due      the period in which it is due; empty if it holds always
 * @param asOf     the period that tells: the last one with a value that counts, or the first that broke a target that
 *                 holds always; empty if there is none
 * @param value    the value of that period; what has been collected by then of a total for a longer one
 * @param goal     what is wanted in the end, or in that period of a target that holds always
 * @param progress how much of the way from the start to the target is done: 0 at the start, 1 at the target, negative
 *                 if it went the other way; empty if it is not known where it started, or if it started there
 * @param required what each period up to the due one must add, or change, to reach the target; empty if it is decided
 * @param pace     whether it gets there in time; empty if it is decided, or if the way to it is not known
 */
public record TargetOutcome(Kpi kpi, Property.Wanted target, Slice slice, Achievement achievement, Optional<Period> due,
        Optional<Period> asOf, OptionalDouble value, Optional<Goal> goal, OptionalDouble progress,
        OptionalDouble required, Optional<Pace> pace) {

    public TargetOutcome {
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(target, "target is null");
        Objects.requireNonNull(slice, "slice is null");
        Objects.requireNonNull(achievement, "achievement is null");
        Objects.requireNonNull(due, "due is null");
        Objects.requireNonNull(asOf, "asOf is null");
        Objects.requireNonNull(value, "value is null");
        Objects.requireNonNull(goal, "goal is null");
        Objects.requireNonNull(progress, "progress is null");
        Objects.requireNonNull(required, "required is null");
        Objects.requireNonNull(pace, "pace is null");
    }

    /**
     * How it stands, in plain words and without a full stop. Names are as they were given; escape them on output.
     */
    public String sentence() {
        return sentence(ValueText.BRIEF);
    }

    /** The same with numbers written in another way, such as that of a report. */
    public String sentence(ValueText text) {
        return Sentences.of(this, text);
    }

    /** Whether the value meets what is wanted in the end, whether or not it is due. */
    public boolean isReached() {
        return value.isPresent() && goal.isPresent() && goal.get().isMetBy(value.getAsDouble());
    }
}
