package org.kpilang.scorecard;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.SliceCondition;

/**
 * The slices that a target is declared for: those that satisfy a condition, or all of the business if there is none.
 */
record Coverage(@Nullable SliceCondition condition) {

    /** More members than anybody names: for conditions that name none, or those that are left out. */
    private static final int MANY = 1_000_000;

    /** How many dimensions the condition speaks of. */
    int dimensions() {
        return spokenOf().size();
    }

    /** How many members the condition lets in, for comparison only. */
    int members() {
        return condition == null ? 0 : members(condition);
    }

    /**
     * Whether a slice satisfies the condition. A slice that holds all members of a dimension satisfies nothing said
     * of it.
     */
    boolean holdsFor(Slice slice) {
        return condition == null || condition.holds(dimension -> slice.member(dimension).orElse(null));
    }

    /** Whether a slice is smaller than what the condition speaks of: it is cut by a further dimension. */
    boolean isCutBy(Slice slice) {
        return !spokenOf().containsAll(slice.members().keySet());
    }

    private Set<String> spokenOf() {
        return condition == null ? Set.of() : condition.dimensions();
    }

    private static int members(SliceCondition part) {
        if (part instanceof SliceCondition.Membership membership) {
            return membership.negated() ? MANY : membership.members().size();
        } else if (part instanceof SliceCondition.Bound) {
            return MANY;
        }
        List<SliceCondition> parts = part instanceof SliceCondition.AllOf all ? all.conditions()
                : ((SliceCondition.AnyOf) part).conditions();
        return parts.stream().mapToInt(Coverage::members).sum();
    }
}
