package org.kpilang.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equality of trees: the same kinds with the same parts, wherever they were written. Walked without recursion, since
 * the equality that records come with needs so much stack that a tree of 140 levels is too deep for a small thread.
 */
final class Structure {

    private static final Parts PARTS = new Parts();

    private Structure() {}

    static boolean equal(Expression expression, @Nullable Object other) {
        if (!(other instanceof Expression)) {
            return false;
        }
        Deque<Expression> open = new ArrayDeque<>();
        open.push(expression);
        open.push((Expression) other);
        while (!open.isEmpty()) {
            Expression right = open.pop();
            Expression left = open.pop();
            if (left == right) {
                continue;
            }
            List<Expression> leftChildren = left.children();
            List<Expression> rightChildren = right.children();
            if (left.getClass() != right.getClass() || leftChildren.size() != rightChildren.size()
                    || !left.accept(PARTS).equals(right.accept(PARTS))) {
                return false;
            }
            for (int i = 0; i < leftChildren.size(); i++) {
                open.push(leftChildren.get(i));
                open.push(rightChildren.get(i));
            }
        }
        return true;
    }

    static int hash(Expression expression) {
        int hash = 1;
        Deque<Expression> open = new ArrayDeque<>();
        open.push(expression);
        while (!open.isEmpty()) {
            Expression next = open.pop();
            hash = 31 * (31 * hash + next.getClass().getSimpleName().hashCode()) + next.accept(PARTS).hashCode();
            for (Expression child : next.children()) {
                open.push(child);
            }
        }
        return hash;
    }

    /** All that a node says itself, without its children and its origins. */
    private static final class Parts implements ExpressionVisitor<Object> {

        @Override
        public Object visit(NumberLiteral number) {
            return Arrays.asList(number.value(), number.suffix(), number.unit());
        }

        @Override
        public Object visit(PeriodLiteral period) {
            return period.text();
        }

        @Override
        public Object visit(Reference reference) {
            return reference.name();
        }

        @Override
        public Object visit(Negation negation) {
            return List.of();
        }

        @Override
        public Object visit(Sum sum) {
            List<Object> operators = new ArrayList<>(sum.rest().size());
            for (Sum.Term term : sum.rest()) {
                operators.add(term.operator());
            }
            return operators;
        }

        @Override
        public Object visit(Product product) {
            List<Object> operators = new ArrayList<>(product.rest().size());
            for (Product.Factor factor : product.rest()) {
                operators.add(factor.operator());
            }
            return operators;
        }

        @Override
        public Object visit(Power power) {
            return List.of();
        }

        @Override
        public Object visit(Comparison comparison) {
            return comparison.operator();
        }

        @Override
        public Object visit(Logic logic) {
            return logic.operator();
        }

        @Override
        public Object visit(Not not) {
            return List.of();
        }

        @Override
        public Object visit(Conditional conditional) {
            return List.of();
        }

        @Override
        public Object visit(Fallback fallback) {
            return List.of();
        }

        @Override
        public Object visit(Call call) {
            return call.function();
        }

        @Override
        public Object visit(Selection selection) {
            return selection.selectors();
        }

        @Override
        public Object visit(Statistic statistic) {
            return List.of(statistic.function(), statistic.stretch());
        }
    }
}
