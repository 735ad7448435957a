package org.kpilang.dsl.internal.testfile;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.source.Span;

/**
 * One line of a test file.
 *
 * @param number counted from 1
 * @param start  the index of its first character in the file
 * @param offset the same in code points
 * @param text   without the line break
 */
record Line(int number, int start, int offset, String text) {

    /** All lines of a text. */
    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        int offset = 0;
        while (start <= text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            lines.add(new Line(lines.size() + 1, start, offset, text.substring(start, end)));
            int next = text.startsWith("\r\n", end) ? end + 2 : end + 1;
            offset += text.codePointCount(start, end) + next - end;
            start = next;
        }
        return lines;
    }

    /** Whether it says nothing: it is blank, or a comment. */
    boolean isEmpty() {
        String said = text.strip();
        return said.isEmpty() || said.startsWith("//");
    }

    boolean isIndented() {
        return !text.isEmpty() && Character.isWhitespace(text.charAt(0));
    }

    /** The letters that it begins with. */
    String firstWord() {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    /** Where some characters of it are in the file. */
    Span span(int from, int to) {
        return Span.of(offset + text.codePointCount(0, from), offset + text.codePointCount(0, to));
    }

    /** Where what it says is in the file. */
    Span span() {
        int from = text.length() - text.stripLeading().length();
        return span(from, Math.max(from, text.stripTrailing().length()));
    }
}
