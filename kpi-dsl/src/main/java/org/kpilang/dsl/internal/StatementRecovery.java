package org.kpilang.dsl.internal;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.source.Suggestion;

/**
 * One error per statement: the first is explained, the rest of the statement is skipped. Nothing is inserted or deleted
 * to guess what was meant, and a formula ends with its first error.
 */
final class StatementRecovery extends DefaultErrorStrategy {

    private static final Set<Integer> STARTS = Set.of(KpiParser.CURRENCY, KpiParser.UNIT, KpiParser.DIMENSION,
            KpiParser.CALENDAR, KpiParser.INPUT, KpiParser.CONSTANT, KpiParser.DEFINE, KpiParser.OBJECTIVE, KpiParser.USE,
            KpiParser.KPI);
    /** Words that start a statement, and a property as well. */
    private static final Set<Integer> AMBIVALENT = Set.of(KpiParser.UNIT, KpiParser.OBJECTIVE);

    private final SyntaxExplanation explanation;
    private final Problems problems;

    StatementRecovery(SyntaxExplanation explanation, Problems problems) {
        this.explanation = explanation;
        this.problems = problems;
    }

    @Override
    public void reportError(Parser parser, RecognitionException e) {
        // Explained once, where it is recovered from.
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    /** Leaves every rule up to the statement, and goes on after it. */
    @Override
    public void recover(Parser parser, RecognitionException e) {
        ParserRuleContext context = parser.getContext();
        if (context instanceof KpiParser.StatementContext) {
            explainAndSkip(parser, context.getStart());
        } else if (context instanceof KpiParser.FormulaContext) {
            explanation.explainFormula();
            throw new ParseCancellationException();
        } else {
            throw e;
        }
    }

    /** Between statements, text that starts none is told once and skipped. */
    @Override
    public void sync(Parser parser) {
        while (parser.getContext() instanceof KpiParser.FileContext && !isStartOrEnd(parser.getInputStream().LA(1))) {
            explainAndSkip(parser, start(parser));
        }
    }

    private static boolean isStartOrEnd(int token) {
        return token == Token.EOF || STARTS.contains(token);
    }

    /** Where the explanation begins: text on the last line of a statement is told as a part of it. */
    private static Token start(Parser parser) {
        List<KpiParser.StatementContext> before = ((KpiParser.FileContext) parser.getContext()).statement();
        KpiParser.StatementContext last = before.isEmpty() ? null : before.get(before.size() - 1);
        boolean joined = last != null && last.exception == null
                && last.getStop().getLine() == parser.getCurrentToken().getLine();
        if (joined) {
            // What stands there is wrong as a whole, so nothing is made of the part that could be read.
            last.exception = new InputMismatchException(parser);
        }
        return joined ? last.getStart() : parser.getCurrentToken();
    }

    private void explainAndSkip(Parser parser, Token from) {
        Token next = nextStatement(parser.getInputStream(), from);
        explanation.explainStatement(from, next);
        if (problems.isFull()) {
            throw new ParseCancellationException();
        }
        parser.getInputStream().seek(next.getTokenIndex());
    }

    /**
     * The next word after a token that starts a statement on a line of its own, outside of braces that are still open;
     * or would start one in another language.
     * The parser may be past it, since such a word is a name as well.
     */
    private static Token nextStatement(TokenStream tokens, Token from) {
        tokens.seek(from.getTokenIndex());
        int braces = 0;
        Token token;
        do {
            braces += brace(tokens.LT(1));
            tokens.consume();
            token = tokens.LT(1);
        } while (token.getType() != Token.EOF && !startsStatement(tokens, braces));
        return token;
    }

    private static boolean startsStatement(TokenStream tokens, int braces) {
        Token token = tokens.LT(1);
        return token.getLine() > tokens.LT(-1).getLine()
                && (isStart(token.getType(), braces) || isMeantAsStart(token))
                && (Place.isName(tokens.LT(2)) || tokens.LA(2) == KpiParser.TEXT || isCalendarOfFiscalWeeks(tokens));
    }

    /** Whether a word may start a statement inside of so many open braces. */
    static boolean isStart(int type, int braces) {
        return STARTS.contains(type) && (braces <= 0 || !AMBIVALENT.contains(type));
    }

    /** Whether a word begins a statement in another language, or is meant to begin one in this. */
    private static boolean isMeantAsStart(Token token) {
        return token.getType() == KpiParser.IDENTIFIER && (Words.OTHER_STATEMENTS.containsKey(token.getText())
                || !Suggestion.nearest(token.getText(), Words.STATEMENTS).isEmpty());
    }

    private static boolean isCalendarOfFiscalWeeks(TokenStream tokens) {
        return tokens.LA(1) == KpiParser.CALENDAR && tokens.LA(2) == KpiParser.NUMBER;
    }

    private static int brace(Token token) {
        return token.getType() == KpiParser.OPEN_BLOCK ? 1 : token.getType() == KpiParser.CLOSE_BLOCK ? -1 : 0;
    }
}
