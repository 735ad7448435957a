package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.StringJoiner;
import org.kpilang.facts.Facts;

/**
 * The slices in which a program is asked: for each slice a member code of every dimension asked by, or {@link #TOTAL}.
 */
record SliceGrid(List<String> dimensions, List<int[]> slices) {

    /** Stands for all members of a dimension. */
    static final int TOTAL = -1;

    SliceGrid {
        dimensions = List.copyOf(dimensions);
        slices = List.copyOf(slices);
    }

    int size() {
        return slices.size();
    }

    /** The slice as a condition for people, or an empty text for the total. */
    String describe(int slice, Facts facts) {
        StringJoiner text = new StringJoiner(", ");
        for (int d = 0; d < dimensions.size(); d++) {
            if (member(slice, d) != TOTAL) {
                text.add(dimensions.get(d) + " = " + facts.members(dimensions.get(d)).get(member(slice, d)));
            }
        }
        return text.toString();
    }

    int member(int slice, int dimension) {
        return slices.get(slice)[dimension];
    }
}
