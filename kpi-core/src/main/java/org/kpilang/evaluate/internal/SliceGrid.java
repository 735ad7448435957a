package org.kpilang.evaluate.internal;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;

/**
 * The slices in which a program is asked: for each slice a member code of every dimension asked by, or {@link #TOTAL}.
 * They are in the order of their members, the first dimension first; totals come after their parts. Takes twelve bytes
 * and four more a dimension for each slice.
 */
final class SliceGrid {

    /** Stands for all members of a dimension. */
    static final int TOTAL = -1;

    private final List<String> dimensions;
    private final MemberRows rows;

    private SliceGrid(List<String> dimensions, MemberRows rows) {
        this.dimensions = List.copyOf(dimensions);
        this.rows = rows;
    }

    /** The total alone. */
    static SliceGrid total() {
        MemberRows rows = new MemberRows(0);
        rows.add(new int[0]);
        return new SliceGrid(List.of(), rows);
    }

    /**
     * Every combination of members that some facts have, for each of some groupings.
     *
     * @param groupings sets of the dimensions; the slices of each are the combinations in all inputs that are split by
     *                  all of its dimensions, and the total for the empty one
     * @param most      how many slices are of use; some time after this number no more are looked for
     */
    static SliceGrid of(List<String> dimensions, List<List<String>> groupings, List<InputFacts> inputs, Facts facts,
            long most) {
        MemberRows rows = new MemberRows(dimensions.size());
        for (List<String> grouping : groupings) {
            if (rows.size() > most) {
                break;
            } else if (grouping.isEmpty()) {
                int[] total = new int[dimensions.size()];
                Arrays.fill(total, TOTAL);
                rows.add(total);
            } else {
                addCombinations(dimensions, grouping, inputs, rows);
            }
        }
        return new SliceGrid(dimensions,
                rows.sorted(dimensions.stream().mapToInt(dimension -> facts.members(dimension).size()).toArray()));
    }

    private static void addCombinations(
            List<String> dimensions, List<String> grouping, List<InputFacts> inputs, MemberRows rows) {
        int[] row = new int[dimensions.size()];
        for (int i = 0; i < inputs.size(); i++) {
            InputFacts input = inputs.get(i);
            if (!input.dimensions().containsAll(grouping) || isRepeated(inputs, i)) {
                continue;
            }
            int[] places = dimensions.stream()
                    .mapToInt(dimension -> grouping.contains(dimension) ? input.dimensions().indexOf(dimension) : TOTAL)
                    .toArray();
            for (int cell = 0; cell < input.cells(); cell++) {
                for (int d = 0; d < row.length; d++) {
                    row[d] = places[d] < 0 ? TOTAL : input.member(cell, places[d]);
                }
                rows.add(row);
            }
        }
    }

    /** Whether an earlier input has the same cells, as those of one table do. */
    private static boolean isRepeated(List<InputFacts> inputs, int which) {
        return inputs.subList(0, which).stream().anyMatch(inputs.get(which)::hasSameCells);
    }

    List<String> dimensions() {
        return dimensions;
    }

    int size() {
        return rows.size();
    }

    int member(int slice, int dimension) {
        return rows.code(slice, dimension);
    }

    /** The members of each slice as rows, which are not to be changed. */
    MemberRows rows() {
        return rows;
    }

    /** The number of a slice, or -1 if it is not among them. */
    int number(Slice slice, Facts facts) {
        int[] row = new int[dimensions.size()];
        int members = 0;
        for (int d = 0; d < row.length; d++) {
            String dimension = dimensions.get(d);
            String member = slice.member(dimension).orElse(null);
            row[d] = member == null ? TOTAL : Collections.binarySearch(facts.members(dimension), member);
            if (member != null && row[d] < 0) {
                return -1;
            }
            members += member == null ? 0 : 1;
        }
        return members == slice.members().size() ? rows.find(row) : -1;
    }

    /** The slice as a condition for people, or an empty text for the total. */
    String describe(int slice, Facts facts) {
        Slice described = slice(slice, facts);
        return described.isTotal() ? "" : described.toString();
    }

    /** The slices by the names of their members, each made when it is asked for. */
    List<Slice> slices(Facts facts) {
        return new Named(facts);
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

    /** A list that holds no slices; it is searched by looking up. */
    private final class Named extends AbstractList<Slice> implements RandomAccess {

        private final Facts facts;

        Named(Facts facts) {
            this.facts = facts;
        }

        @Override
        public Slice get(int index) {
            return slice(Objects.checkIndex(index, size()), facts);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public int indexOf(Object slice) {
            return slice instanceof Slice named ? number(named, facts) : -1;
        }

        @Override
        public int lastIndexOf(Object slice) {
            return indexOf(slice);
        }

        @Override
        public boolean contains(Object slice) {
            return indexOf(slice) >= 0;
        }
    }
}
