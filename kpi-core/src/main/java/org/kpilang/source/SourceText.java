package org.kpilang.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * A named text: a {@code .kpi} file, a formula, or one row of a file of facts. Immutable and thread-safe; two texts are
 * equal when name, first line and content are.
 */
public final class SourceText {

    private final String name;
    private final String text;
    private final int firstLine;
    /** Code-point offset at which each line starts. */
    private final int[] lineStarts;
    private final int length;

    private SourceText(String name, String text, int firstLine) {
        this.name = Objects.requireNonNull(name, "name is null");
        this.text = Objects.requireNonNull(text, "text is null");
        this.firstLine = firstLine;
        this.lineStarts = lineStarts(text);
        this.length = text.codePointCount(0, text.length());
    }

    public static SourceText of(String name, String text) {
        return new SourceText(name, text, 1);
    }

    /** A single formula, shown under the name {@code formula}. */
    public static SourceText ofFormula(String text) {
        return new SourceText("formula", text, 1);
    }

    /** A part of a larger file, of which only this part is at hand; {@code firstLine} counts from 1. */
    public static SourceText excerpt(String name, int firstLine, String text) {
        return new SourceText(name, text, firstLine);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The number of code points. */
    public int length() {
        return length;
    }

    /** Where an offset lies; an offset outside the text lies at its nearer end. */
    public Position position(int offset) {
        int line = lineIndex(offset);
        return new Position(firstLine + line, inside(offset) - lineStarts[line] + 1);
    }

    /** The line that holds an offset, without its line break. */
    public String lineAt(int offset) {
        int line = lineIndex(offset);
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : length;
        String text = slice(lineStarts[line], end);
        int length = text.length();
        while (length > 0 && (text.charAt(length - 1) == '\n' || text.charAt(length - 1) == '\r')) {
            length--;
        }
        return text.substring(0, length);
    }

    /** The text of a span; what lies past the end is left out. */
    public String slice(Span span) {
        return slice(span.start(), span.end());
    }

    private String slice(int start, int end) {
        if (length == text.length()) {
            return text.substring(Math.min(start, length), Math.min(end, length));
        }
        int from = text.offsetByCodePoints(0, Math.min(start, length));
        int to = text.offsetByCodePoints(from, Math.min(end, length) - Math.min(start, length));
        return text.substring(from, to);
    }

    private int lineIndex(int offset) {
        int found = Arrays.binarySearch(lineStarts, inside(offset));
        return found >= 0 ? found : -found - 2;
    }

    private int inside(int offset) {
        return Math.min(Math.max(offset, 0), length);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        int offset = 0;
        for (int i = 0; i < text.length(); offset++) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            boolean crBeforeLf = codePoint == '\r' && i < text.length() && text.charAt(i) == '\n';
            if ((codePoint == '\n' || codePoint == '\r') && !crBeforeLf) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = offset + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceText that
                && firstLine == that.firstLine && name.equals(that.name) && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, text, firstLine);
    }

    @Override
    public String toString() {
        return name;
    }
}
