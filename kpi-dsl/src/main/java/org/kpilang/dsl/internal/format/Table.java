package org.kpilang.dsl.internal.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Statements on neighbouring lines, whose cells stand below each other. A row with a cell that is too wide for its column
 * goes on without columns after that cell, and labels that only few rows have are no column.
 */
final class Table {

    /** The columns from this on are two blanks apart, since their cells may hold blanks themselves. */
    private static final int FIRST_OF_SEVERAL_WORDS = 3;

    private final Writer writer;
    private final List<Statement> statements = new ArrayList<>();

    Table(Writer writer) {
        this.writer = writer;
    }

    /** A statement, and how many of its cells are in columns. */
    private static final class Row {

        private final Statement statement;
        private final List<Layout> cells;
        private final int[] widths;
        private final int[] widthsAfter;
        private int inColumns;

        Row(Statement statement, List<Layout> cells) {
            this.statement = statement;
            this.cells = cells;
            this.widths = cells.stream().mapToInt(cell -> cell.measure().width()).toArray();
            this.widthsAfter = new int[widths.length];
            for (int i = widths.length - 2; i >= 0; i--) {
                widthsAfter[i] = widthsAfter[i + 1] + (has(i + 1) ? 1 + widths[i + 1] : 0);
            }
            this.inColumns = widths.length;
        }

        boolean has(int cell) {
            return widths[cell] > 0;
        }

        int width(int cell) {
            return widths[cell];
        }

        /** How wide the cells after one are, with one blank between them. */
        int widthAfter(int cell) {
            return widthsAfter[cell];
        }

        /** Takes cells out of the columns until the row fits. */
        void takeOut(int[] starts, Writer writer) {
            while (inColumns > 0 && !(has(inColumns - 1)
                    && writer.fits(starts[inColumns - 1] + width(inColumns - 1) + widthAfter(inColumns - 1)))) {
                inColumns--;
            }
        }
    }

    /** Whether a statement can be the next row. */
    boolean takes(Statement statement) {
        return statements.isEmpty() || statements.get(0).sort() == statement.sort() && !statement.isApart();
    }

    void add(Statement statement) {
        statements.add(statement);
    }

    /** Writes the rows, and is empty again. */
    void write() {
        List<Row> rows = rows();
        int[] starts = starts(rows);
        for (Row row : rows) {
            write(row, starts);
        }
        statements.clear();
    }

    private List<Row> rows() {
        long labels = statements.stream().filter(statement -> !statement.cells().get(1).isEmpty()).count();
        boolean column = 2 * labels >= statements.size();
        return statements.stream()
                .map(statement -> new Row(statement, column ? statement.cells() : labelsJoined(statement.cells())))
                .toList();
    }

    /** The cells with the label, which is the second, in that of the name. */
    private static List<Layout> labelsJoined(List<Layout> cells) {
        List<Layout> joined = new ArrayList<>(cells);
        joined.set(0, Layout.joined(Layout.BLANK, cells.subList(0, 2)));
        joined.set(1, Layout.EMPTY);
        return joined;
    }

    private void write(Row row, int[] starts) {
        Page page = writer.page();
        writer.startStatement(row.statement);
        row.takeOut(starts, writer);
        for (int i = 0; i < row.cells.size(); i++) {
            if (row.has(i)) {
                page.blanks(i < row.inColumns ? starts[i] - page.column(0) : 1);
                writer.writeFlat(row.cells.get(i), 0);
            }
        }
    }

    /** Where each column starts. */
    private int[] starts(List<Row> rows) {
        int[] starts = new int[rows.isEmpty() ? 0 : rows.get(0).cells.size()];
        int end = 0;
        for (int i = 0; i < starts.length; i++) {
            int column = i;
            List<Row> cells = rows.stream().filter(row -> row.inColumns > column && row.has(column)).toList();
            if (!cells.isEmpty()) {
                int gap = column < FIRST_OF_SEVERAL_WORDS || cells.size() == 1 ? 1 : 2;
                starts[column] = column == 0 ? 0 : end + gap;
                List<Row> followed = cells.stream().filter(row -> row.widthAfter(column) > 0).toList();
                int width = width(followed, column, starts[column]);
                followed.stream().filter(row -> !isInside(row, column, starts[column], width))
                        .forEach(row -> row.inColumns = column + 1);
                end = starts[column] + width;
            }
        }
        return starts;
    }

    /** The width of a column with which most cells are inside and leave enough room for what follows. */
    private int width(List<Row> cells, int column, int start) {
        int[] widths = cells.stream().mapToInt(row -> row.width(column)).toArray();
        int widest = column == 0 ? ColumnWidth.ofNames(widths) : ColumnWidth.ofPhrases(widths);
        int best = 0;
        long most = 0;
        for (int width : Arrays.stream(widths).filter(each -> each <= widest).sorted().distinct().toArray()) {
            long inside = cells.stream().filter(row -> isInside(row, column, start, width)).count();
            if (inside >= most) {
                best = width;
                most = inside;
            }
        }
        return best;
    }

    private boolean isInside(Row row, int column, int start, int width) {
        int gap = column + 1 < FIRST_OF_SEVERAL_WORDS ? 0 : 1;
        return row.width(column) <= width && writer.fits(start + width + gap + row.widthAfter(column));
    }
}
