package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.SliceCondition;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;

/**
 * Which cells of an input's facts make up each slice of a grid under a path. Slices that differ only in what the path
 * lifts are one group.
 */
final class CellGroups {

    private final int[] groupOfSlice;
    /** The cells of each group; the array of one group is in the order of the cells. */
    private final List<int[]> cells = new ArrayList<>();
    /** For each group the dimension that the facts lack, or null. */
    private final List<@Nullable String> lacking = new ArrayList<>();

    CellGroups(SliceGrid grid, SlicePath path, InputFacts input, Facts facts) {
        groupOfSlice = new int[grid.size()];
        int dimensions = grid.dimensions().size();
        boolean[] lifted = new boolean[dimensions];
        int[] place = new int[dimensions];
        for (int d = 0; d < dimensions; d++) {
            lifted[d] = path.lifts(grid.dimensions().get(d));
            place[d] = input.dimensions().indexOf(grid.dimensions().get(d));
        }
        String missing = firstMissing(path, input);

        Map<Key, Integer> groups = new HashMap<>();
        List<Key> keys = new ArrayList<>();
        for (int slice = 0; slice < grid.size(); slice++) {
            int[] asked = new int[dimensions];
            for (int d = 0; d < dimensions; d++) {
                asked[d] = lifted[d] ? SliceGrid.TOTAL : grid.member(slice, d);
            }
            Key key = new Key(asked);
            Integer group = groups.putIfAbsent(key, keys.size());
            groupOfSlice[slice] = group == null ? keys.size() : group;
            if (group == null) {
                keys.add(key);
            }
        }

        List<SliceFilter> filters = missing != null ? List.of()
                : path.conditions().stream().map(condition -> SliceFilter.of(condition, input, facts)).toList();
        int[] accepted = accepted(input, filters);
        Map<Key, IntList> found = new HashMap<>();
        for (Key pattern : patterns(keys)) {
            if (missing == null && isSplit(pattern, place)) {
                collect(pattern, place, input, accepted, groups, found);
            }
        }
        for (Key key : keys) {
            IntList members = found.get(key);
            cells.add(members == null ? new int[0] : members.toArray());
            lacking.add(missing != null ? missing : lackingOf(key, place, grid));
        }
    }

    int groups() {
        return cells.size();
    }

    int[] groupOfSlice() {
        return groupOfSlice;
    }

    int[] cells(int group) {
        return cells.get(group);
    }

    /** A dimension that the question slices by and the facts of the input are not split by, or null. */
    @Nullable String lacking(int group) {
        return lacking.get(group);
    }

    private static @Nullable String firstMissing(SlicePath path, InputFacts input) {
        for (SliceCondition condition : path.conditions()) {
            for (String dimension : condition.dimensions()) {
                if (!input.dimensions().contains(dimension)) {
                    return dimension;
                }
            }
        }
        return null;
    }

    private static int[] accepted(InputFacts input, List<SliceFilter> filters) {
        IntList accepted = new IntList();
        for (int cell = 0; cell < input.cells(); cell++) {
            boolean all = true;
            for (SliceFilter filter : filters) {
                all &= filter.accepts(cell);
            }
            if (all) {
                accepted.add(cell);
            }
        }
        return accepted.toArray();
    }

    /** The distinct shapes of keys: 0 where a member is asked, TOTAL where all are. */
    private static List<Key> patterns(List<Key> keys) {
        return keys.stream()
                .map(key -> new Key(Arrays.stream(key.members).map(member -> Math.min(member, 0)).toArray()))
                .distinct()
                .toList();
    }

    private static boolean isSplit(Key pattern, int[] place) {
        for (int d = 0; d < place.length; d++) {
            if (pattern.members[d] != SliceGrid.TOTAL && place[d] < 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String lackingOf(Key key, int[] place, SliceGrid grid) {
        for (int d = 0; d < place.length; d++) {
            if (key.members[d] != SliceGrid.TOTAL && place[d] < 0) {
                return grid.dimensions().get(d);
            }
        }
        return null;
    }

    private static void collect(Key pattern, int[] place, InputFacts input, int[] accepted,
            Map<Key, Integer> groups, Map<Key, IntList> found) {
        for (int cell : accepted) {
            int[] members = new int[place.length];
            for (int d = 0; d < place.length; d++) {
                members[d] = pattern.members[d] == SliceGrid.TOTAL ? SliceGrid.TOTAL : input.member(cell, place[d]);
            }
            Key key = new Key(members);
            if (groups.containsKey(key)) {
                found.computeIfAbsent(key, absent -> new IntList()).add(cell);
            }
        }
    }

    private record Key(int[] members) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && Arrays.equals(members, that.members);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(members);
        }
    }

    /** A growing row of ints. */
    private static final class IntList {

        private int[] items = new int[4];
        private int size;

        void add(int item) {
            if (size == items.length) {
                items = Arrays.copyOf(items, size * 2);
            }
            items[size++] = item;
        }

        int[] toArray() {
            return Arrays.copyOf(items, size);
        }
    }
}
