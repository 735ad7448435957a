package org.kpilang.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Expression;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;

/**
 * Why a KPI is what it is in a slice and period: how it was worked out, step by step from its own formula down to the
 * inputs, with the value of each part; and if it has no value, why not. Immutable and thread-safe.
 */
public final class Why {

    private final Kpi kpi;
    private final Context context;
    private final List<WhyStep> steps;
    private final List<Reason> reasons;
    private final List<InputDefinition> inputs;

    private Why(Kpi kpi, Context context, WhySteps.Found found, List<InputDefinition> inputs) {
        this.kpi = kpi;
        this.context = context;
        this.steps = List.copyOf(found.steps());
        this.reasons = List.copyOf(found.reasons());
        this.inputs = List.copyOf(inputs);
    }

    /**
     * Why a KPI is what it is.
     *
     * @throws NoSuchElementException if the KPI, the slice or the period was not asked
     */
    public static Why of(Result result, String kpi, Context context) {
        Kpi asked = result.kpis().get(result.number(kpi));
        return new Why(asked, context, new WhySteps(result, context).of(asked),
                List.copyOf(result.model().inputsOf(asked)));
    }

    public Kpi kpi() {
        return kpi;
    }

    public Context context() {
        return context;
    }

    /** The value, or empty if there is none. */
    public OptionalDouble value() {
        return steps.get(0).value();
    }

    /** Why there is no value, root causes in the order of the formula; empty if there is one. */
    public List<Reason> reasons() {
        return reasons;
    }

    /** How it was worked out: the KPI first, and then the KPIs and functions that it needs, each once. */
    public List<WhyStep> steps() {
        return steps;
    }

    /** What was looked up and has no step of its own: inputs, constants and statistics, each once. */
    public List<WhyPart> leaves() {
        Map<Expression, WhyPart> leaves = new LinkedHashMap<>();
        Set<Expression> known = steps.stream().map(WhyStep::asked).collect(Collectors.toSet());
        for (WhyStep step : steps) {
            for (WhyPart part : step.parts()) {
                if (!known.contains(part.asked())) {
                    leaves.putIfAbsent(part.asked(), part);
                }
            }
        }
        return List.copyOf(leaves.values());
    }

    /** All inputs that the KPI reads, be it through other KPIs, functions and statistics. */
    public List<InputDefinition> inputs() {
        return inputs;
    }
}
