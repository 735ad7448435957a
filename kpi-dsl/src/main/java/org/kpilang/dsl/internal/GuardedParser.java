package org.kpilang.dsl.internal;

import java.util.ArrayList;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;

/**
 * Counts how many rules are open and stops before the stack overflows. This is the superclass of the generated parser,
 * so no rule escapes it. The links of a chain such as {@code a + b + c} are read in a loop and do not count.
 */
public abstract class GuardedParser extends Parser {

    /**
     * How much may be open at once. An operation weighs three times as much as another rule, as its frames take most of
     * the stack: 110 nested brackets or calls are read, 80 calls within sums, 200 signs in a row. On a stack of 256
     * KiB, with the larger frames of compiled code, 312 operations in a row were measured to overflow, and no brackets
     * or calls below this limit; both take less when they are interpreted.
     */
    static final int MOST_OPEN = 680;

    static final int RULE = 1;
    static final int OPERATION = 3;

    /** From how many tokens on the parse tree is kept small: its lists have room for ten children each. */
    private static final int LONG = 10_000;

    private int open;

    protected GuardedParser(TokenStream input) {
        super(input);
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        enter(RULE);
        super.enterRule(context, state, rule);
    }

    @Override
    public void exitRule() {
        open -= RULE;
        trim(_ctx);
        super.exitRule();
    }

    @Override
    public void enterRecursionRule(ParserRuleContext context, int state, int rule, int precedence) {
        enter(OPERATION);
        super.enterRecursionRule(context, state, rule, precedence);
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
        open -= OPERATION;
        trim(_ctx);
        super.unrollRecursionContexts(parent);
    }

    private void trim(ParserRuleContext context) {
        if (_input.index() > LONG && context.children instanceof ArrayList<?> children) {
            children.trimToSize();
        }
    }

    private void enter(int weight) {
        open += weight;
        if (open > MOST_OPEN) {
            throw new TooDeepException(getCurrentToken());
        }
    }
}
