package org.kpilang.dsl.internal.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines that are written. The comments that end lines below each other stand in one column. */
final class Page {

    private static final int BEFORE_COMMENT = 2;

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private @Nullable String comment;
    private int indentation;
    private int column;
    private boolean complete;

    /** A line; words without their indentation. */
    private record Line(int indentation, String words, int width, @Nullable String comment) {

        boolean isBelow(Line above) {
            return indentation == above.indentation && !words.isEmpty() && words.indexOf('\n') < 0;
        }
    }

    /** The column at which the next word starts; a line that has to be begun for it is indented so far. */
    int column(int indentation) {
        return complete ? indentation : column;
    }

    private boolean isAtStart() {
        return words.length() == 0;
    }

    /** Writes words; a line that has to be begun for them is indented so far. */
    void words(Layout.Words written, int indentation) {
        if (complete) {
            newLine(indentation);
        }
        words.append(written.text());
        column = written.text().indexOf('\n') < 0 ? column + written.measure().width() : written.measure().width();
    }

    void blanks(int count) {
        if (!complete && !isAtStart()) {
            words.append(" ".repeat(count));
            column += count;
        }
    }

    /** A comment on a line of its own; the line after it is indented as far. */
    void remark(String text, int indentation) {
        if (!isAtStart()) {
            newLine(indentation);
        }
        words(Layout.Words.of(text), indentation);
        newLine(this.indentation);
    }

    /** A comment that ends the line. */
    void endRemark(String text, int indentation) {
        if (complete) {
            remark(text, indentation);
        } else {
            comment = text;
            complete = true;
        }
    }

    /** Goes to the start of a line that is indented so far. */
    void startLine(int indentation) {
        if (!isAtStart()) {
            newLine(indentation);
        }
        this.indentation = indentation;
        column = indentation;
    }

    private void newLine(int next) {
        String line = words.toString().stripTrailing();
        lines.add(new Line(indentation, line, column - (words.length() - line.length()), comment));
        words.setLength(0);
        comment = null;
        complete = false;
        indentation = next;
        column = next;
    }

    /** At the start of a line, an empty line before it, unless there is one already or nothing above it. */
    void emptyLine() {
        if (isAtStart() && !lines.isEmpty() && !lines.get(lines.size() - 1).words.isEmpty()) {
            lines.add(new Line(0, "", 0, null));
        }
    }

    /** Everything that was written; each line ends with a line feed. */
    String text() {
        startLine(0);
        StringBuilder text = new StringBuilder();
        for (int first = 0; first < lines.size(); ) {
            int end = first + 1;
            while (end < lines.size() && lines.get(end).isBelow(lines.get(first))) {
                end++;
            }
            write(lines.subList(first, end), text);
            first = end;
        }
        return text.toString();
    }

    private static void write(List<Line> below, StringBuilder text) {
        int column = ColumnWidth.ofPhrases(below.stream().filter(line -> line.comment != null).mapToInt(Line::width).toArray());
        for (Line line : below) {
            text.append(" ".repeat(line.words.isEmpty() ? 0 : line.indentation)).append(line.words);
            if (line.comment != null) {
                text.append(" ".repeat(Math.max(column - line.width, 0) + BEFORE_COMMENT)).append(line.comment);
            }
            text.append('\n');
        }
    }
}
