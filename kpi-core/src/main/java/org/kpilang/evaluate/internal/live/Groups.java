package org.kpilang.evaluate.internal.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.kpilang.evaluate.internal.SlicePath;
import org.kpilang.expression.SliceCondition;
import org.kpilang.facts.GrowingFacts;
import org.kpilang.facts.GrowingInput;

/**
 * Which cells of some facts make up each row under a path of slices. Rows that differ only in what the path lifts are
 * one group. Rows and cells may come later; a group keeps its number.
 */
final class Groups {

    private static final int NONE = -1;

    private final Grid grid;
    private final SlicePath path;
    private final List<String> dimensions;
    private final GrowingFacts facts;
    private final boolean lacking;
    private final boolean[] lifted;
    private final int[] place;

    private final IntRow groupOfRow = new IntRow();
    /** The last row of each group, and the one before each row in its group; -1 if there is none. */
    private final IntRow lastRow = new IntRow();
    private final IntRow rowBefore = new IntRow();
    private final Map<Members, Integer> groups = new HashMap<>();
    /** The only cell of each group, or that there is none or several. */
    private final IntRow only = new IntRow();
    /** The cells of groups with several, by their members. */
    private final Map<Integer, int[]> several = new HashMap<>();
    /** How the rows are cut: which dimensions stand for all members. */
    private final boolean[][] cuts;
    /** The groups of each cell, one for each cut. */
    private final IntRow groupsOfCell = new IntRow();
    /** Cells for which there is no row yet. */
    private IntRow open = new IntRow();
    private BitSet askedCells = new BitSet();
    private BitSet answer = new BitSet();
    private int cells;
    private boolean sameAsRows = true;

    Groups(Grid grid, SlicePath path, GrowingInput like, GrowingFacts facts) {
        this.grid = grid;
        this.path = path;
        this.dimensions = like.dimensions();
        this.facts = facts;
        int asked = grid.dimensions().size();
        lifted = new boolean[asked];
        place = new int[asked];
        for (int d = 0; d < asked; d++) {
            lifted[d] = path.lifts(grid.dimensions().get(d));
            place[d] = dimensions.indexOf(grid.dimensions().get(d));
        }
        lacking = path.conditions().stream().flatMap(condition -> condition.dimensions().stream())
                .anyMatch(dimension -> !dimensions.contains(dimension));
        List<boolean[]> different = new ArrayList<>();
        for (int[] grouping : grid.groupings()) {
            boolean[] cut = lifted.clone();
            boolean isSplit = !lacking;
            for (int d = 0; d < asked; d++) {
                int dimension = d;
                cut[d] |= Arrays.stream(grouping).noneMatch(each -> each == dimension);
                isSplit &= cut[d] || place[d] >= 0;
            }
            if (isSplit && different.stream().noneMatch(known -> Arrays.equals(known, cut))) {
                different.add(cut);
            }
        }
        cuts = different.toArray(boolean[][]::new);
        update(like);
    }

    /** Takes in new rows and new cells. */
    void update(GrowingInput like) {
        int before = groups.size();
        askedCells = new BitSet();
        answer = new BitSet();
        for (int row = groupOfRow.size(); row < grid.size(); row++) {
            int[] members = grid.members(row).clone();
            for (int d = 0; d < members.length; d++) {
                members[d] = lifted[d] ? Grid.TOTAL : members[d];
            }
            Members key = new Members(members);
            Integer group = groups.get(key);
            if (group == null) {
                group = groups.size();
                groups.put(key, group);
                only.add(NONE);
                lastRow.add(NONE);
            }
            rowBefore.add(lastRow.get(group));
            lastRow.set(group, row);
            sameAsRows &= group == row;
            groupOfRow.add(group);
        }
        if (lacking) {
            return;
        }
        if (groups.size() > before) {
            IntRow stillOpen = new IntRow();
            for (int i = 0; i < open.size(); i++) {
                if (!place(like, open.get(i), before)) {
                    stillOpen.add(open.get(i));
                }
            }
            open = stillOpen;
        }
        for (; cells < like.cells(); cells++) {
            for (int i = 0; i < cuts.length; i++) {
                groupsOfCell.add(NONE);
            }
            if (isAccepted(like, cells) && !place(like, cells, 0)) {
                open.add(cells);
            }
        }
    }

    private boolean isAccepted(GrowingInput like, int cell) {
        UnaryOperator<String> member = dimension -> facts.member(dimension,
                like.member(cell, dimensions.indexOf(dimension)));
        for (SliceCondition condition : path.conditions()) {
            if (!condition.holds(member)) {
                return false;
            }
        }
        return true;
    }

    /** Puts a cell into its groups, as far as these are new; returns whether there is a group for every cut. */
    private boolean place(GrowingInput like, int cell, int firstGroup) {
        boolean all = true;
        for (int cut = 0; cut < cuts.length; cut++) {
            int[] members = new int[place.length];
            for (int d = 0; d < place.length; d++) {
                members[d] = cuts[cut][d] ? Grid.TOTAL : like.member(cell, place[d]);
            }
            Integer group = groups.get(new Members(members));
            all &= group != null;
            if (group != null && group >= firstGroup) {
                groupsOfCell.set(cell * cuts.length + cut, group);
                add(group, cell, like);
            }
        }
        return all;
    }

    private void add(int group, int cell, GrowingInput like) {
        int[] known = several.get(group);
        if (known == null && only.get(group) == NONE) {
            only.set(group, cell);
            return;
        }
        if (known == null) {
            known = new int[] {1, only.get(group)};
            only.set(group, NONE);
        }
        // The first entry is the number of cells.
        int size = known[0];
        if (size + 1 == known.length) {
            known = Arrays.copyOf(known, 2 * known.length);
        }
        int at = size + 1;
        while (at > 1 && compare(like, known[at - 1], cell) > 0) {
            known[at] = known[at - 1];
            at--;
        }
        known[at] = cell;
        known[0] = size + 1;
        several.put(group, known);
    }

    private int compare(GrowingInput like, int a, int b) {
        for (int d = 0; d < dimensions.size(); d++) {
            if (like.member(a, d) != like.member(b, d)) {
                return facts.member(dimensions.get(d), like.member(a, d))
                        .compareTo(facts.member(dimensions.get(d), like.member(b, d)));
            }
        }
        return 0;
    }

    int size() {
        return groups.size();
    }

    int ofRow(int row) {
        return groupOfRow.get(row);
    }

    /** The groups of some cells. Those of one table are mostly touched alike, so the last answer is kept. */
    BitSet ofCells(BitSet some) {
        if (some.equals(askedCells)) {
            return answer;
        }
        BitSet found = new BitSet(groups.size());
        for (int cut = 0; cut < cuts.length; cut++) {
            // Groups mostly follow each other or are the same, and are then noted together.
            int first = 0;
            int next = 0;
            for (int cell = some.nextSetBit(0); cell >= 0; cell = some.nextSetBit(cell + 1)) {
                int group = ofCell(cell, cut);
                if (group >= 0 && group != next && group != next - 1) {
                    found.set(first, next);
                    first = group;
                    next = group;
                }
                next = Math.max(next, group + 1);
            }
            found.set(first, next);
        }
        askedCells = (BitSet) some.clone();
        answer = found;
        return found;
    }

    /** The rows of some groups. */
    BitSet rowsOf(BitSet some) {
        if (sameAsRows) {
            return some;
        }
        BitSet rows = new BitSet(groupOfRow.size());
        for (int group = some.nextSetBit(0); group >= 0; group = some.nextSetBit(group + 1)) {
            for (int row = lastRow.get(group); row >= 0; row = rowBefore.get(row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    /** Whether every row is a group of its own, by the same number. */
    boolean sameAsRows() {
        return sameAsRows;
    }

    int cuts() {
        return cuts.length;
    }

    /** A group of a cell; -1 if there is none for the cut. */
    int ofCell(int cell, int cut) {
        return groupsOfCell.get(cell * cuts.length + cut);
    }

    /** The number of cells of a group, with facts or without. */
    int count(int group) {
        int[] known = several.get(group);
        return known != null ? known[0] : only.get(group) == NONE ? 0 : 1;
    }

    /** The only cell of a group; -1 if there is none or several. */
    int onlyCell(int group) {
        return only.get(group);
    }

    /** The cells of a group, from the second entry on, in the order of their members; the first is their number. */
    int[] severalCells(int group) {
        int[] known = several.get(group);
        return known != null ? known : only.get(group) == NONE ? new int[1] : new int[] {1, only.get(group)};
    }

    /** A cell of a group, in the order of their members. */
    int cell(int group, int index) {
        int[] known = several.get(group);
        return known != null ? known[index + 1] : only.get(group);
    }
}
