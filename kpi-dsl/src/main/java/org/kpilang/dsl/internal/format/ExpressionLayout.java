package org.kpilang.dsl.internal.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.dsl.internal.format.Layout.Group;
import org.kpilang.dsl.internal.format.Layout.Indented;
import org.kpilang.dsl.internal.format.Layout.Sequence;

/**
 * Lays out formulas: one blank around operators; a chain that does not fit has its operators at the start of its lines,
 * and arguments that do not fit stand on lines of their own. Chains are walked in loops, so that only brackets, calls
 * and prefixes recurse.
 */
final class ExpressionLayout extends PhraseLayout {

    private final Brackets brackets;

    ExpressionLayout(Comments comments) {
        super(comments);
        this.brackets = new Brackets(comments);
    }

    /** A formula on its own. */
    Layout alone(ParserRuleContext formula) {
        return inside(formula);
    }

    /** A formula after an equals sign: the operators of its chain stand below that sign. */
    Layout afterEqual(ParserRuleContext formula) {
        ParserRuleContext core = brackets.leaveOut(formula);
        if (core instanceof KpiParser.ExpressionContext expression) {
            Layout layout = fallback(expression, true);
            return expression.choice().isEmpty() ? layout : nested(layout);
        }
        return isChain(core) ? chain(core, true) : nested(core.accept(this));
    }

    private static boolean isChain(ParserRuleContext context) {
        return context instanceof KpiParser.SumContext
                || context instanceof KpiParser.ProductContext
                || context instanceof KpiParser.PowerContext
                || context instanceof KpiParser.ComparisonContext
                || context instanceof KpiParser.ConjunctionContext
                || context instanceof KpiParser.DisjunctionContext
                || context instanceof KpiParser.AllOfSlicesContext
                || context instanceof KpiParser.AnyOfSlicesContext
                || context instanceof KpiParser.ExpressionContext expression && expression.choice().isEmpty();
    }

    private Layout operand(ParserRuleContext context) {
        return brackets.leaveOutOfOperand(context).accept(this);
    }

    private Layout nested(Layout layout) {
        return new Indented(STEP, layout);
    }

    // Chains ----------------------------------------------------------------------------------------------------------

    @Override
    public Layout visitSum(KpiParser.SumContext context) {
        return chain(context, false);
    }

    @Override
    public Layout visitProduct(KpiParser.ProductContext context) {
        return chain(context, false);
    }

    @Override
    public Layout visitPower(KpiParser.PowerContext context) {
        return chain(context, false);
    }

    @Override
    public Layout visitComparison(KpiParser.ComparisonContext context) {
        return chain(context, false);
    }

    @Override
    public Layout visitConjunction(KpiParser.ConjunctionContext context) {
        return chain(context, false);
    }

    @Override
    public Layout visitDisjunction(KpiParser.DisjunctionContext context) {
        return chain(context, false);
    }

    @Override
    public Layout visitAllOfSlices(KpiParser.AllOfSlicesContext context) {
        return chain(context, false);
    }

    @Override
    public Layout visitAnyOfSlices(KpiParser.AnyOfSlicesContext context) {
        return chain(context, false);
    }

    /**
     * Operands with an operator between any two; a chain of one kind leans to the left. Operators stand below the first
     * operand, or below the sign before it.
     */
    private Layout chain(ParserRuleContext outermost, boolean belowSign) {
        Deque<Layout> parts = new ArrayDeque<>();
        ParserRuleContext next = outermost;
        while (next.getClass() == outermost.getClass()) {
            parts.addFirst(nested(operand((ParserRuleContext) next.getChild(2))));
            parts.addFirst(Layout.BLANK);
            parts.addFirst(next.getChild(1).accept(this));
            parts.addFirst(Layout.LINE);
            next = (ParserRuleContext) next.getChild(0);
        }
        parts.addFirst(first(next, belowSign));
        return new Group(new Sequence(new ArrayList<>(parts)));
    }

    private Layout first(ParserRuleContext operand, boolean belowSign) {
        ParserRuleContext core = brackets.leaveOutOfOperand(operand);
        return belowSign || isChain(core) ? nested(core.accept(this)) : core.accept(this);
    }

    // Conditions and prefixes -----------------------------------------------------------------------------------------

    @Override
    public Layout visitExpression(KpiParser.ExpressionContext context) {
        return fallback(context, false);
    }

    /** Choices, then operands with {@code else} between any two. */
    private Layout fallback(KpiParser.ExpressionContext context, boolean belowSign) {
        List<KpiParser.ChoiceContext> choices = context.choice();
        List<Layout> parts = new ArrayList<>();
        for (KpiParser.ChoiceContext choice : choices) {
            parts.add(choice(choice));
            addElse(choice.ELSE(), parts);
        }
        boolean one = context.getChildCount() == choices.size() + 1;
        for (ParseTree child : children(context).subList(choices.size(), context.getChildCount())) {
            if (is(child, KpiParser.ELSE)) {
                addElse(child, parts);
            } else if (parts.isEmpty()) {
                parts.add(first((ParserRuleContext) child, belowSign));
            } else {
                parts.add(nested(one ? between((ParserRuleContext) child) : operand((ParserRuleContext) child)));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Group(new Sequence(parts));
    }

    private void addElse(ParseTree word, List<Layout> parts) {
        parts.add(Layout.LINE);
        parts.add(word.accept(this));
        parts.add(Layout.BLANK);
    }

    private Layout choice(KpiParser.ChoiceContext choice) {
        return Layout.group(
                choice.IF().accept(this), Layout.BLANK, new Indented(2 * STEP, between(choice.operation(0))),
                Layout.indented(STEP, Layout.LINE,
                        choice.THEN().accept(this), Layout.BLANK, nested(between(choice.operation(1)))));
    }

    private Layout between(ParserRuleContext operation) {
        return brackets.leaveOutOfOperation(operation).accept(this);
    }

    @Override
    public Layout visitNegation(KpiParser.NegationContext context) {
        return Layout.sequence(context.getChild(0).accept(this), nested(operand(context.operation())));
    }

    @Override
    public Layout visitNot(KpiParser.NotContext context) {
        return Layout.sequence(token(context.NOT().getSymbol()), Layout.BLANK, nested(operand(context.operation())));
    }

    // Brackets, calls and selectors -----------------------------------------------------------------------------------

    @Override
    public Layout visitBrackets(KpiParser.BracketsContext context) {
        return bracketed(context, inside(context.expression()));
    }

    @Override
    public Layout visitBracketedSlice(KpiParser.BracketedSliceContext context) {
        return bracketed(context, inside(context.slice()));
    }

    private Layout inside(ParserRuleContext context) {
        return brackets.leaveOut(context).accept(this);
    }

    private Layout bracketed(ParserRuleContext context, Layout inside) {
        return bracketed(context.getStart(), inside, context.getStop(), Layout.SOFT_LINE);
    }

    @Override
    public Layout visitCall(KpiParser.CallContext context) {
        List<Layout> arguments = new ArrayList<>();
        List<ParseTree> children = children(context);
        for (ParseTree child : children.subList(2, children.size() - 1)) {
            if (is(child, KpiParser.COMMA)) {
                arguments.add(child.accept(this));
                arguments.add(Layout.LINE);
            } else if (child instanceof KpiParser.ArgumentContext argument) {
                arguments.add(argument(argument, context));
            }
        }
        return Layout.sequence(context.name().accept(this), bracketed(
                context.OPEN().getSymbol(), new Sequence(arguments), context.getStop(), Layout.SOFT_LINE));
    }

    private Layout argument(KpiParser.ArgumentContext argument, KpiParser.CallContext call) {
        if (argument != call.argument(0) || call.stretch() == null) {
            return inside(argument);
        }
        return Layout.group(nested(between(argument)), Layout.LINE, token(call.OVER().getSymbol()), Layout.BLANK,
                nested(call.stretch().accept(this)));
    }

    @Override
    public Layout visitSelection(KpiParser.SelectionContext context) {
        Deque<Layout> parts = new ArrayDeque<>();
        ParserRuleContext next = context;
        while (next instanceof KpiParser.SelectionContext selection) {
            List<ParseTree> children = children(selection);
            parts.addFirst(bracketed(selection.OPEN_SELECTOR().getSymbol(),
                    separated(children.subList(2, children.size() - 1), Layout.LINE), selection.getStop(), Layout.SOFT_LINE));
            next = selection.operation();
        }
        parts.addFirst(operand(next));
        return new Sequence(new ArrayList<>(parts));
    }

    @Override
    public Layout visitSliceSelector(KpiParser.SliceSelectorContext context) {
        return inside(context.slice());
    }

    @Override
    public Layout visitSliceClause(KpiParser.SliceClauseContext context) {
        return Layout.sequence(token(context.FOR().getSymbol()), Layout.BLANK, nested(inside(context.slice())));
    }

    @Override
    public Layout visitMemberSlice(KpiParser.MemberSliceContext context) {
        List<ParseTree> children = children(context);
        int open = children.indexOf(context.OPEN());
        return Layout.sequence(phrase(children.subList(0, open)), Layout.BLANK,
                bracketed(context.OPEN().getSymbol(), phrase(children.subList(open + 1, children.size() - 1)),
                        context.getStop(), Layout.SOFT_LINE));
    }

    // Words -----------------------------------------------------------------------------------------------------------

    @Override
    public Layout visitQuantity(KpiParser.QuantityContext context) {
        return context.number().accept(this);
    }

    @Override
    public Layout visitNumber(KpiParser.NumberContext context) {
        return separated(children(context), Layout.BLANK);
    }

    @Override
    public Layout visitAmount(KpiParser.AmountContext context) {
        return context.expression() == null
                ? glued(children(context))
                : bracketed(context, inside(context.expression()));
    }

    @Override
    public Layout visitFigure(KpiParser.FigureContext context) {
        return glued(children(context));
    }

    @Override
    public Layout visitUnitFactor(KpiParser.UnitFactorContext context) {
        return glued(children(context));
    }

    @Override
    public Layout visitPeriod(KpiParser.PeriodContext context) {
        return glued(children(context));
    }

    @Override
    public Layout visitDivision(KpiParser.DivisionContext context) {
        return glued(children(context));
    }
}
