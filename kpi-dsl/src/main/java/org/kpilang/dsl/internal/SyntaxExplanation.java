package org.kpilang.dsl.internal;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.kpilang.source.DiagnosticCode;

/** Says what is wrong with a text that cannot be parsed. */
final class SyntaxExplanation {

    private final CommonTokenStream tokens;
    private final Problems problems;

    SyntaxExplanation(CommonTokenStream tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    void explain(int rule, int from, Token offending) {
        problems.add(DiagnosticCode.UNEXPECTED_TEXT, offending, "`" + offending.getText() + "` is not expected here", null);
    }
}
