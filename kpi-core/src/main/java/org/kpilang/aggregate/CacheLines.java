package org.kpilang.aggregate;

/** How long arrays are that loops go over together, so that they lie well in the lines of the cache. */
final class CacheLines {

    /** How many numbers a line of the cache holds, and how many the header of an array takes the place of. */
    private static final int LINE = 8;
    private static final int HEADER = 2;

    private CacheLines() {}

    /**
     * The length of an array for at least so many numbers that fills whole lines of the cache. Arrays of such lengths
     * that are made one after the other lie alike in them, so that vector instructions which take whole lines of one do
     * so of all.
     */
    static int length(int numbers) {
        return (numbers + HEADER + LINE - 1) / LINE * LINE - HEADER;
    }
}
