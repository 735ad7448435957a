package org.kpilang.dsl.internal.testfile;

import java.util.stream.IntStream;
import org.kpilang.source.TextWidth;

/**
 * What was expected and what came, period by period, with marks below the cells that differ. Of many periods those
 * around the first difference are shown.
 */
final class FailureTable {

    private static final int MOST_COLUMNS = 8;
    private static final int BEFORE = 2;

    private final int first;
    private final int last;
    private final int all;
    private final StringBuilder head = new StringBuilder("          ");
    private final StringBuilder expected = new StringBuilder("  expected");
    private final StringBuilder came = new StringBuilder("  came    ");
    private final StringBuilder marks = new StringBuilder("          ");

    FailureTable(int cells, int firstDifference) {
        all = cells;
        first = cells <= MOST_COLUMNS ? 0 : Math.max(0, Math.min(firstDifference - BEFORE, cells - MOST_COLUMNS));
        last = Math.min(cells, first + MOST_COLUMNS);
        if (first > 0) {
            cell("…", "…", "…", false);
        }
    }

    /** The numbers of the periods that are shown. */
    int[] columns() {
        return IntStream.range(first, last).toArray();
    }

    void column(String period, String wanted, String given, boolean differs) {
        cell(period, wanted, given, differs);
    }

    private void cell(String period, String wanted, String given, boolean differs) {
        int width = Math.max(TextWidth.of(period), Math.max(TextWidth.of(wanted), TextWidth.of(given)));
        append(head, period, width);
        append(expected, wanted, width);
        append(came, given, width);
        append(marks, differs ? "^".repeat(Math.max(1, TextWidth.of(given))) : "", width);
    }

    private static void append(StringBuilder row, String text, int width) {
        row.append("  ").append(" ".repeat(width - TextWidth.of(text))).append(text);
    }

    @Override
    public String toString() {
        String more = last < all ? "  …" : "";
        StringBuilder out = new StringBuilder();
        for (String row : new String[] {head + more, expected + more, came + more, marks.toString()}) {
            out.append(row.isBlank() ? "" : row.stripTrailing() + "\n");
        }
        return out.toString();
    }
}
