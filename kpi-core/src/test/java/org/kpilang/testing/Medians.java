package org.kpilang.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Statistic;

/** Where medians and quantiles are, which a model does not let be averaged again. */
final class Medians {

    private static final Set<String> HOLISTIC = Set.of("median", "quantile");

    private final Set<String> names = new HashSet<>();

    /** Takes note of a KPI or a function. */
    void note(String name, Expression formula) {
        if (areIn(formula)) {
            names.add(name);
        }
    }

    /** Whether there is one anywhere in an expression, or in what it names. */
    boolean areIn(Expression expression) {
        Deque<Expression> open = new ArrayDeque<>(List.of(expression));
        while (!open.isEmpty()) {
            Expression part = open.pop();
            if (part instanceof Statistic statistic && HOLISTIC.contains(statistic.function())
                    || part instanceof Reference reference && names.contains(reference.name())
                    || part instanceof Call call
                    && (names.contains(call.function()) || HOLISTIC.contains(call.function()))) {
                return true;
            }
            part.children().forEach(open::push);
        }
        return false;
    }

    /** A statistic that may summarise an operand, in place of one that may not. */
    String fitting(String statistic, Expression operand) {
        return (statistic.equals("avg") || HOLISTIC.contains(statistic)) && areIn(operand) ? "max" : statistic;
    }
}
