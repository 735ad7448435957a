package org.kpilang.examples.cli;

import java.util.Arrays;
import java.util.List;

/** Rows of words in columns, below a rule under the first row. */
final class AlignedText {

    private static final String GAP = "  ";

    private AlignedText() {}

    static String of(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        line(rows.get(0), widths, text);
        line(Arrays.stream(widths).mapToObj("─"::repeat).toList(), widths, text);
        rows.subList(1, rows.size()).forEach(row -> line(row, widths, text));
        return text.toString();
    }

    private static void line(List<String> cells, int[] widths, StringBuilder text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : GAP).append(cells.get(i))
                    .append(" ".repeat(widths[i] - width(cells.get(i))));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
