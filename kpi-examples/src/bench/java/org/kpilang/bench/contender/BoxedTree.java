package org.kpilang.bench.contender;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Sum;

/** What somebody writes on a free afternoon: a tree of functions over a map of boxed values, row by row. */
final class BoxedTree implements Contender {

    private final Map<String, Double> variables = new HashMap<>();
    private Function<Map<String, Double>, Double> tree;
    private List<String> names;

    @Override
    public void compile(String formula, List<String> inputs) {
        names = inputs;
        tree = tree(KpiLanguage.formula(formula));
    }

    @Override
    public void run(double[][] columns, double[] out) {
        for (int row = 0; row < out.length; row++) {
            for (int i = 0; i < columns.length; i++) {
                variables.put(names.get(i), columns[i][row]);
            }
            out[row] = tree.apply(variables);
        }
    }

    private static Function<Map<String, Double>, Double> tree(Expression expression) {
        if (expression instanceof NumberLiteral number) {
            Double value = number.doubleValue();
            return row -> value;
        } else if (expression instanceof Reference reference) {
            return row -> row.get(reference.name());
        } else if (expression instanceof Sum sum) {
            Function<Map<String, Double>, Double> result = tree(sum.first());
            for (Sum.Term term : sum.rest()) {
                result = both(result, tree(term.operand()),
                        term.operator() == Sum.Operator.PLUS ? (a, b) -> a + b : (a, b) -> a - b);
            }
            return result;
        } else if (expression instanceof Product product) {
            Function<Map<String, Double>, Double> result = tree(product.first());
            for (Product.Factor factor : product.rest()) {
                result = both(result, tree(factor.operand()),
                        factor.operator() == Product.Operator.TIMES ? (a, b) -> a * b : (a, b) -> a / b);
            }
            return result;
        } else if (expression instanceof Conditional conditional) {
            Comparison comparison = (Comparison) conditional.condition();
            Function<Map<String, Double>, Double> left = tree(comparison.left());
            Function<Map<String, Double>, Double> right = tree(comparison.right());
            Function<Map<String, Double>, Double> then = tree(conditional.then());
            Function<Map<String, Double>, Double> otherwise = tree(conditional.otherwise());
            return row -> left.apply(row) > right.apply(row) ? then.apply(row) : otherwise.apply(row);
        }
        Call call = (Call) expression;
        return both(tree(call.arguments().get(0)), tree(call.arguments().get(1)),
                call.function().equals("min") ? Math::min : Math::max);
    }

    private static Function<Map<String, Double>, Double> both(Function<Map<String, Double>, Double> a,
            Function<Map<String, Double>, Double> b, BinaryOperator<Double> operator) {
        return row -> operator.apply(a.apply(row), b.apply(row));
    }
}
