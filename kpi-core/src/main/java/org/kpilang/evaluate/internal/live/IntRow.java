package org.kpilang.evaluate.internal.live;

import java.util.Arrays;

/** A growing row of whole numbers. */
final class IntRow {

    private int[] items = new int[8];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    int get(int index) {
        return items[index];
    }

    void set(int index, int item) {
        items[index] = item;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }
}
