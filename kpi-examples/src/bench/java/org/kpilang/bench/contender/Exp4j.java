package org.kpilang.bench.contender;

import java.util.List;
import net.objecthunter.exp4j.Expression;
import net.objecthunter.exp4j.ExpressionBuilder;
import net.objecthunter.exp4j.function.Function;
import org.kpilang.bench.Notation;

/** exp4j, Apache-2.0. It has no conditions; a choice is a function of the sign of a difference. */
final class Exp4j implements Contender {

    private static final Function[] FUNCTIONS = {
        new Function("choose", 3) {
            @Override
            public double apply(double... arguments) {
                return arguments[0] > 0 ? arguments[1] : arguments[2];
            }
        },
        new Function("smaller", 2) {
            @Override
            public double apply(double... arguments) {
                return Math.min(arguments[0], arguments[1]);
            }
        },
        new Function("larger", 2) {
            @Override
            public double apply(double... arguments) {
                return Math.max(arguments[0], arguments[1]);
            }
        }};

    private Expression expression;
    private String[] names;

    @Override
    public void compile(String formula, List<String> inputs) {
        names = inputs.toArray(String[]::new);
        expression = new ExpressionBuilder(Notation.NUMBERS.write(formula)).functions(FUNCTIONS).variables(names).build();
    }

    @Override
    public void run(double[][] columns, double[] out) {
        for (int row = 0; row < out.length; row++) {
            for (int i = 0; i < names.length; i++) {
                expression.setVariable(names[i], columns[i][row]);
            }
            out[row] = expression.evaluate();
        }
    }
}
