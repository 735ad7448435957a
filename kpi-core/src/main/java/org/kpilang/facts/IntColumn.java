package org.kpilang.facts;

import java.util.Arrays;

/**
 * Whole numbers row by row, in blocks: growing copies one block at most, whatever the number of rows. Blocks are small
 * enough not to be given a region of the heap each, half of which would be empty.
 */
final class IntColumn {

    private static final int BITS = 14;
    private static final int BLOCK = 1 << BITS;
    private static final int FIRST = 16;

    private int[][] blocks = {new int[FIRST]};
    private int size;

    void add(int value) {
        int block = size >>> BITS;
        int place = size & BLOCK - 1;
        if (place == 0 && block > 0) {
            if (block == blocks.length) {
                blocks = Arrays.copyOf(blocks, block * 2);
            }
            blocks[block] = new int[BLOCK];
        } else if (place == blocks[block].length) {
            blocks[block] = Arrays.copyOf(blocks[block], place * 2);
        }
        blocks[block][place] = value;
        size = Math.addExact(size, 1);
    }

    int get(int row) {
        return blocks[row >>> BITS][row & BLOCK - 1];
    }

    /** Copies all numbers into an array, from a place on. */
    void copyTo(int[] target, int from) {
        for (int row = 0; row < size; row += BLOCK) {
            System.arraycopy(blocks[row >>> BITS], 0, target, from + row, Math.min(BLOCK, size - row));
        }
    }
}
