package org.kpilang.dsl.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiBaseVisitor;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.dsl.internal.antlr.KpiParser.OperationContext;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionDepth;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Negation;
import org.kpilang.expression.Not;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Sum;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;

/**
 * Builds expressions from their parse trees. A chain leans to the left in the parse tree; it is walked in a loop here
 * and is flat in the result, so that only brackets, calls and prefixes recurse. What recurses uses plain loops: a
 * stream would take ten frames of the stack for one, and {@code visit} one more than {@code accept}.
 */
final class ExpressionBuilder extends KpiBaseVisitor<Expression> {

    private final Problems problems;
    private final Literals literals;
    private final SelectorBuilder selectors;
    private final StretchBuilder stretches;

    ExpressionBuilder(Problems problems, Literals literals, SliceBuilder slices) {
        this.problems = problems;
        this.literals = literals;
        this.selectors = new SelectorBuilder(literals, slices, problems);
        this.stretches = new StretchBuilder(literals, selectors);
    }

    /** The expression, which is refused if it is too deep to be walked by recursion. */
    Expression build(ParserRuleContext context) {
        Expression expression = core(context).accept(this);
        if (ExpressionDepth.of(expression) > problems.limits().of(Limit.NESTING)) {
            problems.addTooDeep(Problems.span(context));
        }
        return expression;
    }

    @Override
    public Expression visitExpression(KpiParser.ExpressionContext context) {
        List<Expression> operands = new ArrayList<>();
        for (OperationContext operation : context.operation()) {
            operands.add(core(operation).accept(this));
        }
        Expression result = operands.size() == 1 ? operands.get(0) : new Fallback(operands, problems.origin(context));
        List<KpiParser.ChoiceContext> choices = context.choice();
        for (int i = choices.size() - 1; i >= 0; i--) {
            KpiParser.ChoiceContext choice = choices.get(i);
            result = new Conditional(core(choice.operation(0)).accept(this), core(choice.operation(1)).accept(this), result,
                    problems.origin(choice).to(problems.origin(context.getStop())));
        }
        return result;
    }

    @Override
    public Expression visitSelection(KpiParser.SelectionContext context) {
        List<Selector> all = new ArrayList<>();
        for (KpiParser.SelectionContext link : chain(context, KpiParser.SelectionContext.class)) {
            for (KpiParser.SelectorContext selector : link.selector()) {
                all.add(selectors.visit(selector));
            }
        }
        Expression operand = core(start(context, KpiParser.SelectionContext.class)).accept(this);
        return new Selection(operand, all, problems.origin(context));
    }

    @Override
    public Expression visitPower(KpiParser.PowerContext context) {
        Expression base = core(context.operation(0)).accept(this);
        return new Power(base, core(context.operation(1)).accept(this), problems.origin(context));
    }

    @Override
    public Expression visitNegation(KpiParser.NegationContext context) {
        return new Negation(core(context.operation()).accept(this), problems.origin(context));
    }

    @Override
    public Expression visitProduct(KpiParser.ProductContext context) {
        List<Product.Factor> factors = new ArrayList<>();
        for (KpiParser.ProductContext link : chain(context, KpiParser.ProductContext.class)) {
            Product.Operator operator = link.operator.getType() == KpiParser.TIMES
                    ? Product.Operator.TIMES
                    : Product.Operator.DIVIDED_BY;
            factors.add(new Product.Factor(operator, core(link.operation(1)).accept(this), problems.origin(link.operator)));
        }
        Expression first = core(start(context, KpiParser.ProductContext.class)).accept(this);
        return new Product(first, factors, problems.origin(context));
    }

    @Override
    public Expression visitSum(KpiParser.SumContext context) {
        List<Sum.Term> terms = new ArrayList<>();
        for (KpiParser.SumContext link : chain(context, KpiParser.SumContext.class)) {
            Sum.Operator operator = link.operator.getType() == KpiParser.PLUS ? Sum.Operator.PLUS : Sum.Operator.MINUS;
            terms.add(new Sum.Term(operator, core(link.operation(1)).accept(this), problems.origin(link.operator)));
        }
        return new Sum(core(start(context, KpiParser.SumContext.class)).accept(this), terms, problems.origin(context));
    }

    @Override
    public Expression visitComparison(KpiParser.ComparisonContext context) {
        List<KpiParser.ComparisonContext> chain = chain(context, KpiParser.ComparisonContext.class);
        if (chain.size() > 1) {
            chained(chain.get(0), chain.get(1));
        }
        KpiParser.ComparisonContext last = chain.get(0);
        Expression left = core(last.operation(0)).accept(this);
        Expression right = core(last.operation(1)).accept(this);
        return new Comparison(Comparators.operator(last.comparator()), left, right,
                problems.origin(last.comparator()), problems.origin(context));
    }

    private void chained(KpiParser.ComparisonContext first, KpiParser.ComparisonContext second) {
        String middle = problems.written(first.operation(1));
        problems.add(DiagnosticCode.CHAINED_COMPARISON, second.comparator(), "two comparisons in a row",
                "compare twice: `" + problems.written(first) + " and " + middle + " " + second.comparator().getText() + " "
                        + problems.written(second.operation(1)) + "`");
    }

    @Override
    public Expression visitNot(KpiParser.NotContext context) {
        return new Not(core(context.operation()).accept(this), problems.origin(context));
    }

    @Override
    public Expression visitConjunction(KpiParser.ConjunctionContext context) {
        return logic(Logic.Operator.AND, context, KpiParser.ConjunctionContext.class);
    }

    @Override
    public Expression visitDisjunction(KpiParser.DisjunctionContext context) {
        return logic(Logic.Operator.OR, context, KpiParser.DisjunctionContext.class);
    }

    private <C extends OperationContext> Expression logic(Logic.Operator operator, C context, Class<C> kind) {
        List<Expression> operands = new ArrayList<>();
        operands.add(core(start(context, kind)).accept(this));
        for (C link : chain(context, kind)) {
            operands.add(core(link.getRuleContext(OperationContext.class, 1)).accept(this));
        }
        return new Logic(operator, operands, problems.origin(context));
    }

    @Override
    public Expression visitCall(KpiParser.CallContext context) {
        String function = literals.name(context.name());
        List<Expression> arguments = new ArrayList<>();
        for (KpiParser.ArgumentContext argument : context.argument()) {
            arguments.add(core(argument).accept(this));
        }
        if (context.stretch() == null) {
            return new Call(function, arguments, problems.origin(context));
        }
        return new Statistic(function, arguments.get(0), stretches.visit(context.stretch()),
                arguments.subList(1, arguments.size()), problems.origin(context));
    }

    @Override
    public Expression visitPeriodArgument(KpiParser.PeriodArgumentContext context) {
        return new PeriodLiteral(literals.period(context.period()), problems.origin(context));
    }

    @Override
    public Expression visitQuantity(KpiParser.QuantityContext context) {
        return literals.number(context.number());
    }

    @Override
    public Expression visitReference(KpiParser.ReferenceContext context) {
        refuse(context, OtherNotation.insteadOfValue(context.getText()));
        return new Reference(literals.name(context.name(0), context.variant), problems.origin(context));
    }

    private void refuse(ParserRuleContext name, @Nullable String instead) {
        if (instead != null) {
            problems.add(DiagnosticCode.OTHER_NOTATION, name, "`" + name.getText() + "` is not of this language", instead);
        }
    }

    @Override
    public Expression visitAmount(KpiParser.AmountContext context) {
        if (context.valueName() != null) {
            return new Reference(literals.name(context.valueName()), problems.origin(context));
        } else if (context.expression() != null) {
            return core(context.expression()).accept(this);
        }
        return signed(literals.number(context.number()), context);
    }

    @Override
    public Expression visitFigure(KpiParser.FigureContext context) {
        return signed(literals.number(context.number()), context);
    }

    /** A number, or what is below zero by it. */
    private Expression signed(Expression number, ParserRuleContext context) {
        return context.getStart().getType() == KpiParser.MINUS
                ? new Negation(number, problems.origin(context)) : number;
    }

    /**
     * What is left when brackets, and rules that only pass on, are taken away. Walking through them in a loop leaves
     * one level of the stack for each level of the text.
     */
    private static ParserRuleContext core(ParserRuleContext context) {
        ParserRuleContext core = context;
        while (true) {
            if (core instanceof KpiParser.BracketsContext brackets) {
                core = brackets.expression();
            } else if (core instanceof KpiParser.ValueArgumentContext argument) {
                core = argument.expression();
            } else if (core instanceof KpiParser.ExpressionContext expression && expression.getChildCount() == 1) {
                core = expression.operation(0);
            } else {
                return core;
            }
        }
    }

    /** The links of a chain of one kind of operation, innermost and leftmost first. */
    private static <C extends OperationContext> List<C> chain(C outermost, Class<C> kind) {
        List<C> links = new ArrayList<>();
        OperationContext next = outermost;
        while (kind.isInstance(next)) {
            links.add(kind.cast(next));
            next = next.getRuleContext(OperationContext.class, 0);
        }
        Collections.reverse(links);
        return links;
    }

    /** What stands before the first link of a chain. */
    private static <C extends OperationContext> OperationContext start(C outermost, Class<C> kind) {
        OperationContext next = outermost;
        while (kind.isInstance(next)) {
            next = next.getRuleContext(OperationContext.class, 0);
        }
        return next;
    }
}
