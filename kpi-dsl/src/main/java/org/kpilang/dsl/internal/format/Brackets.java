package org.kpilang.dsl.internal.format;

import org.antlr.v4.runtime.ParserRuleContext;
import org.kpilang.dsl.internal.antlr.KpiParser;

/**
 * Which brackets are left out: those around something whole, and those around a single thing. Brackets that group one
 * operator inside another stay, even where precedence would do without, since people read them; and those that hold a
 * comment.
 */
final class Brackets {

    private final Comments comments;

    Brackets(Comments comments) {
        this.comments = comments;
    }

    /** A part that has nothing beside it to bind to, without brackets around it. */
    ParserRuleContext leaveOut(ParserRuleContext part) {
        ParserRuleContext core = core(part);
        while (isPlain(core)) {
            core = inside(core);
        }
        return core;
    }

    /** A part between words such as {@code if} and {@code then}, without brackets unless it has such words itself. */
    ParserRuleContext leaveOutOfOperation(ParserRuleContext part) {
        ParserRuleContext core = core(part);
        return leaveOut(core) instanceof KpiParser.ExpressionContext ? leaveOutOfOperand(core) : leaveOut(core);
    }

    /** An operand, without brackets if it is a single thing. */
    ParserRuleContext leaveOutOfOperand(ParserRuleContext part) {
        ParserRuleContext core = core(part);
        while (isPlain(core) && isSingle(inside(core))) {
            core = inside(core);
        }
        return core;
    }

    /** Walks through rules that only pass on. */
    private static ParserRuleContext core(ParserRuleContext part) {
        ParserRuleContext core = part;
        while (core.getChildCount() == 1
                && (core instanceof KpiParser.ExpressionContext || core instanceof KpiParser.ValueArgumentContext)) {
            core = (ParserRuleContext) core.getChild(0);
        }
        return core;
    }

    private boolean isPlain(ParserRuleContext context) {
        return areBrackets(context)
                && !comments.areAt(context.getStart())
                && !comments.areAt(inside(context).getStop())
                && !comments.areAt(context.getStop());
    }

    private static boolean areBrackets(ParserRuleContext context) {
        return context instanceof KpiParser.BracketsContext || context instanceof KpiParser.BracketedSliceContext;
    }

    private static ParserRuleContext inside(ParserRuleContext brackets) {
        return core((ParserRuleContext) brackets.getChild(1));
    }

    private static boolean isSingle(ParserRuleContext context) {
        return areBrackets(context)
                || context instanceof KpiParser.CallContext
                || context instanceof KpiParser.QuantityContext
                || context instanceof KpiParser.ReferenceContext
                || context instanceof KpiParser.ComparedSliceContext
                || context instanceof KpiParser.MemberSliceContext;
    }
}
