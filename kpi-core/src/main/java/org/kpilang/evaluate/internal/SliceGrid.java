package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;

/**
 * The slices in which a program is asked: for each slice a member code of every dimension asked by, or {@link #TOTAL}.
 */
record SliceGrid(List<String> dimensions, List<int[]> slices) {

    /** Stands for all members of a dimension. */
    static final int TOTAL = -1;

    /** Members in the order of their codes, which is that of their texts; totals after their parts. */
    private static final Comparator<int[]> ORDER = (a, b) -> Arrays.compare(
            Arrays.stream(a).map(SliceGrid::rank).toArray(), Arrays.stream(b).map(SliceGrid::rank).toArray());

    SliceGrid {
        dimensions = List.copyOf(dimensions);
        slices = List.copyOf(slices);
    }

    /** Every combination of members that some facts have, and its totals, from the last dimension to all of them. */
    static SliceGrid of(List<String> dimensions, List<InputFacts> inputs) {
        SortedSet<int[]> combinations = new TreeSet<>(ORDER);
        for (InputFacts input : inputs) {
            int[] places = dimensions.stream().mapToInt(input.dimensions()::indexOf).toArray();
            for (int cell = 0; cell < input.cells(); cell++) {
                int[] members = new int[places.length];
                for (int d = 0; d < places.length; d++) {
                    members[d] = input.member(cell, places[d]);
                }
                addWithTotals(members, combinations);
            }
        }
        int[] all = new int[dimensions.size()];
        Arrays.fill(all, TOTAL);
        combinations.add(all);
        return new SliceGrid(dimensions, List.copyOf(combinations));
    }

    private static void addWithTotals(int[] members, SortedSet<int[]> combinations) {
        int[] next = members;
        for (int d = members.length - 1; d >= 0 && combinations.add(next); d--) {
            next = next.clone();
            next[d] = TOTAL;
        }
    }

    private static int rank(int member) {
        return member == TOTAL ? Integer.MAX_VALUE : member;
    }

    int size() {
        return slices.size();
    }

    int member(int slice, int dimension) {
        return slices.get(slice)[dimension];
    }

    /** The slice as a condition for people, or an empty text for the total. */
    String describe(int slice, Facts facts) {
        Slice described = slice(slice, facts);
        return described.isTotal() ? "" : described.toString();
    }

    /** The slices by the names of their members. */
    List<Slice> slices(Facts facts) {
        List<Slice> named = new ArrayList<>(size());
        for (int slice = 0; slice < size(); slice++) {
            named.add(slice(slice, facts));
        }
        return named;
    }

    private Slice slice(int slice, Facts facts) {
        Slice named = Slice.TOTAL;
        for (int d = 0; d < dimensions.size(); d++) {
            if (member(slice, d) != TOTAL) {
                String dimension = dimensions.get(d);
                named = named.and(dimension, facts.members(dimension).get(member(slice, d)));
            }
        }
        return named;
    }
}
