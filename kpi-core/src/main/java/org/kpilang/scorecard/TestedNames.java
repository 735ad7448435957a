package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.leadlag.TimingFinding;
import org.kpilang.leadlag.TimingTest;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/** The totals of KPIs and inputs, tested against each other in the periods of a result. */
final class TestedNames {

    private final Result result;
    private final String outcome;
    private final Map<String, double[]> values;

    private TestedNames(Result result, String outcome, Map<String, double[]> values) {
        this.result = result;
        this.outcome = outcome;
        this.values = values;
    }

    /** Asks for some KPIs and inputs, and for the outcome that they are compared with. */
    static TestedNames of(Result result, String outcome, Collection<String> names) {
        List<String> asked = new ArrayList<>(names);
        asked.add(outcome);
        List<Expression> formulas = new ArrayList<>();
        asked.forEach(name -> formulas.add(new Reference(name, Origin.NONE)));
        Answers answers = result.ask(formulas);
        Map<String, double[]> values = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            values.put(asked.get(i), totals(answers, i, result));
        }
        return new TestedNames(result, outcome, values);
    }

    private static double[] totals(Answers answers, int formula, Result result) {
        int total = result.slices().size() - 1;
        double[] values = new double[result.periods()];
        for (int period = 0; period < values.length; period++) {
            values[period] = answers.valueOr(formula, total, period, Double.NaN);
        }
        return values;
    }

    /** What the history shows of one against the outcome; one-sided if both say what is better. */
    TimingFinding finding(String candidate) {
        Model model = result.model();
        return TimingTest.of(result.window().grain())
                .logarithms(isRelative(candidate, model), isRelative(outcome, model))
                .direction(ExpectedDirection.of(candidate, outcome, model))
                .test(Objects.requireNonNull(values.get(candidate)), Objects.requireNonNull(values.get(outcome)));
    }

    /** Percents and scores change by points; of other units the values say whether growth is relative. */
    private static @Nullable Boolean isRelative(String name, Model model) {
        Unit unit = model.kpi(name).map(Kpi::unit)
                .orElseGet(() -> model.input(name).map(InputDefinition::unit).orElse(Unit.BARE));
        return unit.isPure() && unit != Unit.BARE || unit.equals(Unit.POINTS) ? Boolean.FALSE : null;
    }
}
