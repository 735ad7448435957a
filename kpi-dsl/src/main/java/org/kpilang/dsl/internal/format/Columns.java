package org.kpilang.dsl.internal.format;

import java.util.Arrays;
import java.util.List;

/**
 * The columns of a table. A row with a cell that is too wide for its column, or with too little room after it, goes on
 * without columns after that cell.
 */
final class Columns {

    /** The columns from this on are two blanks apart, since their cells may hold blanks themselves. */
    private static final int FIRST_OF_SEVERAL_WORDS = 3;

    private final Writer writer;
    private final List<Row> rows;
    /** Where each column starts. */
    private final int[] starts;

    Columns(Writer writer, List<List<Layout>> rows) {
        this.writer = writer;
        this.rows = rows.stream().map(Row::new).toList();
        this.starts = new int[rows.get(0).size()];
        int end = 0;
        for (int column = 0; column < starts.length; column++) {
            end = place(column, end);
        }
        this.rows.forEach(this::takeOut);
    }

    /** The cells of a line, and how many of them are in columns. */
    private static final class Row {

        private final List<Layout> cells;
        private final int[] widths;
        /** How wide the cells after each are, with one blank between them. */
        private final int[] after;
        private int inColumns;

        Row(List<Layout> cells) {
            this.cells = cells;
            this.widths = cells.stream().mapToInt(cell -> cell.measure().width()).toArray();
            this.after = new int[widths.length];
            for (int i = widths.length - 2; i >= 0; i--) {
                after[i] = after[i + 1] + (has(i + 1) ? 1 + widths[i + 1] : 0);
            }
            this.inColumns = widths.length;
        }

        boolean has(int cell) {
            return widths[cell] > 0;
        }
    }

    /** How many cells stand in no column. */
    int cellsOutside() {
        int outside = 0;
        for (Row row : rows) {
            for (int i = row.inColumns; i < row.widths.length; i++) {
                outside += row.has(i) ? 1 : 0;
            }
        }
        return outside;
    }

    void writeRow(int index) {
        Row row = rows.get(index);
        Page page = writer.page();
        for (int i = 0; i < row.cells.size(); i++) {
            if (row.has(i)) {
                page.blanks(i < row.inColumns ? starts[i] - page.column(0) : 1);
                writer.writeFlat(row.cells.get(i), 0);
            }
        }
    }

    /** Sets where a column starts, given the end of the one before it, and returns its own end. */
    private int place(int column, int before) {
        List<Row> cells = rows.stream().filter(row -> row.inColumns > column && row.has(column)).toList();
        if (cells.isEmpty()) {
            return before;
        }
        int gap = column < FIRST_OF_SEVERAL_WORDS || cells.size() == 1 ? 1 : 2;
        starts[column] = column == 0 ? 0 : before + gap;
        List<Row> followed = cells.stream().filter(row -> row.after[column] > 0).toList();
        int width = width(followed, column);
        followed.stream().filter(row -> !isInside(row, column, width)).forEach(row -> row.inColumns = column + 1);
        return starts[column] + width;
    }

    /** The width with which most cells are inside a column. */
    private int width(List<Row> cells, int column) {
        int[] widths = cells.stream().mapToInt(row -> row.widths[column]).toArray();
        int widest = column == 0 ? ColumnWidth.ofNames(widths) : ColumnWidth.ofPhrases(widths);
        int best = 0;
        long most = 0;
        for (int width : Arrays.stream(widths).filter(each -> each <= widest).sorted().distinct().toArray()) {
            long inside = cells.stream().filter(row -> isInside(row, column, width)).count();
            if (inside >= most) {
                best = width;
                most = inside;
            }
        }
        return best;
    }

    /** Whether a cell is no wider than its column, and what follows the column fits. */
    private boolean isInside(Row row, int column, int width) {
        int widerGap = column + 1 < FIRST_OF_SEVERAL_WORDS ? 0 : 1;
        return row.widths[column] <= width && writer.fits(starts[column] + width + widerGap + row.after[column]);
    }

    /** Takes cells out of the columns until the row fits. */
    private void takeOut(Row row) {
        while (row.inColumns > 0 && !endsInside(row, row.inColumns - 1)) {
            row.inColumns--;
        }
    }

    private boolean endsInside(Row row, int last) {
        return row.has(last) && writer.fits(starts[last] + row.widths[last] + row.after[last]);
    }
}
