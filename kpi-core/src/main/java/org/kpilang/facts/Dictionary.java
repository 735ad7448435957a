package org.kpilang.facts;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The members of one dimension, or other texts, numbered as they turn up: an open hash table that finds a text among
 * the characters of a row, without a string of its own. What came after a text the last time is tried first, since
 * tables tend to repeat themselves.
 */
final class Dictionary {

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    /** Not known to those who write the texts, so that they cannot make all of them fall into one slot. */
    private static final long SEED = new SplittableRandom().nextLong();

    /** The characters of all members, one after the other, and where each ends. */
    private char[] pool = new char[64];
    private int[] ends = new int[8];
    /** What followed each member. */
    private int[] following = new int[8];
    private int size;
    private int last;
    /** One more than the code, or 0 where there is none; the length is a power of two. */
    private int[] slots = new int[16];

    int size() {
        return size;
    }

    String member(int code) {
        return new String(pool, start(code), ends[code] - start(code));
    }

    private int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    /** The code of a text, a new one if need be. */
    int code(String member) {
        return code(member.toCharArray(), 0, member.length());
    }

    /** The code of a text that is part of an array, a new one if need be. */
    int code(char[] text, int from, int to) {
        int known = known(text, from, to);
        if (known >= 0) {
            return known;
        }
        int code = add(text, from, to);
        following[last] = code;
        last = code;
        return code;
    }

    /** The code of a text that is part of an array, or -1 if it has none. */
    int known(char[] text, int from, int to) {
        int expected = following[last];
        if (expected < size && equal(expected, text, from, to)) {
            last = expected;
            return expected;
        }
        int code = slots[slot(text, from, to)] - 1;
        if (code >= 0) {
            following[last] = code;
            last = code;
        }
        return code;
    }

    private int slot(char[] text, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash(text, from, to) & mask;
        while (slots[slot] != 0 && !equal(slots[slot] - 1, text, from, to)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int add(char[] text, int from, int to) {
        int start = size == 0 ? 0 : ends[size - 1];
        int end = Math.addExact(start, to - from);
        if (end > pool.length) {
            pool = Arrays.copyOf(pool, (int) Math.min(LARGEST_ARRAY, Math.max(end, 2L * pool.length)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            following = Arrays.copyOf(following, size * 2);
        }
        System.arraycopy(text, from, pool, start, to - from);
        ends[size++] = end;
        slots[slot(text, from, to)] = size;
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int code = 0; code < size; code++) {
                slots[slot(pool, start(code), ends[code])] = code + 1;
            }
        }
        return size - 1;
    }

    private boolean equal(int code, char[] text, int from, int to) {
        return Arrays.equals(pool, start(code), ends[code], text, from, to);
    }

    private static int hash(char[] text, int from, int to) {
        long hash = SEED;
        int at = from;
        for (; at + 1 < to; at += 2) {
            hash = (hash ^ (text[at] | text[at + 1] << Character.SIZE)) * MIX;
        }
        if (at < to) {
            hash = (hash ^ text[at]) * MIX;
        }
        return (int) (hash >>> Integer.SIZE);
    }

    /** The members in the order of their texts. */
    List<String> sorted() {
        return List.of(inOrder());
    }

    private String[] inOrder() {
        String[] sorted = new String[size];
        Arrays.setAll(sorted, this::member);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The place of each code in the sorted order. */
    int[] ranks() {
        String[] sorted = inOrder();
        int[] ranks = new int[size];
        for (int rank = 0; rank < size; rank++) {
            ranks[code(sorted[rank])] = rank;
        }
        return ranks;
    }
}
