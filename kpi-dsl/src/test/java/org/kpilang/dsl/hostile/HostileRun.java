package org.kpilang.dsl.hostile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.kpilang.dsl.Formula;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;
import org.kpilang.time.Grain;

/** Reads, checks and evaluates a case as an application would. */
final class HostileRun {

    /** The KPI that a formula on its own is made. */
    static final String RESULT = "r";
    static final String DEFINITION = "kpi ";

    private static final String PERIOD = "2001";
    private static final double X = 2;

    private HostileRun() {}

    static Outcome of(HostileCase given, Limits limits) {
        try {
            if (given.mode().equals("api")) {
                return answered(HostileApplication.value(given), List.of());
            } else if (given.accepted().contains("SAFE_TEXT")) {
                SafeText.check(given.text());
                return new Outcome("SAFE_TEXT", Map.of(), List.of());
            } else if (given.mode().equals("program")) {
                return model(KpiLanguage.check(SourceText.of("case.kpi", file(given.text())), limits), x(X));
            } else if (given.series() != null) {
                return model(KpiLanguage.check(SourceText.of("case.kpi", file(RESULT + " = " + given.text())), limits),
                        SeriesFacts.of(given.id(), given.series()));
            }
            return formula(Formula.check(SourceText.ofFormula(given.text()), limits));
        } catch (DiagnosticException e) {
            return Outcome.refused(e.diagnostics());
        }
    }

    private static Outcome formula(Checked<Formula> checked) {
        if (!checked.isValid()) {
            return Outcome.refused(checked.diagnostics());
        }
        Formula formula = checked.orThrow();
        Map<String, Double> given = new HashMap<>();
        formula.inputs().stream().filter(name -> name.equals("x") || name.equals("y")).forEach(name -> given.put(name, X));
        return answered(formula.value(given), checked.diagnostics());
    }

    private static Outcome answered(OptionalDouble value, List<Diagnostic> warnings) {
        return Outcome.answered(value.isPresent() ? Map.of(RESULT, value.getAsDouble()) : Map.of(), value.isEmpty(), warnings);
    }

    /** A program as a file: what is defined are KPIs, and x is an input. */
    private static String file(String program) {
        StringBuilder file = new StringBuilder();
        program.lines().forEach(line -> file.append(DEFINITION).append(line).append('\n'));
        return file.append("input x : flow\n").toString();
    }

    private static Function<Model, Evaluation> x(double x) {
        return model -> Evaluation.of(model, Facts.builder(model).startingAt(PERIOD).column("x", x).build())
                .grain(Grain.YEAR).from(PERIOD).to(PERIOD);
    }

    private static Outcome model(Checked<Model> checked, Function<Model, Evaluation> question) {
        if (!checked.isValid()) {
            return Outcome.refused(checked.diagnostics());
        }
        Result result = question.apply(checked.orThrow()).run();
        Map<String, Double> values = new HashMap<>();
        boolean missing = false;
        int last = result.periods() - 1;
        for (Kpi kpi : result.kpis()) {
            OptionalDouble value = result.value(kpi.id(), result.period(last).toString());
            value.ifPresent(number -> values.put(kpi.id(), number));
            missing |= value.isEmpty();
        }
        return Outcome.answered(values, missing, checked.diagnostics());
    }
}
