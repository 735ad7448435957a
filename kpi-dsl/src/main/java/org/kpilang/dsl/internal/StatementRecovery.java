package org.kpilang.dsl.internal;

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
            explain(e, KpiParser.RULE_file, context.getStart().getTokenIndex());
            skip(parser, context.getStart().getTokenIndex());
        } else if (context.getParent() == null) {
            explain(e, context.getRuleIndex(), 0);
            throw new ParseCancellationException();
        } else {
            throw e;
        }
    }

    /** Between statements, text that starts none is told once and skipped. */
    @Override
    public void sync(Parser parser) {
        int next = parser.getInputStream().LA(1);
        if (parser.getContext() instanceof KpiParser.FileContext && next != Token.EOF && !STARTS.contains(next)) {
            int from = parser.getCurrentToken().getTokenIndex();
            explain(new InputMismatchException(parser), KpiParser.RULE_file, from);
            parser.consume();
            skip(parser, from);
        }
    }

    private void explain(RecognitionException e, int rule, int from) {
        explanation.explain(rule, from, e.getOffendingToken());
        if (problems.isFull()) {
            throw new ParseCancellationException();
        }
    }

    /** Skips to the next word that starts a statement on a line of its own, outside of braces that are still open. */
    private static void skip(Parser parser, int from) {
        TokenStream tokens = parser.getInputStream();
        int braces = 0;
        for (int i = from; i < tokens.index(); i++) {
            braces += brace(tokens.get(i));
        }
        Token token = tokens.LT(1);
        while (token.getType() != Token.EOF && !startsStatement(token, tokens.LT(-1), braces)) {
            braces += brace(token);
            parser.consume();
            token = tokens.LT(1);
        }
    }

    private static boolean startsStatement(Token token, Token before, int braces) {
        return STARTS.contains(token.getType())
                && token.getLine() > before.getLine()
                && (braces <= 0 || !AMBIVALENT.contains(token.getType()));
    }

    private static int brace(Token token) {
        return token.getType() == KpiParser.OPEN_BLOCK ? 1 : token.getType() == KpiParser.CLOSE_BLOCK ? -1 : 0;
    }
}
