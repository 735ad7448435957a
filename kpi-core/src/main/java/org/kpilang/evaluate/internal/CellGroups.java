package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.SliceCondition;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;

/**
 * Which cells of an input's facts make up each slice of a grid under a path. Slices that differ only in what the path
 * lifts are one group. Immutable. Takes four bytes for each group and for each cell of one, and four for each slice if
 * slices share groups.
 */
final class CellGroups {

    private final SliceGrid grid;
    /** The members of each group; those of the slices themselves if nothing is lifted. */
    private final MemberRows groups;
    /** The group of each slice; null if each is one of its own. */
    private final int @Nullable [] groupOfSlice;
    /** The place of each dimension among those of the facts, or -1. */
    private final int[] place;
    /** A dimension that the path needs and the facts lack, or null. */
    private final @Nullable String missing;
    /** Where the cells of each group start; one more entry than groups. */
    private final int[] starts;
    /** The cells, group after group; in a group in their order. */
    private final int[] cells;

    CellGroups(SliceGrid grid, SlicePath path, InputFacts input, Facts facts) {
        this.grid = grid;
        int dimensions = grid.dimensions().size();
        this.place = grid.dimensions().stream().mapToInt(input.dimensions()::indexOf).toArray();
        boolean[] lifted = new boolean[dimensions];
        for (int d = 0; d < dimensions; d++) {
            lifted[d] = path.lifts(grid.dimensions().get(d));
        }
        MemberRows different = new MemberRows(dimensions);
        int[] group = groupOfSlice(lifted, different);
        boolean alone = group == null || different.size() == grid.size();
        this.groups = alone && group == null ? grid.rows() : different;
        this.groupOfSlice = alone ? null : group;
        this.missing = firstMissing(path, input);
        this.starts = new int[groups.size() + 1];
        this.cells = missing == null ? collect(accepted(path, input, facts), input) : new int[0];
    }

    /** Fills in the members that are left of each slice, and returns their rows; null if nothing is lifted. */
    private int @Nullable [] groupOfSlice(boolean[] lifted, MemberRows different) {
        boolean any = false;
        for (boolean each : lifted) {
            any |= each;
        }
        if (!any) {
            return null;
        }
        int[] group = new int[grid.size()];
        int[] asked = new int[lifted.length];
        for (int slice = 0; slice < group.length; slice++) {
            for (int d = 0; d < asked.length; d++) {
                asked[d] = lifted[d] ? SliceGrid.TOTAL : grid.member(slice, d);
            }
            group[slice] = different.add(asked);
        }
        return group;
    }

    /** The number of groups. */
    int groups() {
        return groups.size();
    }

    /** The group of a slice. */
    int groupOfSlice(int slice) {
        return groupOfSlice == null ? slice : groupOfSlice[slice];
    }

    /** Whether there are fewer groups than slices. */
    boolean areShared() {
        return groupOfSlice != null;
    }

    /** The cells of all groups; those of one stand from {@link #start} to before {@link #end}. Not to be changed. */
    int[] cells() {
        return cells;
    }

    /** The index of the first cell of a group. */
    int start(int group) {
        return starts[group];
    }

    /** The index after the last cell of a group; the start of one that has none. */
    int end(int group) {
        return starts[group + 1];
    }

    /** A dimension that the question slices by and the facts of the input are not split by, or null. */
    @Nullable String lacking(int group) {
        if (missing != null) {
            return missing;
        }
        for (int d = 0; d < place.length; d++) {
            if (groups.code(group, d) != SliceGrid.TOTAL && place[d] < 0) {
                return grid.dimensions().get(d);
            }
        }
        return null;
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

    private static boolean[] accepted(SlicePath path, InputFacts input, Facts facts) {
        boolean[] accepted = new boolean[input.cells()];
        Arrays.fill(accepted, true);
        for (SliceCondition condition : path.conditions()) {
            SliceFilter filter = SliceFilter.of(condition, input, facts);
            for (int cell = 0; cell < accepted.length; cell++) {
                accepted[cell] &= filter.accepts(cell);
            }
        }
        return accepted;
    }

    /** Sorts the cells into their groups, by counting; fills in where each group starts. */
    private int[] collect(boolean[] accepted, InputFacts input) {
        List<int[]> found = new ArrayList<>();
        MemberRows patterns = patterns();
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            if (isSplit(patterns, pattern)) {
                int[] groupOfCell = groupOfCell(patterns, pattern, accepted, input);
                for (int group : groupOfCell) {
                    if (group >= 0) {
                        starts[group + 1]++;
                    }
                }
                found.add(groupOfCell);
            }
        }
        for (int group = 1; group < starts.length; group++) {
            starts[group] = Math.addExact(starts[group], starts[group - 1]);
        }
        int[] collected = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int[] groupOfCell : found) {
            for (int cell = 0; cell < groupOfCell.length; cell++) {
                if (groupOfCell[cell] >= 0) {
                    collected[next[groupOfCell[cell]]++] = cell;
                }
            }
        }
        return collected;
    }

    /** The different shapes of groups: 0 where a member is asked, TOTAL where all are. */
    private MemberRows patterns() {
        MemberRows patterns = new MemberRows(place.length);
        int[] pattern = new int[place.length];
        for (int group = 0; group < groups.size(); group++) {
            for (int d = 0; d < pattern.length; d++) {
                pattern[d] = Math.min(groups.code(group, d), 0);
            }
            patterns.add(pattern);
        }
        return patterns;
    }

    private boolean isSplit(MemberRows patterns, int pattern) {
        for (int d = 0; d < place.length; d++) {
            if (patterns.code(pattern, d) != SliceGrid.TOTAL && place[d] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The group of each cell among those of one shape, or -1. */
    private int[] groupOfCell(MemberRows patterns, int pattern, boolean[] accepted, InputFacts input) {
        int[] group = new int[accepted.length];
        int[] members = new int[place.length];
        for (int cell = 0; cell < group.length; cell++) {
            for (int d = 0; d < members.length; d++) {
                members[d] = patterns.code(pattern, d) < 0 ? SliceGrid.TOTAL : input.member(cell, place[d]);
            }
            group[cell] = accepted[cell] ? groups.find(members) : -1;
        }
        return group;
    }
}
