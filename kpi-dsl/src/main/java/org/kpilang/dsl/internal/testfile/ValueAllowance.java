package org.kpilang.dsl.internal.testfile;

/** How many values a file may still give, so that no short text stands for more than memory holds. */
final class ValueAllowance {

    private int left = 1_000_000;

    /** Whether so many more values are allowed; then they are taken. */
    boolean takes(int values) {
        boolean enough = values <= left;
        left -= enough ? values : 0;
        return enough;
    }
}
