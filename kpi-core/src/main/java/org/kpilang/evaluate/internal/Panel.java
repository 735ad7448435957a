package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.SliceCondition;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;

/**
 * Facts and the slices in which they are asked. Which cells make up which slice is found out once for each path and each
 * layout of cells, and shared by all leaves. Thread-safe.
 */
final class Panel {

    private final SliceGrid grid;
    private final Facts facts;
    private final Map<Key, List<Layout>> layouts = new HashMap<>();

    Panel(SliceGrid grid, Facts facts) {
        this.grid = grid;
        this.facts = facts;
    }

    SliceGrid grid() {
        return grid;
    }

    Facts facts() {
        return facts;
    }

    /** The number of slices. */
    int size() {
        return grid.size();
    }

    /** Which cells of an input make up each slice under a path. */
    synchronized CellGroups groups(SlicePath path, InputFacts input) {
        List<String> lifted = grid.dimensions().stream().filter(path::lifts).toList();
        List<Layout> known = layouts.computeIfAbsent(new Key(lifted, path.conditions()), none -> new ArrayList<>());
        for (Layout layout : known) {
            if (layout.input().hasSameCells(input)) {
                return layout.groups();
            }
        }
        CellGroups groups = new CellGroups(grid, path, input, facts);
        known.add(new Layout(input, groups));
        return groups;
    }

    /** What of a path tells apart which cells make up which slice. */
    private record Key(List<String> lifted, List<SliceCondition> conditions) {

        // Equality is written out as it is for selectors, for the sake of a cold start.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && lifted.equals(key.lifted) && conditions.equals(key.conditions);
        }

        @Override
        public int hashCode() {
            return 31 * lifted.hashCode() + conditions.hashCode();
        }
    }

    /** The groups of all inputs whose cells are those of one. */
    private record Layout(InputFacts input, CellGroups groups) {}
}
