package org.kpilang.dsl.internal;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Ends a reading whose text is nested too deeply. Never leaves this package. */
final class TooDeepException extends ParseCancellationException {

    private static final long serialVersionUID = 1L;

    private final transient Token token;

    TooDeepException(Token token) {
        this.token = token;
    }

    /** Where the limit was passed. */
    Token token() {
        return token;
    }
}
