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

    private static final int LONGEST = 100;
    private static final Set<Integer> ENDS =
            Set.of(KpiParser.CLOSE, KpiParser.CLOSE_SELECTOR, KpiParser.OPEN_BLOCK, KpiParser.COMMA);
    private static final Set<Integer> VALUE_ENDS = Set.of(KpiParser.NUMBER, KpiParser.CLOSE, KpiParser.CLOSE_SELECTOR);

    /** The token that does not fit. */
    Token token() {
        return tokens.get(expected.at());
    }

    /** How many tokens of the statement come before it. */
    int at() {
        return expected.at() - first;
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
        int index = openerIndex();
        return index < 0 ? null : tokens.get(index);
    }

    /** Whether the innermost bracket that is open is of a sort. */
    boolean isInside(int opener) {
        Token open = opener();
        return open != null && open.getType() == opener;
    }

    private int openerIndex() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = first; i < expected.at(); i++) {
            int type = tokens.get(i).getType();
            if (closer(type) != 0) {
                open.push(i);
            } else if (!open.isEmpty() && type == closer(tokens.get(open.peek()).getType())) {
                open.pop();
            }
        }
        return open.isEmpty() ? -1 : open.peek();
    }

    /** The name before the bracket of the call that the token stands in; the token itself if it stands in none. */
    Token callee() {
        int opener = openerIndex();
        return opener <= first ? token() : tokens.get(opener - 1);
    }

    /** The property that the token belongs to: the word that opens it, or null outside of braces. */
    @Nullable Token property() {
        if (!isInside(KpiParser.OPEN_BLOCK)) {
            return null;
        }
        Token property = null;
        for (int i = openerIndex() + 1; i < expected.at(); i++) {
            property = Words.PROPERTIES.contains(tokens.get(i).getText()) ? tokens.get(i) : property;
        }
        return property;
    }

    /** Whether no `=` stands before a token of a definition. */
    boolean isFirstEqualSign(int offset) {
        return !formula && opener() == null && tokens.subList(first, Math.max(first, expected.at() + offset)).stream()
                .noneMatch(token -> token.getType() == KpiParser.EQUAL);
    }

    /** Whether a token of a type follows in the statement. */
    boolean isFollowedBy(int type) {
        return tokens.subList(expected.at(), tokens.size()).stream().anyMatch(token -> token.getType() == type);
    }

    /** Whether a number or a name stands somewhere. */
    boolean isOperand(int offset) {
        return is(offset, KpiParser.NUMBER) || isName(offset);
    }

    /** The text of some tokens with what stands between them, or an empty text if it is long. */
    String written(int fromOffset, int toOffset) {
        String written = toOffset < fromOffset ? "" : source.slice(span(fromOffset, toOffset));
        return written.length() > LONGEST || written.contains("\n") ? "" : written;
    }

    /** The text of the part of a formula that ends before the token, or an empty text if it is long. */
    String before() {
        int start = Math.max(openerIndex() + 1, first);
        boolean defined = formula || openerIndex() >= 0;
        for (int i = start; i < expected.at(); i++) {
            int type = tokens.get(i).getType();
            start = type == KpiParser.COMMA || type == KpiParser.EQUAL && !defined ? i + 1 : start;
            defined |= type == KpiParser.EQUAL;
        }
        return written(start - expected.at(), -1);
    }

    /** The text after the next token of a type up to the end of the formula, or an empty text if it is long. */
    String after(int type) {
        int from = expected.at() + 1;
        while (from < tokens.size() && tokens.get(from).getType() != type) {
            from++;
        }
        int to = from;
        while (to + 1 < tokens.size() - 1 && !ENDS.contains(tokens.get(to + 1).getType())) {
            to++;
        }
        return written(from + 1 - expected.at(), to - expected.at());
    }

    /** The text between the token and the next of a type, or an empty text if there is none or it is long. */
    String upTo(int type) {
        for (int i = expected.at() + 1; i < tokens.size(); i++) {
            if (tokens.get(i).getType() == type) {
                return written(1, i - 1 - expected.at());
            }
        }
        return "";
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
