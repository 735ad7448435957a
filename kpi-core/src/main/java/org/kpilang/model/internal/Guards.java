package org.kpilang.model.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Not;
import org.kpilang.series.Interval;

/**
 * What holds in a branch because of the condition before it: in {@code if b > 0 then a / b else 0} the divisor is above
 * zero. It holds only while names are asked in the same context.
 */
final class Guards {

    /** Nothing is known. */
    static final Guards NONE = new Guards(List.of());

    /** More conditions than anybody writes are not looked at, so that the time to check stays linear. */
    private static final int MOST = 32;

    private final List<Guard> known;

    private Guards(List<Guard> known) {
        this.known = known;
    }

    /** What is known of an expression. */
    private record Guard(Expression part, Scope scope, Interval within, boolean notZero) {}

    boolean areNone() {
        return known.isEmpty();
    }

    /**
     * These and what follows from a condition that holds, or that does not.
     *
     * @param fixed the value of an expression that is the same always
     */
    Guards with(Expression condition, boolean holds, Scope scope, Function<Expression, OptionalDouble> fixed) {
        Guards more = new Guards(new ArrayList<>(known));
        Deque<Expression> open = new ArrayDeque<>(List.of(condition));
        Deque<Boolean> senses = new ArrayDeque<>(List.of(holds));
        while (!open.isEmpty() && more.known.size() < MOST) {
            Expression part = open.pop();
            boolean sense = senses.pop();
            if (part instanceof Comparison comparison) {
                more.compare(comparison, sense, scope, fixed);
            } else if (part instanceof Not not) {
                open.push(not.operand());
                senses.push(!sense);
            } else if (part instanceof Logic logic && (logic.operator() == Logic.Operator.AND) == sense) {
                logic.operands().stream().limit(MOST).forEach(operand -> {
                    open.push(operand);
                    senses.push(sense);
                });
            }
        }
        return more;
    }

    /** What an expression is narrowed to. */
    Interval narrow(Expression part, Scope scope, Interval interval) {
        Interval narrowed = interval;
        for (Guard guard : known) {
            if (guard.scope == scope && guard.part.equals(part)) {
                narrowed = narrowed.intersect(guard.within);
            }
        }
        return narrowed;
    }

    boolean isNotZero(Expression part, Scope scope) {
        return known.stream().anyMatch(guard -> guard.notZero && guard.scope == scope && guard.part.equals(part));
    }

    private void compare(Comparison comparison, boolean holds, Scope scope, Function<Expression, OptionalDouble> fixed) {
        Comparison.Operator operator = holds ? comparison.operator() : opposite(comparison.operator());
        add(comparison.left(), operator, comparison.right(), scope, fixed);
        add(comparison.right(), mirrored(operator), comparison.left(), scope, fixed);
    }

    private void add(Expression part, Comparison.Operator operator, Expression bound, Scope scope,
            Function<Expression, OptionalDouble> fixed) {
        OptionalDouble value = fixed.apply(bound);
        if (value.isEmpty() || !Parts.isShort(part)) {
            return;
        }
        double end = value.getAsDouble();
        Interval within = switch (operator) {
            case LESS -> Interval.below(end);
            case AT_MOST -> Interval.atMost(end);
            case GREATER -> Interval.above(end);
            case AT_LEAST -> Interval.atLeast(end);
            case EQUAL -> Interval.of(end);
            case NOT_EQUAL -> Interval.ANY;
        };
        boolean notZero = operator == Comparison.Operator.NOT_EQUAL ? end == 0 : !within.contains(0);
        known.add(new Guard(part, scope, within, notZero));
    }

    private static Comparison.Operator opposite(Comparison.Operator operator) {
        return switch (operator) {
            case EQUAL -> Comparison.Operator.NOT_EQUAL;
            case NOT_EQUAL -> Comparison.Operator.EQUAL;
            case LESS -> Comparison.Operator.AT_LEAST;
            case AT_MOST -> Comparison.Operator.GREATER;
            case GREATER -> Comparison.Operator.AT_MOST;
            case AT_LEAST -> Comparison.Operator.LESS;
        };
    }

    private static Comparison.Operator mirrored(Comparison.Operator operator) {
        return switch (operator) {
            case EQUAL -> Comparison.Operator.EQUAL;
            case NOT_EQUAL -> Comparison.Operator.NOT_EQUAL;
            case LESS -> Comparison.Operator.GREATER;
            case AT_MOST -> Comparison.Operator.AT_LEAST;
            case GREATER -> Comparison.Operator.LESS;
            case AT_LEAST -> Comparison.Operator.AT_MOST;
        };
    }
}
