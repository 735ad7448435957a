package org.kpilang.facts;

import java.io.IOException;
import java.util.Arrays;

/** Rows whose cells are parts of an array of characters. */
abstract class CharacterScan implements RowScan {

    /** The characters of the row, and of what comes before and after it. */
    protected char[] text = new char[256];
    protected int cells;
    private int[] starts = new int[16];
    private int[] ends = new int[16];

    /** Goes on to the next row, be it blank; false at the end. */
    abstract boolean advance() throws IOException;

    /** Adds a cell to the row. */
    protected final void add(int start, int end) {
        if (cells == starts.length) {
            starts = Arrays.copyOf(starts, cells * 2);
            ends = Arrays.copyOf(ends, cells * 2);
        }
        starts[cells] = start;
        ends[cells++] = end;
    }

    protected final int start(int column) {
        return starts[column];
    }

    protected final int end(int column) {
        return ends[column];
    }

    /** Says where a cell ends of which less is left than was written. */
    protected final void shorten(int column, int end) {
        ends[column] = end;
    }

    @Override
    public boolean next() throws IOException {
        while (advance()) {
            for (int column = 0; column < cells; column++) {
                if (!isEmpty(column)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public int cells() {
        return cells;
    }

    /** Where a cell starts after blanks. */
    private int from(int column) {
        int at = starts[column];
        while (at < ends[column] && isBlank(text[at])) {
            at++;
        }
        return at;
    }

    /** Where a cell that starts somewhere ends before blanks. */
    private int to(int column, int from) {
        int at = ends[column];
        while (at > from && isBlank(text[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return (c <= ' ' || c > '~') && Character.isWhitespace(c);
    }

    @Override
    public boolean isEmpty(int column) {
        return from(column) == ends[column];
    }

    @Override
    public String text(int column) {
        int from = from(column);
        return new String(text, from, to(column, from) - from);
    }

    @Override
    public int code(int column, Dictionary dictionary) {
        int from = from(column);
        return dictionary.code(text, from, to(column, from));
    }

    @Override
    public int known(int column, Dictionary dictionary) {
        int from = from(column);
        return dictionary.known(text, from, to(column, from));
    }

    @Override
    public double number(int column) {
        int from = from(column);
        return NumberText.parse(text, from, to(column, from));
    }

    @Override
    public TextRow row() {
        String[] written = new String[cells];
        for (int column = 0; column < cells; column++) {
            written[column] = new String(text, starts[column], ends[column] - starts[column]);
        }
        return new TextRow(line(), Arrays.asList(written));
    }
}
