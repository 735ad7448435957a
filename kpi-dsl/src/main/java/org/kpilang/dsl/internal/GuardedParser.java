package org.kpilang.dsl.internal;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;

/**
 * Counts how many rules are open and stops before the stack overflows. This is the superclass of the generated parser, so
 * no rule escapes it. The links of a chain such as {@code a + b + c} are read in a loop and do not count.
 */
public abstract class GuardedParser extends Parser {

    /**
     * The rules that may be open at once: more than 100 nested brackets or calls, which take two or three rules each. Half
     * as much again fits on a stack of 256 KiB, measured without a compiler.
     */
    static final int MOST_OPEN_RULES = 320;

    private int open;

    protected GuardedParser(TokenStream input) {
        super(input);
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        enter();
        super.enterRule(context, state, rule);
    }

    @Override
    public void exitRule() {
        open--;
        super.exitRule();
    }

    @Override
    public void enterRecursionRule(ParserRuleContext context, int state, int rule, int precedence) {
        enter();
        super.enterRecursionRule(context, state, rule, precedence);
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
        open--;
        super.unrollRecursionContexts(parent);
    }

    private void enter() {
        if (++open > MOST_OPEN_RULES) {
            throw new TooDeepException(getCurrentToken());
        }
    }
}
