package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kpilang.source.TextWidth;

/** Columns side by side: texts to the left, numbers to the right, a line under the header. */
final class Grid {

    private static final int GAP = 2;
    private static final Map<String, String> COLORS =
            Map.of("green", "\u001B[32m", "amber", "\u001B[33m", "yellow", "\u001B[33m", "red", "\u001B[31m");
    private static final String PLAIN = "\u001B[0m";

    private final List<Column> columns;
    private final int[] widths;
    private final boolean colored;

    Grid(List<Column> columns, boolean colored) {
        this.columns = List.copyOf(columns);
        this.widths = columns.stream().mapToInt(Column::width).toArray();
        this.colored = colored;
    }

    /**
     * Grids that are no wider than they may be, one below the other: each begins with the keys, and groups stay
     * together.
     *
     * @param keys what stands at the left of each grid
     */
    static List<Grid> split(List<Column> keys, List<List<Column>> groups, int width, boolean colored) {
        List<Grid> grids = new ArrayList<>();
        List<Column> columns = new ArrayList<>(keys);
        int taken = new Grid(keys, colored).width();
        int room = width - taken;
        for (List<Column> group : groups) {
            int needed = GAP + new Grid(group, colored).width();
            if (columns.size() > keys.size() && needed > room) {
                grids.add(new Grid(columns, colored));
                columns = new ArrayList<>(keys);
                room = width - taken;
            }
            columns.addAll(group);
            room -= needed;
        }
        grids.add(new Grid(columns, colored));
        return grids;
    }

    int width() {
        return Arrays.stream(widths).sum() + GAP * (widths.length - 1);
    }

    void write(Appendable out) throws IOException {
        int lines = columns.stream().mapToInt(column -> column.header().size()).max().orElse(0);
        for (int line = 0; line < lines; line++) {
            List<String> row = new ArrayList<>();
            for (Column column : columns) {
                int own = line - lines + column.header().size();
                row.add(own < 0 ? "" : column.header().get(own));
            }
            write(row, false, out);
        }
        write(Arrays.stream(widths).mapToObj("─"::repeat).toList(), false, out);
        for (int i = 0; i < columns.get(0).cells().size(); i++) {
            int row = i;
            write(columns.stream().map(column -> column.cells().get(row)).toList(), colored, out);
        }
    }

    private void write(List<String> row, boolean inColor, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        int pending = 0;
        for (int i = 0; i < row.size(); i++) {
            Column column = columns.get(i);
            String cell = row.get(i);
            int fill = widths[i] - TextWidth.of(cell);
            pending += column.kind() == Column.Kind.NUMBER ? fill : 0;
            if (!cell.isEmpty()) {
                line.append(" ".repeat(pending)).append(inColor ? colored(cell, column) : cell);
                pending = 0;
            }
            pending += GAP + (column.kind() == Column.Kind.NUMBER ? 0 : fill);
        }
        out.append(line).append('\n');
    }

    private static String colored(String cell, Column column) {
        // A shape may stand before the word.
        String word = cell.substring(cell.indexOf(' ') + 1);
        String color = column.kind() == Column.Kind.STATUS ? COLORS.get(word) : null;
        return color == null ? cell : color + cell + PLAIN;
    }
}
