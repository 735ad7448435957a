package org.kpilang.scorecard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Sum;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;

/**
 * Which formulas are balances, so that their changes add up: stocks, their sums, and their products with numbers. All
 * others that do not add up themselves are rates.
 */
final class Balances {

    private Balances() {}

    /** Without recursion, since KPIs may need each other in a long chain. */
    static boolean isBalance(Expression formula, Model model) {
        Deque<Expression> open = new ArrayDeque<>(List.of(formula));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Expression next = open.pop();
            if (next instanceof Sum || next instanceof Negation) {
                open.addAll(next.children());
            } else if (next instanceof Product product && product.rest().stream()
                    .allMatch(factor -> factor.operand() instanceof NumberLiteral)) {
                open.add(product.first());
            } else if (next instanceof Reference reference && model.kpi(reference.name()).isPresent()) {
                if (seen.add(reference.name())) {
                    open.add(model.kpi(reference.name()).orElseThrow().formula());
                }
            } else if (!(next instanceof Reference reference && model.input(reference.name())
                    .filter(input -> input.kind() == InputKind.STOCK).isPresent())) {
                return false;
            }
        }
        return true;
    }
}
