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

/**
 * A target of a KPI, and where it holds.
 *
 * @param forParts  whether it holds for parts of what it is declared for
 * @param due       the period in which it is due, or null if it has no date
 * @param span      the grain of the periods that its figure is for
 * @param tolerance by how much it may be missed; null if that is not said
 * @param total     the number of the question for what has been collected up to a period of a total that is due in a
 *                  longer one; -1 if it is no such total
 */
record Declared(Property.Wanted said, Coverage coverage, boolean forParts, @Nullable Period due, Grain span,
        Target target, Side side, @Nullable Tolerance tolerance, int total) {

    boolean isFor(Slice slice) {
        return coverage.holdsFor(slice) && (forParts || !coverage.isCutBy(slice));
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
