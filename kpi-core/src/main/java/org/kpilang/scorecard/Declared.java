package org.kpilang.scorecard;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Property;
import org.kpilang.series.Interval;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * A target of a KPI, and where it holds.
 *
 * @param forParts  whether it holds for parts of what it is declared for
 * @param due       the period in which it is due, or null if it has no date
 * @param begun     the period at whose end the way to it begins, or null if that is not known
 * @param span      the grain of the periods that its figure is for
 * @param tolerance by how much it may be missed; null if that is not said
 * @param total     the number of the question for what has been collected up to a period of a total that is due in a
 *                  longer one; -1 if it is no such total
 */
record Declared(Property.Wanted said, Coverage coverage, boolean forParts, @Nullable Period due,
        @Nullable Period begun, Grain span, Target target, Side side, @Nullable Tolerance tolerance, int total) {

    boolean isFor(Slice slice) {
        return coverage.holdsFor(slice) && (forParts || !coverage.isCutBy(slice));
    }

    /** Whether it is reached at a time; what leads in a direction holds always, also during a period. */
    boolean isDated() {
        return due != null && !(said instanceof Property.TargetDirection);
    }

    Period duePeriod() {
        if (due == null) {
            throw new IllegalStateException("a target without a date");
        }
        return due;
    }

    /** The period of a grain in which the one ends that is due. */
    int dueOrdinal(Window asked) {
        return asked.calendar().ordinal(asked.grain(), duePeriod().window().lastDay());
    }

    /** Whether nobody says whether more or less is better, so that nothing can be said of it. */
    boolean isWithoutSide(Answers answers, int slice, int period) {
        return side.way() == null && target.end(answers, slice, period) == side.base(target, answers, slice, period)
                || side.way() == null && Double.isNaN(side.base(target, answers, slice, period));
    }

    boolean holds(Slice slice, int period) {
        return isFor(slice) && target.holdsIn(period);
    }

    /** What is wanted in a cell in which it holds; empty if the target, or on which side it lies, is not known. */
    Optional<Goal> goal(Answers answers, int slice, int period) {
        return goal(target.at(answers, slice, period), answers, slice, period);
    }

    /** What is wanted in the end. */
    Optional<Goal> end(Answers answers, int slice, int period) {
        return goal(target.end(answers, slice, period), answers, slice, period);
    }

    private Optional<Goal> goal(double wanted, Answers answers, int slice, int period) {
        double tolerated = tolerance == null ? 0 : tolerance.from(wanted, answers, slice, period);
        Interval good = Double.isNaN(wanted) ? Interval.NONE : side.wanted(wanted, target, answers, slice, period);
        return good.isEmpty() || Double.isNaN(tolerated) || tolerated < 0 ? Optional.empty()
                : Optional.of(Goal.of(wanted, good, tolerated));
    }

    /** Where it starts from; NaN if that is not known. */
    double base(Answers answers, int slice, int period) {
        return total >= 0 ? 0 : side.base(target, answers, slice, period);
    }

    /** Whether this one counts, and not one declared before it or for no smaller a part. */
    boolean isRatherThan(Declared other, LocalDate end) {
        if (coverage.dimensions() != other.coverage.dimensions()
                || coverage.members() != other.coverage.members()) {
            return false;
        }
        int rank = rank(end);
        int otherRank = other.rank(end);
        return rank != otherRank ? rank < otherRank : switch (rank) {
            case 0 -> lastDay().isBefore(other.lastDay());
            case 1 -> lastDay().isAfter(other.lastDay());
            default -> span.compareTo(other.span) > 0;
        };
    }

    /** The last day of the period in which it is due; the last of all days if it has no date. */
    private LocalDate lastDay() {
        return due == null ? LocalDate.MAX : due.window().lastDay();
    }

    /** 0 if it is still to be reached, 1 if it was due before, 2 if it has no date. */
    private int rank(LocalDate end) {
        return due == null ? 2 : lastDay().isBefore(end) ? 1 : 0;
    }
}
