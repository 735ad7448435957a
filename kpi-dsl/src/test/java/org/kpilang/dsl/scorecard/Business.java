package org.kpilang.dsl.scorecard;

import java.util.Map;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Model;
import org.kpilang.scorecard.Scorecard;

/** A model as it is written, with monthly facts since January 2024. */
final class Business {

    private Business() {}

    static Model model(String text) {
        return KpiLanguage.model(text);
    }

    static Facts facts(Map<String, double[]> columns) {
        FactsBuilder facts = Facts.startingAt("2024-01");
        columns.forEach(facts::column);
        return facts.build();
    }

    static Result result(String text, Map<String, double[]> columns) {
        return Evaluation.of(model(text), facts(columns)).run();
    }

    static Scorecard scorecard(String text, Map<String, double[]> columns) {
        return Scorecard.of(result(text, columns));
    }

    static double[] values(double... values) {
        return values;
    }
}
