package org.kpilang.bench.contender;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import java.math.BigDecimal;
import java.util.List;
import org.kpilang.bench.Notation;

/** EvalEx with its own settings: 68 digits. Apache-2.0. */
final class EvalEx implements Contender {

    private Expression expression;
    private String[] names;

    @Override
    public void compile(String formula, List<String> inputs) throws Exception {
        names = inputs.toArray(String[]::new);
        expression = new Expression(Notation.CALL.write(formula), ExpressionConfiguration.defaultConfiguration());
        expression.validate();
    }

    @Override
    public void run(double[][] columns, double[] out) throws Exception {
        for (int row = 0; row < out.length; row++) {
            for (int i = 0; i < names.length; i++) {
                expression.with(names[i], BigDecimal.valueOf(columns[i][row]));
            }
            out[row] = expression.evaluate().getNumberValue().doubleValue();
        }
    }
}
