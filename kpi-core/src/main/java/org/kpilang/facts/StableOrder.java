package org.kpilang.facts;

/** Orders by whole numbers in linear time: a counting sort, sixteen bits at a time. */
final class StableOrder {

    private static final int BITS = 16;
    private static final int MOST_BUCKETS = 1 << BITS;

    private StableOrder() {}

    /** The numbers from 0 up to a size. */
    static int[] asGiven(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return order;
    }

    /** The entries of an order by their keys; entries with equal keys stay as they are. */
    static int[] by(int[] keys, int[] order) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        boolean inOrder = true;
        int before = Integer.MIN_VALUE;
        for (int entry : order) {
            int key = keys[entry];
            inOrder &= before <= key;
            before = key;
            least = Math.min(least, key);
            most = Math.max(most, key);
        }
        if (inOrder) {
            return order;
        }
        long range = (long) most - least;
        int[] sorted = order;
        for (int shift = 0; range >>> shift > 0; shift += BITS) {
            sorted = pass(keys, least, shift, (int) Math.min(MOST_BUCKETS, (range >>> shift) + 1), sorted);
        }
        return sorted;
    }

    private static int[] pass(int[] keys, int least, int shift, int buckets, int[] order) {
        int[] starts = new int[buckets + 1];
        for (int entry : order) {
            starts[bucket(keys[entry], least, shift) + 1]++;
        }
        for (int bucket = 0; bucket < buckets; bucket++) {
            starts[bucket + 1] += starts[bucket];
        }
        int[] sorted = new int[order.length];
        for (int entry : order) {
            sorted[starts[bucket(keys[entry], least, shift)]++] = entry;
        }
        return sorted;
    }

    private static int bucket(int key, int least, int shift) {
        return (int) ((long) key - least >>> shift) & MOST_BUCKETS - 1;
    }
}
