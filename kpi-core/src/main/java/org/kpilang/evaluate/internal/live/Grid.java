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
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.GrowingFacts;
import org.kpilang.facts.GrowingInput;

/**
 * The slices that are asked, as rows that keep their numbers. A row is shown as long as a fact is there in it; the
 * total always is.
 */
final class Grid {

    /** Stands for all members of a dimension. */
    static final int TOTAL = -1;

    private final List<String> dimensions;
    private final GrowingFacts facts;
    private final List<GrowingInput> inputs;
    /** The sets of dimensions asked by, as places among the dimensions. */
    private final List<int[]> groupings;
    private final List<int[]> rows = new ArrayList<>();
    private final Map<Members, Integer> numbers = new HashMap<>();
    private final List<@Nullable Slice> slices = new ArrayList<>();
    /** How many cells of inputs keep a row. */
    private final IntRow cells = new IntRow();
    private int shown;
    private int @Nullable [] order;

    /** @param inputs those that are asked, of which each makes slices of the sets of dimensions that it is split by */
    Grid(List<String> dimensions, List<List<String>> groupings, GrowingFacts facts, List<GrowingInput> inputs) {
        this.dimensions = List.copyOf(dimensions);
        this.facts = facts;
        this.inputs = List.copyOf(inputs);
        this.groupings = groupings.stream().map(grouping -> grouping.stream().mapToInt(dimensions::indexOf).toArray())
                .toList();
        Set<Members> found = new HashSet<>();
        forEachCell((input, cell) -> found.addAll(slices(input, cell)));
        if (this.groupings.stream().anyMatch(grouping -> grouping.length == 0)) {
            found.add(total());
        }
        found.stream().sorted(Comparator.comparing(Members::codes, this::compare)).forEach(this::row);
        forEachCell((input, cell) -> keep(input, cell, 1));
        if (numbers.containsKey(total())) {
            keep(total(), 1);
        }
    }

    private void forEachCell(ObjIntConsumer<GrowingInput> action) {
        for (GrowingInput input : inputs) {
            for (int cell = 0; cell < input.cells(); cell++) {
                if (input.isThere(cell)) {
                    action.accept(input, cell);
                }
            }
        }
    }

    private Members total() {
        int[] all = new int[dimensions.size()];
        Arrays.fill(all, TOTAL);
        return new Members(all);
    }

    /** The slices that a cell makes, but for the total. */
    private List<Members> slices(GrowingInput input, int cell) {
        List<Members> slices = new ArrayList<>(groupings.size());
        for (int[] grouping : groupings) {
            int[] members = new int[dimensions.size()];
            Arrays.fill(members, TOTAL);
            boolean isSplit = grouping.length > 0;
            for (int d : grouping) {
                int place = input.dimensions().indexOf(dimensions.get(d));
                isSplit &= place >= 0;
                members[d] = place < 0 ? TOTAL : input.member(cell, place);
            }
            if (isSplit) {
                slices.add(new Members(members));
            }
        }
        return slices;
    }

    private synchronized int row(Members members) {
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
        slices(input, cell).forEach(members -> keep(members, change));
    }

    private void keep(Members members, int change) {
        int row = row(members);
        int before = cells.get(row);
        cells.set(row, before + change);
        shown += (before == 0 ? 1 : 0) - (before + change == 0 ? 1 : 0);
    }

    /** How many rows would be shown if facts turned up in some more cells. */
    int shownWith(Map<GrowingInput, BitSet> arriving) {
        Set<Members> more = new HashSet<>();
        for (GrowingInput input : inputs) {
            BitSet of = arriving.get(input);
            for (int cell = of == null ? -1 : of.nextSetBit(0); cell >= 0; cell = of.nextSetBit(cell + 1)) {
                for (Members members : slices(input, cell)) {
                    Integer row = numbers.get(members);
                    if (row == null || cells.get(row) == 0) {
                        more.add(members);
                    }
                }
            }
        }
        return shown + more.size();
    }

    /** Takes over which cells have facts now; returns the rows that are shown no more, or again. */
    BitSet update(Map<GrowingInput, GrowingInput.Touched> touched) {
        int before = rows.size();
        BitSet wereShown = new BitSet();
        BitSet met = new BitSet();
        for (GrowingInput input : inputs) {
            GrowingInput.Touched of = touched.get(input);
            if (of == null) {
                continue;
            }
            of.firstFacts().forEach((cell, first) -> {
                boolean was = first != Integer.MAX_VALUE;
                boolean is = input.firstFact(cell) != Integer.MAX_VALUE;
                if (was != is) {
                    for (Members members : slices(input, cell)) {
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

    /** The sets of dimensions asked by, as places among the dimensions. */
    List<int[]> groupings() {
        return groupings;
    }

    int[] members(int row) {
        return rows.get(row);
    }

    synchronized Slice slice(int row) {
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
    synchronized int[] order() {
        int[] known = order;
        if (known == null) {
            known = IntStream.range(0, rows.size()).boxed().sorted((a, b) -> compare(rows.get(a), rows.get(b)))
                    .mapToInt(Integer::intValue).toArray();
            order = known;
        }
        return known;
    }

    /** The order of slices in results, whatever their rows. */
    static Comparator<Slice> order(List<String> dimensions) {
        Comparator<Slice> order = (a, b) -> 0;
        for (String dimension : dimensions) {
            order = order.thenComparing(slice -> slice.member(dimension).orElse(null),
                    Comparator.nullsLast(Comparator.naturalOrder()));
        }
        return order;
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
