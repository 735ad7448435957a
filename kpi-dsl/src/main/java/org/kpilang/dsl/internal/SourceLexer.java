package org.kpilang.dsl.internal;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.kpilang.dsl.internal.antlr.KpiLexer;
import org.kpilang.source.SourceText;

/**
 * Splits a text into words, signs and comments. A {@code /*} that is not closed is two signs; it is known at once that
 * nothing closes it, so that many of them do not make the lexer look through the rest of the text for each.
 */
public final class SourceLexer extends KpiLexer {

    private final int lastEndOfComment;

    public SourceLexer(SourceText source) {
        super(CharStreams.fromString(source.text(), source.name()));
        removeErrorListeners();
        int last = source.text().lastIndexOf("*/");
        lastEndOfComment = last < 0 ? -1 : source.text().codePointCount(0, last);
    }

    @Override
    public Token nextToken() {
        int start = getCharIndex();
        if (_input.LA(1) != '/' || _input.LA(2) != '*' || start + 2 <= lastEndOfComment) {
            return super.nextToken();
        }
        int line = getLine();
        int column = getCharPositionInLine();
        getInterpreter().consume(_input);
        return getTokenFactory().create(
                _tokenFactorySourcePair, DIVIDED, null, Token.DEFAULT_CHANNEL, start, start, line, column);
    }
}
