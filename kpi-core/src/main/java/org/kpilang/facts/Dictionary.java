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

    private static final long MIX = 0x9E3779B97F4A7C15L;
    /** Not known to those who write the texts, so that they cannot make all of them fall into one slot. */
    private static final long SEED = new SplittableRandom().nextLong();

    private String[] members = new String[8];
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
        return members[code];
    }

    /** The code of a text, a new one if need be. */
    int code(String member) {
        int slot = slot(member);
        return slots[slot] == 0 ? add(member, slot) : slots[slot] - 1;
    }

    /** The code of a text that is part of an array, a new one if need be. */
    int code(char[] text, int from, int to) {
        int known = known(text, from, to);
        if (known >= 0) {
            return known;
        }
        String member = new String(text, from, to - from);
        int code = add(member, slot(member));
        following[last] = code;
        last = code;
        return code;
    }

    /** The code of a text, or -1 if it has none. */
    int known(String member) {
        return slots[slot(member)] - 1;
    }

    /** The code of a text that is part of an array, or -1 if it has none. */
    int known(char[] text, int from, int to) {
        int expected = following[last];
        if (expected < size && equal(members[expected], text, from, to)) {
            last = expected;
            return expected;
        }
        int mask = slots.length - 1;
        int slot = hash(text, from, to) & mask;
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (equal(members[code], text, from, to)) {
                following[last] = code;
                last = code;
                return code;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }

    private int slot(String member) {
        int mask = slots.length - 1;
        int slot = hash(member) & mask;
        while (slots[slot] != 0 && !members[slots[slot] - 1].equals(member)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int add(String member, int slot) {
        if (size == members.length) {
            members = Arrays.copyOf(members, size * 2);
            following = Arrays.copyOf(following, size * 2);
        }
        members[size] = member;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int code = 0; code < size; code++) {
                slots[slot(members[code])] = code + 1;
            }
        }
        return size - 1;
    }

    /** The last character is compared first: it is where neighbours differ. */
    private static boolean equal(String member, char[] text, int from, int to) {
        int length = to - from;
        if (member.length() != length || length > 0 && member.charAt(length - 1) != text[to - 1]) {
            return false;
        }
        for (int i = 0; i < length - 1; i++) {
            if (member.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
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

    private static int hash(String text) {
        long hash = SEED;
        int at = 0;
        for (; at + 1 < text.length(); at += 2) {
            hash = (hash ^ (text.charAt(at) | text.charAt(at + 1) << Character.SIZE)) * MIX;
        }
        if (at < text.length()) {
            hash = (hash ^ text.charAt(at)) * MIX;
        }
        return (int) (hash >>> Integer.SIZE);
    }

    /** The members in the order of their texts. */
    List<String> sorted() {
        return List.of(inOrder());
    }

    private String[] inOrder() {
        String[] sorted = Arrays.copyOf(members, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The place of each code in the sorted order. */
    int[] ranks() {
        String[] sorted = inOrder();
        int[] ranks = new int[size];
        for (int rank = 0; rank < size; rank++) {
            ranks[known(sorted[rank])] = rank;
        }
        return ranks;
    }
}
