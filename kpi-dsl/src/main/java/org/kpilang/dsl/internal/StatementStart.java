package org.kpilang.dsl.internal;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.kpilang.dsl.internal.antlr.KpiParser;

/**
 * Finds where statements start without reading them: at a word that starts one, at the beginning of a line, before a
 * name, outside of braces that are still open.
 */
public final class StatementStart {

    private StatementStart() {}

    /** The index of the last token that starts a statement, or 0 if none does. */
    public static int last(List<? extends Token> tokens) {
        int last = 0;
        int braces = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (isAt(tokens, i, braces)) {
                last = i;
                braces = 0;
            }
            braces += change(tokens.get(i));
        }
        return last;
    }

    /** Whether a statement starts at a token. */
    public static boolean isAt(List<? extends Token> tokens, int index, int braces) {
        Token token = tokens.get(index);
        Token next = index + 1 < tokens.size() ? tokens.get(index + 1) : null;
        return StatementRecovery.isStart(token.getType(), braces)
                && (index == 0 || token.getLine() > tokens.get(index - 1).getLine())
                && next != null
                && (Place.isName(next)
                        || token.getType() == KpiParser.CALENDAR && next.getType() == KpiParser.NUMBER);
    }

    /** How many more braces are open after a token. */
    public static int change(Token token) {
        return token.getType() == KpiParser.OPEN_BLOCK ? 1 : token.getType() == KpiParser.CLOSE_BLOCK ? -1 : 0;
    }
}
