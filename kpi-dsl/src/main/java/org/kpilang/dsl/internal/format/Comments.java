package org.kpilang.dsl.internal.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.kpilang.dsl.internal.SourceLexer;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.dsl.internal.format.Layout.Remark;
import org.kpilang.source.SourceText;

/**
 * The comments of a text, each with the token it belongs to: a comment that stands behind a token on its line belongs
 * to that token, any other to the token after it. Written out so, every comment finds the same token again.
 */
final class Comments {

    private final Map<Integer, List<Remark>> above = new HashMap<>();
    private final Map<Integer, List<String>> behind = new HashMap<>();
    private final BitSet afterEmptyLine = new BitSet();

    private Comments() {}

    /** The comments of a text. */
    static Comments of(String text) {
        CommonTokenStream tokens = new CommonTokenStream(new SourceLexer(SourceText.ofFormula(text)));
        tokens.fill();
        return of(tokens.getTokens());
    }

    private static Comments of(List<Token> tokens) {
        Comments comments = new Comments();
        List<Remark> waiting = new ArrayList<>();
        int previous = -1;
        int lineBreaks = 0;
        for (Token token : tokens) {
            int index = token.getTokenIndex();
            if (token.getType() == KpiParser.BLANK) {
                lineBreaks += lineBreaks(token.getText());
            } else if (token.getType() == KpiParser.COMMENT) {
                if (previous < 0 || lineBreaks > 0 || !waiting.isEmpty()) {
                    waiting.add(new Remark(tidy(token.getText()), lineBreaks > 1));
                } else {
                    comments.behind.computeIfAbsent(previous, key -> new ArrayList<>()).add(tidy(token.getText()));
                }
                lineBreaks = 0;
            } else {
                boolean pulledUp = token.getType() == KpiParser.COMMA && waiting.isEmpty()
                        && comments.pullUp(index, previous);
                if (!waiting.isEmpty()) {
                    comments.above.put(index, List.copyOf(waiting));
                    waiting.clear();
                }
                comments.afterEmptyLine.set(index, lineBreaks > 1);
                previous = index;
                lineBreaks = pulledUp ? 1 : 0;
            }
        }
        return comments;
    }

    /** Puts a comma before the comment that ends the line of the word before it; what follows is on the next line. */
    private boolean pullUp(int comma, int previous) {
        List<String> before = behind.getOrDefault(previous, List.of());
        if (before.isEmpty() || !endsLine(before.get(before.size() - 1))) {
            return false;
        }
        behind.computeIfAbsent(comma, key -> new ArrayList<>()).add(before.remove(before.size() - 1));
        if (before.isEmpty()) {
            behind.remove(previous);
        }
        return true;
    }

    /** Whether nothing can stand behind a comment on its line. */
    static boolean endsLine(String comment) {
        return comment.startsWith("//");
    }

    private static int lineBreaks(String blank) {
        return (int) blank.lines().count() + (blank.endsWith("\n") || blank.endsWith("\r") ? 1 : 0) - 1;
    }

    /** A comment without blanks at the ends of its lines. */
    private static String tidy(String comment) {
        return comment.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    /** Takes the comments above a token; they are not there a second time. */
    List<Remark> takeAbove(Token token) {
        List<Remark> taken = above.remove(token.getTokenIndex());
        return taken == null ? List.of() : taken;
    }

    /** The comments behind a token. */
    List<String> behind(Token token) {
        return behind.getOrDefault(token.getTokenIndex(), List.of());
    }

    /** Whether a comment belongs to a token. */
    boolean areAt(Token token) {
        return above.containsKey(token.getTokenIndex()) || behind.containsKey(token.getTokenIndex());
    }

    /** Whether the line before a token is empty. */
    boolean isAfterEmptyLine(Token token) {
        return afterEmptyLine.get(token.getTokenIndex());
    }
}
