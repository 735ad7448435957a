package org.kpilang.facts;

import java.util.Arrays;
import java.util.List;

/** The cells of one set of dimensions, numbered as they turn up. */
final class Cells {

    private final List<String> dimensions;
    private final List<Dictionary> dictionaries;
    private final int width;
    /** The codes looked for. */
    private final int[] wanted;
    private final MemberCodes codes;
    private int last;
    /** The cell that came after each. */
    private int[] following = new int[8];

    Cells(List<String> dimensions, List<Dictionary> dictionaries) {
        this.dimensions = dimensions;
        this.dictionaries = dictionaries;
        this.width = dimensions.size();
        this.wanted = new int[width];
        this.codes = new MemberCodes(width);
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

    String member(int cell, int dimension) {
        return dictionaries.get(dimension).member(code(cell, dimension));
    }

    /** The members of a dimension, which are numbered by these cells and others. */
    Dictionary dictionary(int dimension) {
        return dictionaries.get(dimension);
    }

    /**
     * The cell of some members, a new one if need be.
     *
     * @param members the code of each in its dictionary
     * @param places  the dimension that each member belongs to
     */
    int cell(int[] members, int[] places) {
        for (int i = 0; i < width; i++) {
            wanted[places[i]] = members[i];
        }
        // Tables tend to repeat themselves: what came next the last time is tried first.
        int cell = following[last];
        if (!codes.is(cell, wanted)) {
            cell = codes.number(wanted);
            if (cell == following.length) {
                following = Arrays.copyOf(following, cell * 2);
            }
            following[last] = cell;
        }
        last = cell;
        return cell;
    }

    /** The cells ordered by the texts of their members, the first dimension first. */
    int[] sorted() {
        int size = size();
        StableOrder order = new StableOrder(size);
        int[] keys = new int[size];
        for (int dimension = width - 1; dimension >= 0; dimension--) {
            int[] ranks = dictionaries.get(dimension).ranks();
            for (int cell = 0; cell < size; cell++) {
                keys[cell] = ranks[code(cell, dimension)];
            }
            order.by(keys);
        }
        int[] sorted = new int[size];
        for (int place = 0; place < size; place++) {
            sorted[place] = order.at(place);
        }
        return sorted;
    }
}
