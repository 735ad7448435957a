package org.kpilang.facts;

import org.jspecify.annotations.Nullable;

/**
 * Orders entries by whole numbers in linear time: a counting sort, digit by digit where keys lie far apart. What is in
 * order already costs one look at the keys. Entries with equal keys stay as they are, so that the least important keys
 * go first.
 */
final class StableOrder {

    /** The counts of a pass are to stay within the cache. */
    private static final int MOST_BITS = 19;

    private final int size;
    /** Null while the order is the one that was given. */
    private int @Nullable [] order;

    StableOrder(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    /** The entry at a place of the order. */
    int at(int place) {
        return order == null ? place : order[place];
    }

    /** Orders by the key of each entry. */
    void by(int[] keys) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        boolean inOrder = true;
        int before = Integer.MIN_VALUE;
        for (int place = 0; place < size; place++) {
            int key = keys[at(place)];
            inOrder &= before <= key;
            before = key;
            least = Math.min(least, key);
            most = Math.max(most, key);
        }
        if (inOrder) {
            return;
        }
        int width = Long.SIZE - Long.numberOfLeadingZeros((long) most - least);
        int digits = (width + MOST_BITS - 1) / MOST_BITS;
        int bits = (width + digits - 1) / digits;
        for (int shift = 0; shift < width; shift += bits) {
            order = pass(keys, least, shift, bits);
        }
    }

    private int[] pass(int[] keys, int least, int shift, int bits) {
        int[] starts = new int[(1 << bits) + 1];
        int mask = (1 << bits) - 1;
        for (int entry = 0; entry < size; entry++) {
            starts[bucket(keys[entry], least, shift, mask) + 1]++;
        }
        for (int bucket = 0; bucket < mask; bucket++) {
            starts[bucket + 1] += starts[bucket];
        }
        int[] sorted = new int[size];
        for (int place = 0; place < size; place++) {
            int entry = at(place);
            sorted[starts[bucket(keys[entry], least, shift, mask)]++] = entry;
        }
        return sorted;
    }

    private static int bucket(int key, int least, int shift, int mask) {
        return (int) ((long) key - least >>> shift) & mask;
    }
}
