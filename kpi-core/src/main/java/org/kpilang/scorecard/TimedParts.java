package org.kpilang.scorecard;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Statistic;
import org.kpilang.function.DerivedFunction;
import org.kpilang.function.Function;
import org.kpilang.function.IndexFunction;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;

/**
 * What the formulas of KPIs are made of, and how late each part enters: by name, in periods. A part that enters at
 * several times counts at its newest, since the older values are known by then. How deep calls lie in each other is
 * limited by the model.
 */
final class TimedParts {

    private final Model model;
    private final Delays delays;
    private final Predicate<String> isPart;
    /** Of the KPIs that are no parts themselves but made of some. */
    private final Map<String, Map<String, Double>> byKpi = new HashMap<>();
    /** Of calls of functions of the model, which may call others several times. */
    private final Map<List<Object>, Map<String, Double>> byCall = new HashMap<>();

    /**
     * @param isPart which KPIs are parts as they are; others are taken apart
     */
    TimedParts(Model model, Grain grain, Predicate<String> isPart) {
        this.model = model;
        this.delays = new Delays(model.calendar(), grain);
        this.isPart = isPart;
        // Each KPI comes after all that it needs, so that no chain of them is followed deeply.
        for (String name : model.order()) {
            model.kpi(name).ifPresent(kpi -> byKpi.put(name, parts(kpi.formula(), Map.of())));
        }
    }

    /** The parts of a KPI by their name, in the order of the formula, with how late they enter. */
    Map<String, Double> of(Kpi kpi) {
        return byKpi.getOrDefault(kpi.id(), Map.of());
    }

    /** @param arguments what parameters stand for */
    private Map<String, Double> parts(Expression formula, Map<String, Map<String, Double>> arguments) {
        if (formula instanceof Reference reference) {
            return named(reference.name(), arguments);
        } else if (formula instanceof Selection selection) {
            return later(parts(selection.operand(), arguments), delays.of(selection.selectors()));
        } else if (formula instanceof Statistic statistic) {
            return later(parts(statistic.operand(), arguments), delays.of(statistic));
        } else if (formula instanceof Call call) {
            return called(call, arguments);
        }
        return together(formula.children(), arguments);
    }

    private Map<String, Double> named(String name, Map<String, Map<String, Double>> arguments) {
        Map<String, Double> argument = arguments.get(name);
        if (argument != null) {
            return argument;
        } else if (model.input(name).isPresent() || model.kpi(name).isPresent() && isPart.test(name)) {
            return Map.of(name, 0.0);
        }
        return byKpi.getOrDefault(name, Map.of());
    }

    private Map<String, Double> called(Call call, Map<String, Map<String, Double>> arguments) {
        FunctionDefinition defined = model.defined(call.function()).orElse(null);
        if (defined != null) {
            Map<String, Map<String, Double>> given = new HashMap<>();
            for (int i = 0; i < defined.parameters().size(); i++) {
                given.put(defined.parameters().get(i), parts(call.arguments().get(i), arguments));
            }
            List<Object> key = List.of(call.function(), given);
            Map<String, Double> known = byCall.get(key);
            if (known == null) {
                known = parts(defined.body(), given);
                byCall.put(key, known);
            }
            return known;
        }
        Function function = model.functions().find(call.function()).orElse(null);
        if (function instanceof DerivedFunction derived) {
            return parts(derived.derive(call.arguments()), arguments);
        } else if (function instanceof IndexFunction) {
            return parts(IndexFunction.value(call.arguments()), arguments);
        }
        return together(model.functions().formulas(call), arguments);
    }

    private Map<String, Double> together(List<Expression> formulas, Map<String, Map<String, Double>> arguments) {
        Map<String, Double> all = new LinkedHashMap<>();
        for (Expression formula : formulas) {
            parts(formula, arguments).forEach((name, delay) -> all.merge(name, delay, Math::min));
        }
        return all;
    }

    private static Map<String, Double> later(Map<String, Double> parts, double delay) {
        Map<String, Double> later = new LinkedHashMap<>();
        parts.forEach((name, before) -> later.put(name, before + delay));
        return later;
    }
}
