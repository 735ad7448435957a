package org.kpilang.bench.contender;

import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.kpilang.bench.Notation;

/** Commons JEXL with a map of variables. Apache-2.0. */
final class Jexl implements Contender {

    private static final JexlEngine ENGINE = new JexlBuilder().permissions(JexlPermissions.UNRESTRICTED)
            .namespaces(Map.of("math", Math.class)).cache(0).create();

    private final JexlContext variables = new MapContext();
    private JexlExpression expression;
    private String[] names;

    @Override
    public void compile(String formula, List<String> inputs) {
        names = inputs.toArray(String[]::new);
        expression = ENGINE.createExpression(Notation.JAVA.write(formula).replace("Math.", "math:"));
    }

    @Override
    public void run(double[][] columns, double[] out) {
        for (int row = 0; row < out.length; row++) {
            for (int i = 0; i < names.length; i++) {
                variables.set(names[i], columns[i][row]);
            }
            out[row] = ((Number) expression.evaluate(variables)).doubleValue();
        }
    }
}
