package org.kpilang.facts;

import java.util.List;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

/**
 * One row of a table of text.
 *
 * @param line  the line of the file in which the row starts, counted from 1
 * @param cells the texts between the separators, without quotes
 */
public record TextRow(int line, List<String> cells) {

    public TextRow {
        cells = List.copyOf(cells);
    }

    /** Whether there is nothing in it. */
    boolean isBlank() {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** A cell of the row as it would be written with commas. */
    Origin origin(String source, int cell) {
        return origin(source, cell, cell + 1);
    }

    /** Some cells of the row; those past the end are at the end. */
    Origin origin(String source, int from, int to) {
        StringBuilder text = new StringBuilder();
        int start = -1;
        int end = -1;
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",");
            start = i == from ? text.length() : start;
            text.append(written(cells.get(i)));
            end = i == to - 1 ? text.length() : end;
        }
        end = end < 0 ? text.length() : end;
        start = start < 0 ? end : start;
        return Origin.of(SourceText.excerpt(source, line, text.toString()),
                Span.of(text.codePointCount(0, start), text.codePointCount(0, end)));
    }

    private static String written(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
