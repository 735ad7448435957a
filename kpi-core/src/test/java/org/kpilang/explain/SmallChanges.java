package org.kpilang.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.SmallModel;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;

/** Changes of one formula over flows, from a month to the next. */
final class SmallChanges {

    private SmallChanges() {}

    /** @param inputs the two months of each input of the formula */
    static Decomposition change(Expression formula, Method method, Map<String, double[]> inputs) {
        return ChangeExplanation.of(result(formula, inputs), "kpi").from("2024-01").to("2024-02").method(method)
                .decompose();
    }

    static Result result(Expression formula, Map<String, double[]> inputs) {
        SmallModel model = new SmallModel().flows(inputs.keySet().toArray(String[]::new)).kpi("kpi", formula);
        FactsBuilder facts = Facts.startingAt("2024-01");
        inputs.forEach(facts::column);
        return Evaluation.of(model.build(), facts.build()).run();
    }

    /** What each row adds, by its label. */
    static Map<String, Double> amounts(Decomposition decomposition) {
        if (decomposition.refusal().isPresent()) {
            throw new AssertionError(decomposition.refusal().get());
        }
        Map<String, Double> amounts = new LinkedHashMap<>();
        decomposition.rows().forEach(row -> amounts.put(row.label(), row.amount()));
        return amounts;
    }
}
