package org.kpilang.facts;

import java.util.List;
import java.util.stream.IntStream;

/** The combinations of members of some dimensions, numbered as they turn up. Inputs that are split alike share them. */
final class GrowingCells {

    private final List<String> dimensions;
    private final List<GrowingTexts> members;
    private final MemberCodes codes;
    /** The cell that was looked up last; the next one is mostly the next. */
    private int last = -1;

    GrowingCells(List<String> dimensions, List<GrowingTexts> members) {
        this(dimensions, members, new MemberCodes(dimensions.size()));
    }

    private GrowingCells(List<String> dimensions, List<GrowingTexts> members, MemberCodes codes) {
        this.dimensions = dimensions;
        this.members = members;
        this.codes = codes;
    }

    List<String> dimensions() {
        return dimensions;
    }

    int size() {
        return codes.size();
    }

    int code(int cell, int dimension) {
        return codes.code(cell, dimension);
    }

    /** The cell of some member codes; -1 if there is none and none is to be made. */
    int cell(int[] wanted, boolean make) {
        last = codes.is(last + 1, wanted) ? last + 1 : make ? codes.number(wanted) : codes.find(wanted);
        return last;
    }

    /** The same cells over members with the same codes. */
    GrowingCells copy(List<GrowingTexts> others) {
        return new GrowingCells(dimensions, others, codes.copy());
    }

    /** The cells ordered by the texts of their members, the first dimension first. */
    int[] sorted() {
        return IntStream.range(0, size()).boxed().sorted(this::compare).mapToInt(Integer::intValue).toArray();
    }

    private int compare(int a, int b) {
        for (int d = 0; d < dimensions.size(); d++) {
            if (code(a, d) != code(b, d)) {
                return members.get(d).text(code(a, d)).compareTo(members.get(d).text(code(b, d)));
            }
        }
        return 0;
    }
}
