package org.kpilang.dsl.internal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Statements on neighbouring lines, whose cells stand below each other. */
final class Table {

    private final Writer writer;
    private final List<Statement> statements = new ArrayList<>();

    Table(Writer writer) {
        this.writer = writer;
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
        if (!statements.isEmpty()) {
            Columns columns = columns();
            for (int i = 0; i < statements.size(); i++) {
                writer.startStatement(statements.get(i));
                columns.writeRow(i);
            }
            statements.clear();
        }
    }

    /** Labels are a column if most statements have one, unless that leaves more cells out of the columns. */
    private Columns columns() {
        List<List<Layout>> rows = statements.stream().map(Statement::cells).toList();
        Columns joined = new Columns(writer, rows.stream().map(Table::joinLabel).toList());
        boolean few = 2 * rows.stream().filter(row -> !row.get(1).isEmpty()).count() < rows.size();
        Columns apart = few ? joined : new Columns(writer, rows);
        return apart.cellsOutside() > joined.cellsOutside() ? joined : apart;
    }

    /** The cells with the label, which is the second, in that of the name. */
    private static List<Layout> joinLabel(List<Layout> cells) {
        return IntStream.range(0, cells.size()).mapToObj(i -> switch (i) {
            case 0 -> Layout.joined(Layout.BLANK, cells.subList(0, 2));
            case 1 -> Layout.EMPTY;
            default -> cells.get(i);
        }).toList();
    }
}
