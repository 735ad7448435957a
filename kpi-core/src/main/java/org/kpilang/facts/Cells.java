package org.kpilang.facts;

import java.util.Arrays;
import java.util.List;

/**
 * The cells of one set of dimensions, numbered as they turn up: an open hash table over member codes, without boxes.
 */
final class Cells {

    private final List<String> dimensions;
    private final List<Dictionary> dictionaries;
    private final int width;
    /** The codes looked for. */
    private final int[] wanted;
    /** Codes of all cells, cell after cell. */
    private int[] codes;
    /** One more than the cell, or 0 where there is none; the length is a power of two. */
    private int[] slots = new int[16];
    private int size;
    private int last;
    /** The cell that came after each. */
    private int[] following = new int[8];

    Cells(List<String> dimensions, List<Dictionary> dictionaries) {
        this.dimensions = dimensions;
        this.dictionaries = dictionaries;
        this.width = dimensions.size();
        this.wanted = new int[width];
        this.codes = new int[8 * width];
    }

    List<String> dimensions() {
        return dimensions;
    }

    int size() {
        return size;
    }

    int code(int cell, int dimension) {
        return codes[cell * width + dimension];
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
        if (cell >= size || !Arrays.equals(codes, cell * width, cell * width + width, wanted, 0, width)) {
            int slot = slot(wanted, 0);
            cell = slots[slot] == 0 ? add(slot) : slots[slot] - 1;
            following[last] = cell;
        }
        last = cell;
        return cell;
    }

    private int add(int slot) {
        if ((size + 1) * width > codes.length) {
            codes = Arrays.copyOf(codes, codes.length * 2);
        }
        if (size == following.length) {
            following = Arrays.copyOf(following, size * 2);
        }
        System.arraycopy(wanted, 0, codes, size * width, width);
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int cell = 0; cell < size; cell++) {
                slots[slot(codes, cell * width)] = cell + 1;
            }
        }
        return size - 1;
    }

    /** The slot that holds the codes at an offset, or the free one where they belong. */
    private int slot(int[] of, int at) {
        int hash = 0;
        for (int i = 0; i < width; i++) {
            hash = (hash + of[at + i]) * 0x9E3779B1;
        }
        int mask = slots.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (slots[slot] != 0
                && !Arrays.equals(codes, (slots[slot] - 1) * width, slots[slot] * width, of, at, at + width)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The cells ordered by the texts of their members, the first dimension first. */
    int[] sorted() {
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
