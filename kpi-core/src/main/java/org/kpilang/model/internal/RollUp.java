package org.kpilang.model.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Negation;
import org.kpilang.expression.Not;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Sum;
import org.kpilang.function.EventFunction;
import org.kpilang.function.Function;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;

/**
 * Whether the value of a long window is the sum of the values of the shorter ones that make it up: of flows, of their
 * sums, and of their products with fixed numbers. Where that is not certain it is taken not to be so.
 */
final class RollUp extends Interpretation<RollUp.Sort> {

    /** How the value of a window comes from those of its parts. */
    enum Sort {
        /** It is the same number everywhere. */
        FIXED,
        /** It is their sum. */
        ADDS,
        /** In another way. */
        OTHER
    }

    private final Map<String, Sort> sorts = new HashMap<>();

    private RollUp(Draft draft) {
        super(draft, new Findings());
    }

    static RollUp of(Draft draft) {
        RollUp rollUp = new RollUp(draft);
        for (Definition definition : draft.order().definitions()) {
            if (!(definition instanceof FunctionDefinition)) {
                Expression formula = Objects.requireNonNull(Formula.main(definition)).expression();
                rollUp.sorts.merge(Symbols.name(definition), rollUp.of(formula), RollUp::together);
            }
        }
        return rollUp;
    }

    boolean addsUp(String kpi) {
        return sorts.get(kpi) == Sort.ADDS;
    }

    private static Sort together(Sort one, Sort other) {
        return one == other ? one : Sort.OTHER;
    }

    @Override
    Sort unknown() {
        return Sort.OTHER;
    }

    @Override
    Sort input(InputDefinition input) {
        return input.kind() == InputKind.FLOW ? Sort.ADDS : Sort.OTHER;
    }

    @Override
    Sort named(Definition definition) {
        return definition instanceof ConstantDefinition ? Sort.FIXED
                : sorts.getOrDefault(Symbols.name(definition), Sort.OTHER);
    }

    @Override
    Sort calculated(Call call, Function function) {
        if (function instanceof EventFunction events && EventGrades.addsUp(call, events)) {
            return Sort.ADDS;
        }
        return !call.arguments().isEmpty() && each(call.arguments()).stream().allMatch(Sort.FIXED::equals)
                ? Sort.FIXED : Sort.OTHER;
    }

    @Override
    public Sort visit(NumberLiteral number) {
        return Sort.FIXED;
    }

    @Override
    public Sort visit(PeriodLiteral period) {
        return Sort.OTHER;
    }

    @Override
    public Sort visit(Negation negation) {
        return negation.operand().accept(this);
    }

    @Override
    public Sort visit(Sum sum) {
        Sort sort = sum.first().accept(this);
        for (Sum.Term term : sum.rest()) {
            sort = together(sort, term.operand().accept(this));
        }
        return sort;
    }

    @Override
    public Sort visit(Product product) {
        Sort sort = product.first().accept(this);
        for (Product.Factor factor : product.rest()) {
            Sort next = factor.operand().accept(this);
            boolean scales = factor.operator() == Product.Operator.TIMES && sort == Sort.FIXED;
            sort = next == Sort.FIXED ? sort : scales ? next : Sort.OTHER;
        }
        return sort;
    }

    @Override
    public Sort visit(Power power) {
        return together(together(power.base().accept(this), power.exponent().accept(this)), Sort.FIXED);
    }

    @Override
    public Sort visit(Comparison comparison) {
        return Sort.OTHER;
    }

    @Override
    public Sort visit(Logic logic) {
        return Sort.OTHER;
    }

    @Override
    public Sort visit(Not not) {
        return Sort.OTHER;
    }

    @Override
    public Sort visit(Conditional conditional) {
        return Sort.OTHER;
    }

    /** A flow that falls back on another, or on a zero for a period without any. */
    @Override
    public Sort visit(Fallback fallback) {
        List<Expression> others = fallback.operands().subList(1, fallback.operands().size());
        Sort sort = fallback.operands().get(0).accept(this);
        for (Expression other : others) {
            sort = isZero(other) ? sort : together(sort, other.accept(this));
        }
        return sort;
    }

    private static boolean isZero(Expression expression) {
        return expression instanceof NumberLiteral number && number.value().signum() == 0;
    }

    @Override
    public Sort visit(Selection selection) {
        Sort sort = selection.operand().accept(this);
        boolean sameWindow = selection.selectors().stream().allMatch(selector -> selector instanceof Selector.Ago
                || selector instanceof Selector.Slice || selector instanceof Selector.All);
        return sort == Sort.FIXED || sameWindow ? sort : Sort.OTHER;
    }

    @Override
    public Sort visit(Statistic statistic) {
        return Sort.OTHER;
    }
}
