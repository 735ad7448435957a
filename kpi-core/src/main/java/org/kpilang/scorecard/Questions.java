package org.kpilang.scorecard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;

/** Collects the formulas of targets and bounds, which are then asked all at once; equal ones once. */
final class Questions {

    private final Result result;
    private final Map<Expression, Integer> numbers = new LinkedHashMap<>();

    Questions(Result result) {
        this.result = result;
    }

    Result result() {
        return result;
    }

    /** The number under which the answer will be found. */
    int add(Expression formula) {
        return numbers.computeIfAbsent(formula, first -> numbers.size());
    }

    /** Whether every formula gives all slices the same. */
    boolean areConstant() {
        return numbers.keySet().stream().allMatch(this::isConstant);
    }

    Answers ask() {
        return result.ask(new ArrayList<>(numbers.keySet()));
    }

    /** Whether a formula reads no input, so that it gives every slice the same. */
    boolean isConstant(Expression formula) {
        Set<Expression> seen = new HashSet<>();
        Deque<Expression> open = new ArrayDeque<>(List.of(formula));
        while (!open.isEmpty()) {
            Expression next = open.pop();
            if (next instanceof Reference reference && result.model().input(reference.name()).isPresent()) {
                return false;
            }
            if (seen.add(next)) {
                open.addAll(next.children());
                open.addAll(meaning(next));
            }
        }
        return true;
    }

    /** What a name stands for, if it is that of a formula. */
    private List<Expression> meaning(Expression expression) {
        if (expression instanceof Reference reference) {
            return result.model().formulas(reference.name());
        } else if (expression instanceof Call call) {
            return result.model().defined(call.function()).map(function -> List.of(function.body())).orElse(List.of());
        }
        return List.of();
    }
}
