package org.kpilang.dsl.internal.testfile;

import java.util.Set;

/**
 * Finds where the formula of a question ends: before the first of the words {@code at from to in by} that stands after
 * a value and outside of all brackets, where no formula can have it.
 */
final class FormulaEnd {

    private static final Set<String> CLAUSES = Set.of("at", "from", "to", "in", "by");
    private static final Set<String> OPERATORS = Set.of("if", "then", "else", "and", "or", "not");

    private final String text;
    private int depth;
    private boolean afterValue;

    private FormulaEnd(String text) {
        this.text = text;
    }

    /** The index of the first character that is not of the formula. */
    static int of(String text) {
        return new FormulaEnd(text).find();
    }

    private int find() {
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            int end = end(at);
            if (Character.isWhitespace(first) || isComment(at)) {
                at = end;
                continue;
            }
            String word = text.substring(at, end);
            if (afterValue && depth == 0 && CLAUSES.contains(word)) {
                return at;
            }
            if (first == '(' || first == '[') {
                depth++;
            } else if (first == ')' || first == ']') {
                depth = Math.max(0, depth - 1);
            }
            afterValue = first == ')' || first == ']' || first == '`' || first == '"' || first == '%'
                    || Character.isLetterOrDigit(first) && !OPERATORS.contains(word) || first == '_';
            at = end;
        }
        return text.length();
    }

    private boolean isComment(int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    private int end(int from) {
        char first = text.charAt(from);
        if (text.startsWith("//", from)) {
            int end = text.indexOf('\n', from);
            return end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", from)) {
            int end = text.indexOf("*/", from + 2);
            return end < 0 ? text.length() : end + 2;
        } else if (first == '"' || first == '`') {
            return quoted(from, first);
        }
        int at = from + 1;
        if (isWordPart(first)) {
            while (at < text.length() && isWordPart(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    private int quoted(int from, char quote) {
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + 1);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
