package org.kpilang.dsl;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.kpilang.dsl.internal.antlr.KpiLexer;

/** Other layouts of a text, which read as the same tree: other blanks, and comments between any two words. */
final class RandomLayout {

    private RandomLayout() {}

    /** What may stand between words; a {@code #} stands for a number, so that no two comments are the same. */
    static final List<String> GAPS = List.of("", " ", " ", "  ", "\t", "\n", "\r\n", "\n\n", "\n \n\n  ", "/*#*/", " /* # */ ",
            "\n/* # */\n", "/* #\n  # */", "//#\n", " // # //\r\n", "\n\n// #\n\n", "\n  // #\n  // #\n", "/*#*//*#*/ // #\n");

    /** The text with the gaps one after the other between its words, each where it may stand. */
    static String of(String text, List<String> gaps) {
        StringBuilder out = new StringBuilder();
        int gap = 0;
        int comment = 0;
        Token previous = null;
        for (Token token : words(text)) {
            String between = gaps.get(gap++ % gaps.size());
            boolean apart = previous != null && previous.getStopIndex() + 1 < token.getStartIndex();
            if (previous != null && !apart && isPartOfPeriod(previous) && isPartOfPeriod(token)) {
                between = "";
            } else if (apart && between.isEmpty() || previous != null && previous.getType() == KpiLexer.DIVIDED) {
                between = " " + between;
            }
            for (String part : between.split("(?=#)", -1)) {
                out.append(part.startsWith("#") ? "comment " + comment++ + part.substring(1) : part);
            }
            out.append(token.getText());
            previous = token;
        }
        return out.append(gaps.get(gap % gaps.size()).replace("#", "last comment")).toString();
    }

    private static boolean isPartOfPeriod(Token token) {
        return token.getType() == KpiLexer.NUMBER || token.getType() == KpiLexer.IDENTIFIER || token.getType() == KpiLexer.MINUS;
    }

    private static List<? extends Token> words(String text) {
        return tokens(text).stream().filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL).toList();
    }

    /** All comments of a text, without blanks at the ends of their lines. */
    static List<String> comments(String text) {
        List<String> comments = new ArrayList<>();
        for (Token token : tokens(text)) {
            if (token.getType() == KpiLexer.COMMENT) {
                comments.add(String.join("\n", token.getText().lines().map(String::stripTrailing).toList()));
            }
        }
        return comments;
    }

    private static List<? extends Token> tokens(String text) {
        return new KpiLexer(CharStreams.fromString(text)).getAllTokens();
    }
}
