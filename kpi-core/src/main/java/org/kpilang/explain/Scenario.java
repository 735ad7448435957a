package org.kpilang.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Plan;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Grain;

/**
 * What if: a question with changed inputs, constants and formulas, beside the actual one. The facts and the model of
 * the actual question stay as they are. Immutable and thread-safe; each method returns a changed copy.
 *
 * <pre>{@code
 * Comparison comparison = Scenario.of(question)
 *         .suppose(Assumption.scaled("revenue", 1.1))
 *         .suppose(Assumption.shifted("cost", -5_000).during(Period.parse("2024-Q1")))
 *         .compare();
 * }</pre>
 *
 * <p>Assumptions take effect one after the other. A new value is worked out in decimals; unless the question is asked
 * in decimals, it is then rounded to a double, once. A scenario that supposes nothing is the actual question itself.
 */
public final class Scenario {

    private final Evaluation actual;
    private final List<Assumption> assumptions;
    private final Map<String, Expression> formulas;

    private Scenario(Evaluation actual, List<Assumption> assumptions, Map<String, Expression> formulas) {
        this.actual = actual;
        this.assumptions = assumptions;
        this.formulas = formulas;
    }

    /** The scenario that supposes nothing. */
    public static Scenario of(Evaluation actual) {
        return new Scenario(Objects.requireNonNull(actual, "actual is null"), List.of(), Map.of());
    }

    /** Supposes something of an input or a constant, after all that was supposed before. */
    public Scenario suppose(Assumption assumption) {
        List<Assumption> more = new ArrayList<>(assumptions);
        more.add(Objects.requireNonNull(assumption, "assumption is null"));
        return new Scenario(actual, List.copyOf(more), formulas);
    }

    /** Supposes that a KPI had been defined by another formula at all times. */
    public Scenario redefine(String kpi, Expression formula) {
        Map<String, Expression> more = new LinkedHashMap<>(formulas);
        more.put(Objects.requireNonNull(kpi, "kpi is null"), Objects.requireNonNull(formula, "formula is null"));
        return new Scenario(actual, assumptions, more);
    }

    /** The question as it is. */
    public Evaluation actual() {
        return actual;
    }

    /** What is supposed of inputs and constants, in the order in which it takes effect. */
    public List<Assumption> assumptions() {
        return assumptions;
    }

    /**
     * The question as it would be: the same KPIs, periods and dimensions, asked of the changed model and facts.
     *
     * @throws DiagnosticException if an assumption or a formula does not fit the model or the facts
     */
    public Evaluation supposed() {
        return assumptions.isEmpty() && formulas.isEmpty() ? actual : supposed(actual.plan());
    }

    private Evaluation supposed(Plan plan) {
        Model model = actual.model();
        for (Map.Entry<String, Expression> formula : formulas.entrySet()) {
            model = ChangedModel.of(model, formula.getKey(), formula.getValue());
        }
        Facts facts = actual.facts();
        Grain grain = plan.window().grain();
        for (Assumption assumption : assumptions) {
            InputDefinition input = model.input(assumption.name()).orElse(null);
            if (input != null) {
                facts = ChangedFacts.of(facts, input, assumption, grain, actual.decimals() != null);
            } else {
                ConstantDefinition constant = ChangeableNames.constant(model, assumption.name());
                model = ChangedModel.of(model, constant, assumption, value(model, constant.name()));
            }
        }
        return actual.model(model).facts(facts).kpis(plan.kpis().stream().map(Kpi::id).toList()).grain(grain)
                .from(plan.window().firstPeriod()).to(plan.window().lastPeriod());
    }

    private @Nullable BigDecimal value(Model model, String constant) {
        return ChangeableNames.value(actual.model(model), constant);
    }

    /**
     * Works out both questions.
     *
     * @throws DiagnosticException if one of them cannot be answered
     */
    public Comparison compare() {
        return new Comparison(actual.run(), supposed().run());
    }
}
