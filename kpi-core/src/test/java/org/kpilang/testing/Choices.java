package org.kpilang.testing;

import java.util.Arrays;
import java.util.List;

/**
 * A row of numbers that decide, one after the other, what is made. Once the row has run out every decision is 0, so
 * that a shorter row and smaller numbers make something simpler: whoever decides lets 0 stand for the simplest choice.
 */
final class Choices {

    private final int[] row;
    private int next;

    Choices(int... row) {
        this.row = row.clone();
    }

    /** A number from 0 to below a bound. */
    int below(int bound) {
        return next < row.length ? Math.floorMod(row[next++], bound) : 0;
    }

    /** Whether something that happens so many times in a hundred happens. */
    boolean chance(int percent) {
        return below(100) >= 100 - percent;
    }

    /** One of several; the first is the simplest. */
    <T> T of(List<? extends T> several) {
        return several.get(below(several.size()));
    }

    /** The index of one of several, each as likely as its weight; the first is the simplest. */
    int weighted(int... weights) {
        int left = below(Arrays.stream(weights).sum());
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }
}
