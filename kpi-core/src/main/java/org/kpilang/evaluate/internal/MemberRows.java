package org.kpilang.evaluate.internal;

import java.util.Arrays;

/**
 * Different rows of member codes, numbered from 0 as they turn up: an open hash table without boxes. Can be read from
 * several threads once no row is added any more.
 */
final class MemberRows {

    private static final int FEWEST_SLOTS = 16;

    private final int width;
    /** The rows, one after the other. */
    private int[] codes;
    /** One more than the row, or 0 where there is none; the length is a power of two. */
    private int[] slots = new int[FEWEST_SLOTS];
    private int size;

    MemberRows(int width) {
        this.width = width;
        this.codes = new int[FEWEST_SLOTS / 2 * width];
    }

    int width() {
        return width;
    }

    int size() {
        return size;
    }

    int code(int row, int place) {
        return codes[row * width + place];
    }

    /** The number of a row, which is added if it is new. */
    int add(int[] row) {
        int slot = slot(row, 0);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        int at = Math.multiplyExact(size, width);
        if (at + width > codes.length) {
            codes = Arrays.copyOf(codes, Math.max(at + width, codes.length + (codes.length >> 1)));
        }
        System.arraycopy(row, 0, codes, at, width);
        slots[slot] = ++size;
        if (size > slots.length >> 1) {
            spread();
        }
        return size - 1;
    }

    /** The number of a row, or -1 if there is none such. */
    int find(int[] row) {
        return slots[slot(row, 0)] - 1;
    }

    private void spread() {
        slots = new int[slots.length * 2];
        for (int row = 0; row < size; row++) {
            slots[slot(codes, row * width)] = row + 1;
        }
    }

    /** The slot that holds the codes at an offset, or the free one where they belong. */
    private int slot(int[] of, int at) {
        int hash = 0;
        for (int i = 0; i < width; i++) {
            hash = (hash + of[at + i]) * 0x9E3779B1;
        }
        int mask = slots.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (slots[slot] != 0 && !isRow(slots[slot] - 1, of, at)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isRow(int row, int[] of, int at) {
        for (int i = 0; i < width; i++) {
            if (codes[row * width + i] != of[at + i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same rows in order, the first place first and then the next; -1 comes after all codes. Takes time linear in
     * rows and codes.
     *
     * @param most one more than the highest code of each place
     */
    MemberRows sorted(int[] most) {
        int[] order = new int[size];
        Arrays.setAll(order, row -> row);
        for (int place = width - 1; place >= 0; place--) {
            order = sorted(order, place, most[place]);
        }
        MemberRows sorted = new MemberRows(width);
        int[] row = new int[width];
        for (int each : order) {
            System.arraycopy(codes, each * width, row, 0, width);
            sorted.add(row);
        }
        return sorted;
    }

    private int[] sorted(int[] order, int place, int most) {
        int[] starts = new int[most + 2];
        for (int row : order) {
            starts[rank(row, place, most) + 1]++;
        }
        for (int rank = 1; rank < starts.length; rank++) {
            starts[rank] += starts[rank - 1];
        }
        int[] next = new int[order.length];
        for (int row : order) {
            next[starts[rank(row, place, most)]++] = row;
        }
        return next;
    }

    private int rank(int row, int place, int most) {
        int code = code(row, place);
        return code < 0 ? most : code;
    }
}
