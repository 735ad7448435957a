package org.kpilang.evaluate.internal.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.GrowingFacts;
import org.kpilang.facts.GrowingInput;

/**
 * The slices that are asked, as rows that keep their numbers. A row is shown as long as a fact is there in it; the total
 * always is.
 */
final class Grid {

    /** Stands for all members of a dimension. */
    static final int TOTAL = -1;

    private final List<String> dimensions;
    private final GrowingFacts facts;
    private final List<GrowingInput> split;
    private final List<int[]> rows = new ArrayList<>();
    private final Map<Members, Integer> numbers = new HashMap<>();
    private final List<@Nullable Slice> slices = new ArrayList<>();
    /** How many cells of split inputs keep a row. */
    private final IntRow cells = new IntRow();
    private int shown;
    private int @Nullable [] order;

    /** @param split the inputs whose facts are split by all of the dimensions */
    Grid(List<String> dimensions, GrowingFacts facts, List<GrowingInput> split) {
        this.dimensions = dimensions;
        this.facts = facts;
        this.split = split;
        Set<Members> found = new HashSet<>();
        for (GrowingInput input : split) {
            for (int cell = 0; cell < input.cells(); cell++) {
                if (input.isThere(cell)) {
                    found.addAll(chain(input, cell));
                }
            }
        }
        found.stream().sorted(Comparator.comparing(Members::codes, this::compare)).forEach(this::row);
        for (GrowingInput input : split) {
            for (int cell = 0; cell < input.cells(); cell++) {
                if (input.isThere(cell)) {
                    keep(input, cell, 1);
                }
            }
        }
        if (cells.get(row(total())) == 0) {
            shown++;
        }
        cells.set(row(total()), cells.get(row(total())) + 1);
    }

    private Members total() {
        int[] all = new int[dimensions.size()];
        Arrays.fill(all, TOTAL);
        return new Members(all);
    }

    /** The row of a cell and its totals, from the last dimension to all of them. */
    private List<Members> chain(GrowingInput input, int cell) {
        List<Members> chain = new ArrayList<>(dimensions.size() + 1);
        int[] members = new int[dimensions.size()];
        for (int d = 0; d < members.length; d++) {
            members[d] = input.member(cell, input.dimensions().indexOf(dimensions.get(d)));
        }
        chain.add(new Members(members));
        for (int d = members.length - 1; d >= 0; d--) {
            members = members.clone();
            members[d] = TOTAL;
            chain.add(new Members(members));
        }
        return chain;
    }

    private int row(Members members) {
        Integer known = numbers.get(members);
        if (known != null) {
            return known;
        }
        int number = rows.size();
        numbers.put(members, number);
        rows.add(members.codes());
        slices.add(null);
        cells.add(0);
        order = null;
        return number;
    }

    private void keep(GrowingInput input, int cell, int change) {
        for (Members members : chain(input, cell)) {
            int row = row(members);
            int before = cells.get(row);
            cells.set(row, before + change);
            shown += (before == 0 ? 1 : 0) - (before + change == 0 ? 1 : 0);
        }
    }

    /** How many rows would be shown if facts turned up in some more cells. */
    int shownWith(Map<GrowingInput, BitSet> arriving) {
        Set<Members> more = new HashSet<>();
        for (GrowingInput input : split) {
            BitSet of = arriving.get(input);
            for (int cell = of == null ? -1 : of.nextSetBit(0); cell >= 0; cell = of.nextSetBit(cell + 1)) {
                for (Members members : chain(input, cell)) {
                    Integer row = numbers.get(members);
                    if (row == null || cells.get(row) == 0) {
                        more.add(members);
                    }
                }
            }
        }
        return shown + more.size();
    }

    /** Takes over which cells have facts now; returns the rows that were there before and are shown no more, or again. */
    BitSet update(Map<GrowingInput, GrowingInput.Touched> touched) {
        int before = rows.size();
        BitSet wereShown = new BitSet();
        BitSet met = new BitSet();
        for (GrowingInput input : split) {
            GrowingInput.Touched of = touched.get(input);
            if (of == null) {
                continue;
            }
            of.firstFacts().forEach((cell, first) -> {
                boolean was = first != Integer.MAX_VALUE || dimensionless(input);
                boolean is = input.isThere(cell);
                if (was != is) {
                    for (Members members : chain(input, cell)) {
                        Integer row = numbers.get(members);
                        if (row != null && !met.get(row)) {
                            met.set(row);
                            wereShown.set(row, isShown(row));
                        }
                    }
                    keep(input, cell, is ? 1 : -1);
                }
            });
        }
        BitSet changed = new BitSet();
        met.stream().filter(row -> row < before && isShown(row) != wereShown.get(row)).forEach(changed::set);
        return changed;
    }

    private static boolean dimensionless(GrowingInput input) {
        return input.dimensions().isEmpty();
    }

    int size() {
        return rows.size();
    }

    int shown() {
        return shown;
    }

    boolean isShown(int row) {
        return cells.get(row) > 0;
    }

    List<String> dimensions() {
        return dimensions;
    }

    int[] members(int row) {
        return rows.get(row);
    }

    Slice slice(int row) {
        Slice known = slices.get(row);
        if (known == null) {
            known = Slice.TOTAL;
            for (int d = 0; d < dimensions.size(); d++) {
                if (rows.get(row)[d] != TOTAL) {
                    known = known.and(dimensions.get(d), facts.member(dimensions.get(d), rows.get(row)[d]));
                }
            }
            slices.set(row, known);
        }
        return known;
    }

    /** The row of a slice that is shown; -1 if there is none. */
    int find(Slice slice) {
        int[] members = new int[dimensions.size()];
        for (int d = 0; d < members.length; d++) {
            String member = slice.member(dimensions.get(d)).orElse(null);
            members[d] = member == null ? TOTAL : facts.code(dimensions.get(d), member);
            if (member != null && members[d] < 0) {
                return -1;
            }
        }
        Integer row = dimensions.containsAll(slice.members().keySet()) ? numbers.get(new Members(members)) : null;
        return row == null || !isShown(row) ? -1 : row;
    }

    /** All rows in the order of a result: members by their texts, totals after their parts. */
    int[] order() {
        int[] known = order;
        if (known == null) {
            known = IntStream.range(0, rows.size()).boxed().sorted((a, b) -> compare(rows.get(a), rows.get(b)))
                    .mapToInt(Integer::intValue).toArray();
            order = known;
        }
        return known;
    }

    private int compare(int[] a, int[] b) {
        for (int d = 0; d < a.length; d++) {
            if (a[d] != b[d]) {
                String dimension = dimensions.get(d);
                return a[d] == TOTAL ? 1 : b[d] == TOTAL ? -1
                        : facts.member(dimension, a[d]).compareTo(facts.member(dimension, b[d]));
            }
        }
        return 0;
    }
}
