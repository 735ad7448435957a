package org.kpilang.facts;

import java.util.Arrays;

/**
 * Different combinations of member codes, one of each of some dimensions, numbered from 0 as they turn up: an open hash
 * table without boxes. Not thread-safe.
 */
final class MemberCodes {

    private final int width;
    /** The combinations, one after the other. */
    private int[] codes;
    /** One more than the number of a combination, or 0 where there is none; the length is a power of two. */
    private int[] slots;
    private int size;

    MemberCodes(int width) {
        this(width, new int[8 * width], new int[16], 0);
    }

    private MemberCodes(int width, int[] codes, int[] slots, int size) {
        this.width = width;
        this.codes = codes;
        this.slots = slots;
        this.size = size;
    }

    int size() {
        return size;
    }

    int code(int number, int dimension) {
        return codes[number * width + dimension];
    }

    /** Whether a number is that of a combination. */
    boolean is(int number, int[] wanted) {
        return number < size && Arrays.equals(codes, number * width, number * width + width, wanted, 0, width);
    }

    /** The number of a combination, or -1 if it has not turned up. */
    int find(int[] wanted) {
        return slots[slot(wanted, 0)] - 1;
    }

    /** The number of a combination, a new one if need be. */
    int number(int[] wanted) {
        int slot = slot(wanted, 0);
        return slots[slot] == 0 ? add(wanted, slot) : slots[slot] - 1;
    }

    private int add(int[] wanted, int slot) {
        if ((size + 1) * width > codes.length) {
            codes = Arrays.copyOf(codes, codes.length * 2);
        }
        System.arraycopy(wanted, 0, codes, size * width, width);
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int number = 0; number < size; number++) {
                slots[slot(codes, number * width)] = number + 1;
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

    MemberCodes copy() {
        return new MemberCodes(width, codes.clone(), slots.clone(), size);
    }
}
