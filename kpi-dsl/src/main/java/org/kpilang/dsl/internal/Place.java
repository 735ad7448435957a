package org.kpilang.dsl.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

/**
 * The surroundings of a token that does not fit.
 *
 * @param source   the text
 * @param tokens   all its tokens, without blanks and comments
 * @param first    the index of the first token of the statement or formula
 * @param expected what would have fitted, and the index of the token that does not
 * @param end      whether the statement ends here, so that something is missing rather than wrong
 * @param formula  whether the text is a single formula
 */
record Place(SourceText source, List<Token> tokens, int first, Expected expected, boolean end, boolean formula) {

    private static final Set<Integer> VALUE_ENDS = Set.of(KpiParser.NUMBER, KpiParser.CLOSE, KpiParser.CLOSE_SELECTOR);

    /** The token that does not fit. */
    Token token() {
        return tokens.get(expected.at());
    }

    /** A token before (negative) or after the one that does not fit, if there is one in the statement. */
    @Nullable Token token(int offset) {
        int index = expected.at() + offset;
        return index >= first && index < tokens.size() ? tokens.get(index) : null;
    }

    boolean is(int offset, int type) {
        Token token = token(offset);
        return token != null && token.getType() == type;
    }

    /** The text of a token, or an empty text. */
    String text(int offset) {
        Token token = token(offset);
        return token == null || token.getType() == Token.EOF ? "" : token.getText();
    }

    /** How many tokens of a type stand before the one that does not fit. */
    long count(int type) {
        return tokens.subList(first, expected.at()).stream().filter(token -> token.getType() == type).count();
    }

    /** Whether nothing stands between a token and the one after it. */
    boolean adjacent(int offset) {
        Token token = token(offset);
        Token next = token(offset + 1);
        return token != null && next != null && token.getStopIndex() + 1 == next.getStartIndex();
    }

    /** Whether a token is a name, be it a word of the language or not. */
    boolean isName(int offset) {
        Token token = token(offset);
        return token != null && isName(token);
    }

    static boolean isName(Token token) {
        int type = token.getType();
        return type == KpiParser.IDENTIFIER || type == KpiParser.QUOTED_NAME
                || type >= KpiParser.ABOVE && type <= KpiParser.YEAR;
    }

    /** Whether a value ends with a token. */
    boolean endsValue(int offset) {
        Token token = token(offset);
        return token != null && (VALUE_ENDS.contains(token.getType()) || isName(token));
    }

    /** The span of the token that does not fit, or the place where something is missing. */
    Span span() {
        Token before = token(-1);
        return end && before != null ? Span.at(before.getStopIndex() + 1) : Problems.span(token());
    }

    Span span(int fromOffset, int toOffset) {
        Token from = token(fromOffset);
        Token to = token(toOffset);
        return Problems.span(from == null ? token() : from).to(Problems.span(to == null ? token() : to));
    }

    /** What was found, for people. */
    String found() {
        if (token().getType() == Token.EOF) {
            return formula ? "the end of the formula" : "the end of the file";
        }
        return "`" + token().getText() + "`";
    }

    String where(Token token) {
        return "line " + source.position(token.getStartIndex()).line() + ", column "
                + source.position(token.getStartIndex()).column();
    }

    String folded(int offset) {
        return text(offset).toLowerCase(Locale.ROOT);
    }

    /** The innermost bracket that is open at the token, or null. */
    @Nullable Token opener() {
        Deque<Token> open = new ArrayDeque<>();
        for (int i = first; i < expected.at(); i++) {
            Token token = tokens.get(i);
            if (closer(token.getType()) != 0) {
                open.push(token);
            } else if (!open.isEmpty() && token.getType() == closer(open.peek().getType())) {
                open.pop();
            }
        }
        return open.peek();
    }

    /** The bracket that closes an opening one; 0 for any other token. */
    static int closer(int type) {
        return switch (type) {
            case KpiParser.OPEN -> KpiParser.CLOSE;
            case KpiParser.OPEN_SELECTOR -> KpiParser.CLOSE_SELECTOR;
            case KpiParser.OPEN_BLOCK -> KpiParser.CLOSE_BLOCK;
            default -> 0;
        };
    }

    static boolean isCloser(int type) {
        return type == KpiParser.CLOSE || type == KpiParser.CLOSE_SELECTOR || type == KpiParser.CLOSE_BLOCK;
    }
}
