package org.kpilang.facts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The combinations of members of some dimensions, numbered as they turn up. Inputs that are split alike share them. */
final class GrowingCells {

    private final List<String> dimensions;
    private final List<GrowingTexts> members;
    private final int width;
    /** Codes of all cells, cell after cell. */
    private int[] codes;
    /** One more than the cell, or 0 where there is none; the length is a power of two. */
    private int[] slots = new int[16];
    private int size;
    /** The cell that was looked up last; the next one is mostly the next. */
    private int last = -1;

    GrowingCells(List<String> dimensions, List<GrowingTexts> members) {
        this.dimensions = dimensions;
        this.members = members;
        this.width = dimensions.size();
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

    /** The cell of some member codes; -1 if there is none and none is to be made. */
    int cell(int[] wanted, boolean make) {
        int next = last + 1;
        if (next < size && Arrays.equals(codes, next * width, next * width + width, wanted, 0, width)) {
            last = next;
            return next;
        }
        int slot = slot(wanted, 0);
        last = slots[slot] - 1;
        return slots[slot] != 0 ? slots[slot] - 1 : make ? add(wanted, slot) : -1;
    }

    private int add(int[] wanted, int slot) {
        if ((size + 1) * width > codes.length) {
            codes = Arrays.copyOf(codes, codes.length * 2);
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

    /** The same cells over members with the same codes. */
    GrowingCells copy(List<GrowingTexts> others) {
        GrowingCells copy = new GrowingCells(dimensions, others);
        copy.codes = codes.clone();
        copy.slots = slots.clone();
        copy.size = size;
        return copy;
    }

    /** The cells ordered by the texts of their members, the first dimension first. */
    int[] sorted() {
        return IntStream.range(0, size).boxed().sorted(this::compare).mapToInt(Integer::intValue).toArray();
    }

    private int compare(int a, int b) {
        for (int d = 0; d < width; d++) {
            if (code(a, d) != code(b, d)) {
                return members.get(d).text(code(a, d)).compareTo(members.get(d).text(code(b, d)));
            }
        }
        return 0;
    }
}
