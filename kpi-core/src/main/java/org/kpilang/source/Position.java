package org.kpilang.source;

/** A line and a column, both counted from 1; columns count code points. */
public record Position(int line, int column) {

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
