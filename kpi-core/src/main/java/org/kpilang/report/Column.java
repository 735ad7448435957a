package org.kpilang.report;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.source.TextWidth;

/**
 * A column of a {@link Grid}.
 *
 * @param header lines above the cells; they stand at the bottom of the header
 * @param cells  what stands in each row
 */
record Column(List<String> header, List<String> cells, Kind kind) {

    private static final int LONGEST_LINE = 16;

    Column {
        header = List.copyOf(header);
        cells = List.copyOf(cells);
    }

    /** Whether no row has anything in it. */
    boolean isEmpty() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** How many columns of the terminal it takes. */
    int width() {
        int header = this.header.stream().mapToInt(TextWidth::of).max().orElse(0);
        return Math.max(header, cells.stream().mapToInt(TextWidth::of).max().orElse(0));
    }

    /** Some words on as few short lines as they need. */
    static List<String> wrapped(String words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (line.length() > 0 && TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > LONGEST_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** What a column holds, which says how it is set. */
    enum Kind {
        TEXT, NUMBER, STATUS
    }
}
