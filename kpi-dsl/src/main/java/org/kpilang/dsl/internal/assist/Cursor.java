package org.kpilang.dsl.internal.assist;

import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.SourceLexer;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

/**
 * Where a person types.
 *
 * @param before   the words and signs before the one that is being typed
 * @param word     the word that is being typed, or null between words
 * @param quote    whether it is between quotes or backticks
 * @param typed    what there is of it before the cursor, without its quote
 * @param replaced all of it
 * @param rest     the text behind it
 */
record Cursor(List<Token> before, @Nullable Token word, Quote quote, String typed, Span replaced, String rest) {

    /** What encloses a word. */
    enum Quote {
        NONE, TEXT, NAME
    }

    private static final String BREAKS = "()[]{},:=<>\r\n";

    /** The place of an offset, or null inside a comment. */
    static @Nullable Cursor at(SourceText source, int offset) {
        String prefix = source.slice(Span.of(0, offset));
        String behind = source.text().substring(prefix.length());
        List<? extends Token> all = tokens(prefix);
        List<Token> before = visible(all);
        if (isInComment(all)) {
            return null;
        }
        Token last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last == null || last.getChannel() != Token.DEFAULT_CHANNEL || !isTyped(last.getType())) {
            return new Cursor(before, null, Quote.NONE, "", Span.at(offset), behind);
        }
        List<Token> earlier = before.subList(0, before.size() - 1);
        if (last.getType() == KpiParser.UNCLOSED_TEXT || last.getType() == KpiParser.UNCLOSED_NAME) {
            boolean text = last.getType() == KpiParser.UNCLOSED_TEXT;
            int more = quoted(behind, text ? '"' : '`');
            return new Cursor(earlier, null, text ? Quote.TEXT : Quote.NAME, last.getText().substring(1),
                    Span.of(last.getStartIndex(), offset + behind.codePointCount(0, more)), behind.substring(more));
        }
        int more = word(behind);
        return new Cursor(earlier, last, Quote.NONE, last.getText(),
                Span.of(last.getStartIndex(), offset + behind.codePointCount(0, more)), behind.substring(more));
    }

    /** All words and signs of a text, without blanks and comments. */
    static List<Token> words(String text) {
        return visible(tokens(text));
    }

    static List<Token> tokens(String text) {
        return new SourceLexer(SourceText.ofFormula(text)).getAllTokens();
    }

    static List<Token> visible(List<? extends Token> tokens) {
        return tokens.stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL).map(Token.class::cast).toList();
    }

    private static boolean isInComment(List<? extends Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).getType() == KpiParser.TIMES && tokens.get(i - 1).getType() == KpiParser.DIVIDED) {
                return true;
            }
        }
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).getText().startsWith("//");
    }

    private static boolean isTyped(int type) {
        return isWord(type) || type == KpiParser.UNCLOSED_TEXT || type == KpiParser.UNCLOSED_NAME;
    }

    /** Whether a token is a word without quotes, be it a word of the language or not. */
    static boolean isWord(int type) {
        return type == KpiParser.IDENTIFIER || type >= KpiParser.ABOVE && type <= KpiParser.YEAR;
    }

    /** Where the rest of a word ends. */
    private static int word(String behind) {
        int end = 0;
        while (end < behind.length() && isPartOfWord(behind.codePointAt(end))) {
            end += Character.charCount(behind.codePointAt(end));
        }
        return end;
    }

    /** Where what belongs to an open quotation ends; what looks like more than its words is left out. */
    private static int quoted(String behind, char quote) {
        int end = 0;
        while (end < behind.length() && behind.charAt(end) != quote && BREAKS.indexOf(behind.charAt(end)) < 0) {
            end++;
        }
        return end < behind.length() && behind.charAt(end) == quote ? end + 1 : 0;
    }

    private static boolean isPartOfWord(int codePoint) {
        return codePoint == '_' || codePoint >= '0' && codePoint <= '9' || Character.isLetter(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    /** The place behind the word, to go on after it. */
    Cursor behindWord() {
        return new Cursor(Stream.concat(before.stream(), Stream.ofNullable(word)).toList(),
                null, Quote.NONE, "", Span.at(replaced.end()), rest);
    }

    /** Whether a word put here would grow together with what stands before it. */
    boolean joinsBefore() {
        if (before.isEmpty()) {
            return false;
        }
        Token last = before.get(before.size() - 1);
        return last.getStopIndex() + 1 == replaced.start() && (isWord(last.getType()) || switch (last.getType()) {
            case KpiParser.NUMBER, KpiParser.QUOTED_NAME, KpiParser.TEXT, KpiParser.CLOSE, KpiParser.CLOSE_SELECTOR,
                    KpiParser.CLOSE_BLOCK, KpiParser.UNRECOGNIZED -> true;
            default -> false;
        });
    }

    /** Whether a word put here would grow together with what stands behind it. */
    boolean joinsBehind() {
        return !rest.isEmpty() && isPartOfWord(rest.codePointAt(0));
    }

    /** Whether this is the first word of its line. */
    boolean beginsLine(SourceText source) {
        return source.lineAt(replaced.start())
                .codePoints().limit(source.position(replaced.start()).column() - 1L).allMatch(Character::isWhitespace);
    }
}
