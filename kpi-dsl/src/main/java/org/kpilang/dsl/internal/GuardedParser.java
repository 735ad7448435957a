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
     * The rules that may be open at once. A level of the text takes two to four: 110 nested brackets or calls are read, and
     * 80 calls within sums. On a stack of 256 KiB the parser was measured to overflow at 450 rules or later.
     */
    static final int MOST_OPEN_RULES = 340;

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
