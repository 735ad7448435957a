package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;

/**
 * The selectors of slices between the slice that is asked about and a leaf, in normal form: which dimensions of the
 * asked slice are lifted, and which conditions hold beyond what is left of it.
 */
public record SlicePath(boolean liftsAll, Set<String> lifted, List<SliceCondition> conditions) {

    static final SlicePath NONE = new SlicePath(false, Set.of(), List.of());

    public SlicePath {
        lifted = Set.copyOf(lifted);
        conditions = List.copyOf(conditions);
    }

    public boolean lifts(String dimension) {
        return liftsAll || lifted.contains(dimension);
    }

    /** This path and then a narrower slice. */
    SlicePath then(Selector.Slice slice) {
        List<SliceCondition> all = new ArrayList<>(conditions);
        for (SliceCondition condition : conjuncts(slice.condition())) {
            if (!all.contains(condition)) {
                all.add(condition);
            }
        }
        return new SlicePath(liftsAll, lifted, all);
    }

    /** This path and then a total: what was said of these dimensions, alone or together with others, holds no more. */
    SlicePath then(Selector.All all) {
        if (all.dimensions().isEmpty()) {
            return new SlicePath(true, Set.of(), List.of());
        }
        SortedSet<String> more = new TreeSet<>(lifted);
        more.addAll(all.dimensions());
        List<SliceCondition> left = conditions.stream()
                .filter(condition -> condition.dimensions().stream().noneMatch(all.dimensions()::contains))
                .toList();
        return new SlicePath(liftsAll, more, left);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof SlicePath that && liftsAll == that.liftsAll
                && lifted.equals(that.lifted) && conditions.equals(that.conditions);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Boolean.hashCode(liftsAll) + lifted.hashCode()) + conditions.hashCode();
    }

    private static List<SliceCondition> conjuncts(SliceCondition condition) {
        if (condition instanceof SliceCondition.AllOf all) {
            return all.conditions().stream().flatMap(inner -> conjuncts(inner).stream()).toList();
        }
        return List.of(condition);
    }
}
