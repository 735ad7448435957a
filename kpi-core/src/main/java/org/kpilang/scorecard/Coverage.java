package org.kpilang.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.SliceCondition;

/** The slices that a target is declared for. */
final class Coverage {

    /** More members than anybody names: for conditions that name none, or those that are left out. */
    private static final int MANY = 1_000_000;

    private final @Nullable SliceCondition condition;
    private final Set<String> dimensions = new TreeSet<>();
    private int members;

    private Coverage(@Nullable SliceCondition condition) {
        this.condition = condition;
    }

    /** @param condition the condition, or null for all of the business */
    static Coverage of(@Nullable SliceCondition condition) {
        Coverage coverage = new Coverage(condition);
        if (condition != null) {
            coverage.count(condition);
        }
        return coverage;
    }

    private void count(SliceCondition part) {
        if (part instanceof SliceCondition.Membership membership) {
            dimensions.add(membership.dimension());
            members += membership.negated() ? MANY : membership.members().size();
        } else if (part instanceof SliceCondition.Bound bound) {
            dimensions.add(bound.dimension());
            members += MANY;
        } else {
            parts(part).forEach(this::count);
        }
    }

    /** How many dimensions the condition speaks of. */
    int dimensions() {
        return dimensions.size();
    }

    /** How many members the condition lets in, for comparison only. */
    int members() {
        return members;
    }

    /** Whether a slice satisfies the condition. A slice that holds all members of a dimension satisfies nothing said of it. */
    boolean holdsFor(Slice slice) {
        return condition == null || holds(condition, slice);
    }

    /** Whether a slice is smaller than what the condition speaks of: it is cut by a further dimension. */
    boolean isCutBy(Slice slice) {
        return !dimensions.containsAll(slice.members().keySet());
    }

    private static boolean holds(SliceCondition part, Slice slice) {
        if (part instanceof SliceCondition.Membership membership) {
            return slice.member(membership.dimension())
                    .filter(member -> membership.members().contains(member) != membership.negated()).isPresent();
        } else if (part instanceof SliceCondition.Bound bound) {
            return slice.member(bound.dimension()).filter(member -> satisfies(bound, member)).isPresent();
        } else if (part instanceof SliceCondition.AllOf) {
            return parts(part).stream().allMatch(each -> holds(each, slice));
        }
        return parts(part).stream().anyMatch(each -> holds(each, slice));
    }

    private static List<SliceCondition> parts(SliceCondition joined) {
        return joined instanceof SliceCondition.AllOf all ? all.conditions()
                : ((SliceCondition.AnyOf) joined).conditions();
    }

    /** Compares as numbers where both are numbers, otherwise by code points. */
    private static boolean satisfies(SliceCondition.Bound bound, String member) {
        if (isNumber(member) && isNumber(bound.member())) {
            return bound.operator().holds(Double.parseDouble(member), Double.parseDouble(bound.member()));
        }
        int order = Arrays.compare(member.codePoints().toArray(), bound.member().codePoints().toArray());
        return bound.operator().holds(order, 0);
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d+(\\.\\d+)?");
    }
}
