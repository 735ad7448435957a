package org.kpilang.leadlag;

/** The order of rows of numbers, without an object for each. */
final class Ranking {

    private Ranking() {}

    /**
     * The indexes of the keys from the smallest to the largest; of equal keys the first comes first. By merging runs
     * that double.
     *
     * @param keys numbers, none of them NaN
     */
    static int[] ascending(double[] keys) {
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int[] merged = new int[keys.length];
        for (long run = 1; run < keys.length; run *= 2) {
            for (long start = 0; start < keys.length; start += 2 * run) {
                int middle = (int) Math.min(start + run, keys.length);
                merge(keys, order, merged, (int) start, middle, (int) Math.min(start + 2 * run, keys.length));
            }
            int[] sorted = merged;
            merged = order;
            order = sorted;
        }
        return order;
    }

    private static void merge(double[] keys, int[] order, int[] merged, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean first = right == end || left < middle && keys[order[left]] <= keys[order[right]];
            merged[i] = first ? order[left++] : order[right++];
        }
    }
}
