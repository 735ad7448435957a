package org.kpilang.facts;

import java.util.Arrays;

/** Numbers row by row, in blocks as {@link IntColumn} has them. */
final class NumberColumn {

    private static final int BITS = 14;
    private static final int BLOCK = 1 << BITS;
    private static final int FIRST = 16;

    private double[][] blocks = {new double[FIRST]};
    private int size;

    void add(double value) {
        int block = size >>> BITS;
        int place = size & BLOCK - 1;
        if (place == 0 && block > 0) {
            if (block == blocks.length) {
                blocks = Arrays.copyOf(blocks, block * 2);
            }
            blocks[block] = new double[BLOCK];
        } else if (place == blocks[block].length) {
            blocks[block] = Arrays.copyOf(blocks[block], place * 2);
        }
        blocks[block][place] = value;
        size = Math.addExact(size, 1);
    }

    double get(int row) {
        return blocks[row >>> BITS][row & BLOCK - 1];
    }
}
