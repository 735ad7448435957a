package org.kpilang.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Names;
import org.kpilang.source.SourceText;

/**
 * Splits a text into words, signs and comments, exactly as the grammar says; a test holds it against the lexer that is
 * generated from the grammar. Written by hand since that one needs a tenth of a second before its first word, for sets
 * of letters of all scripts. Linear in the text, whatever is not closed in it. For one use.
 */
public final class SourceLexer implements TokenSource {

    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final SourceText source;
    private final CharStream characters;
    private final Pair<TokenSource, CharStream> origin;
    private final int[] text;
    /** Where the last end of a comment stands, or -1. */
    private final int lastEndOfComment;
    private int at;
    private int line = 1;
    private int column;

    public SourceLexer(SourceText source) {
        this.source = source;
        this.characters = CharStreams.fromString(source.text(), source.name());
        this.origin = new Pair<>(this, characters);
        this.text = codePoints(source);
        int last = text.length - 2;
        while (last >= 0 && (text[last] != '*' || text[last + 1] != '/')) {
            last--;
        }
        this.lastEndOfComment = last;
    }

    private static int[] codePoints(SourceText source) {
        String chars = source.text();
        int[] points = new int[source.length()];
        for (int i = 0, next = 0; i < points.length; i++) {
            points[i] = chars.codePointAt(next);
            next += Character.charCount(points[i]);
        }
        return points;
    }

    @Override
    public Token nextToken() {
        if (at >= text.length) {
            return token(Token.EOF, text.length);
        }
        int first = text[at];
        if (isBlank(first)) {
            return hidden(KpiParser.BLANK, endOfBlank());
        } else if (Names.isStart(first)) {
            int end = endOfWord();
            return token(Lexemes.word(text, at, end), end);
        } else if (isDigit(first)) {
            return token(KpiParser.NUMBER, endOfNumber());
        }
        return switch (first) {
            case '`' -> quotedName();
            case '"' -> quotedText();
            case '/' -> comment();
            default -> {
                int pair = Lexemes.pair(first, peek(1));
                yield pair > 0 ? token(pair, at + 2) : token(Lexemes.sign(first), at + 1);
            }
        };
    }

    /** All words, signs and comments that are left, without the end of the text. */
    public List<Token> getAllTokens() {
        List<Token> all = new ArrayList<>();
        for (Token next = nextToken(); next.getType() != Token.EOF; next = nextToken()) {
            all.add(next);
        }
        return all;
    }

    private int endOfBlank() {
        int end = at + 1;
        while (isBlank(read(end))) {
            end++;
        }
        return end;
    }

    private int endOfWord() {
        int end = at + 1;
        while (end < text.length && Names.isPart(text[end])) {
            end++;
        }
        return end;
    }

    /** Each part belongs to the number only if it is whole: {@code 1.} is a number and a point. */
    private int endOfNumber() {
        int end = endOfDigits(at);
        if (read(end) == '.' && isDigit(read(end + 1))) {
            end = endOfDigits(end + 1);
        }
        if (read(end) == 'e' || read(end) == 'E') {
            int digits = read(end + 1) == '+' || read(end + 1) == '-' ? end + 2 : end + 1;
            end = isDigit(read(digits)) ? endOfDigits(digits) : end;
        }
        return switch (read(end)) {
            case '%', 'k', 'M', 'B' -> end + 1;
            default -> end;
        };
    }

    private int endOfDigits(int from) {
        int end = from;
        while (isDigit(read(end))) {
            end++;
        }
        return end;
    }

    private Token quotedName() {
        int end = at + 1;
        while (!isEndOfLine(read(end)) && text[end] != '`') {
            end++;
        }
        return read(end) == '`' && end > at + 1 ? token(KpiParser.QUOTED_NAME, end + 1)
                : token(KpiParser.UNCLOSED_NAME, end);
    }

    private Token quotedText() {
        int end = at + 1;
        while (!isEndOfLine(read(end)) && text[end] != '"') {
            if (text[end] == '\\' && isEndOfLine(read(end + 1))) {
                return token(KpiParser.UNCLOSED_TEXT, end);
            }
            end += text[end] == '\\' ? 2 : 1;
        }
        return read(end) == '"' ? token(KpiParser.TEXT, end + 1) : token(KpiParser.UNCLOSED_TEXT, end);
    }

    private Token comment() {
        int end = at + 2;
        if (peek(1) == '/') {
            while (!isEndOfLine(read(end))) {
                end++;
            }
            return hidden(KpiParser.COMMENT, end);
        } else if (peek(1) == '*' && end <= lastEndOfComment) {
            while (text[end] != '*' || text[end + 1] != '/') {
                end++;
            }
            return hidden(KpiParser.COMMENT, end + 2);
        }
        return token(KpiParser.DIVIDED, at + 1);
    }

    private Token hidden(int type, int end) {
        return token(type, Token.HIDDEN_CHANNEL, end);
    }

    private Token token(int type, int end) {
        return token(type, Token.DEFAULT_CHANNEL, end);
    }

    private Token token(int type, int channel, int end) {
        CommonToken token = new CommonToken(origin, type, channel, at, end - 1);
        token.setLine(line);
        token.setCharPositionInLine(column);
        for (; at < end; at++) {
            boolean ends = text[at] == '\n';
            line += ends ? 1 : 0;
            column = ends ? 0 : column + 1;
        }
        return token;
    }

    private int peek(int ahead) {
        return read(at + ahead);
    }

    private int read(int place) {
        return place < text.length ? text[place] : END;
    }

    private static boolean isBlank(int point) {
        return point == ' ' || point == '\t' || point == '\r' || point == '\n' || point == '\f'
                || point == BYTE_ORDER_MARK;
    }

    private static boolean isEndOfLine(int point) {
        return point == '\r' || point == '\n' || point == END;
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getCharPositionInLine() {
        return column;
    }

    @Override
    public CharStream getInputStream() {
        return characters;
    }

    @Override
    public String getSourceName() {
        return source.name();
    }

    @Override
    public void setTokenFactory(TokenFactory<?> factory) {
        throw new UnsupportedOperationException("tokens are always plain ones");
    }

    @Override
    public TokenFactory<?> getTokenFactory() {
        return CommonTokenFactory.DEFAULT;
    }
}
