package org.kpilang.explain;

import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.unit.Unit;

/**
 * What one thing adds to a change.
 *
 * @param label  what it is, in words: {@code revenue, last 12 months}
 * @param sort   what sort of thing it is
 * @param input  the name of the input, or null if it is none
 * @param member the member of the dimension that the change was split by, or null
 * @param unit   the unit of {@code before} and {@code after}
 * @param before its own value before; empty if there is none, or if the row is made of several
 * @param after  its own value after
 * @param amount what it adds, in the unit of the KPI; for a percentage as a ratio, 0.01 is a point
 */
public record Contribution(
        String label, Sort sort, @Nullable String input, @Nullable String member, Unit unit, OptionalDouble before,
        OptionalDouble after, double amount) {

    /** What moved. */
    public enum Sort {
        /** An input, a statistic or a length of time. */
        VALUE,
        /** A member of a dimension that had nothing before. */
        NEW,
        /** A member of a dimension that has nothing after. */
        GONE,
        /** A condition, or the lack of a value, that leads to another branch of the formula. */
        BRANCH,
        /** Another definition of a KPI that holds. */
        DEFINITION,
        /** A part of the formula whose own parts cannot be told apart. */
        TOGETHER,
        /** What rounding within the computer leaves over. */
        RESIDUAL
    }

    public Contribution {
        Objects.requireNonNull(label, "label is null");
        Objects.requireNonNull(sort, "sort is null");
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(before, "before is null");
        Objects.requireNonNull(after, "after is null");
    }

    /** The same row with what another of the same name adds. */
    Contribution plus(Contribution other) {
        return new Contribution(label, sort, input, member, unit, OptionalDouble.empty(), OptionalDouble.empty(),
                amount + other.amount);
    }

    Contribution labelled(String other) {
        return new Contribution(other, sort, input, member, unit, before, after, amount);
    }
}
