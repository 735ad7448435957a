package org.kpilang.function;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.PeriodUnit;

/**
 * The functions of the language by name, in the order in which they are explained: each is an entry of one of these
 * lists. A list is made when one of its names is first looked up: a formula calls few functions, and making them all
 * would be a good part of a cold start.
 */
final class StandardFunctions extends AbstractMap<String, Function> {

    @Override
    public @Nullable Function get(Object name) {
        for (Function function : family(name)) {
            if (function.signature().name().equals(name)) {
                return function;
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, Function>> entrySet() {
        return All.BY_NAME.entrySet();
    }

    /** The list that has a name, if any has. */
    private static List<Function> family(Object name) {
        return switch (name.toString()) {
            case "min", "max", "avg", "weighted_avg", "clamp", "abs", "sqrt", "ln", "exp", "round", "floor", "ceil", "mod" ->
                    MathFunctions.ALL;
            case "change_rate", "growth", "compound_rate", "cagr", "annualize", "share" -> RateFunctions.ALL;
            case "opening", "closing", "average", "cumulative", "ewma", "index" -> HistoryFunctions.ALL;
            case "nps", "nps_margin", "rate_low", "rate_high" -> SurveyFunctions.ALL;
            case "sum", "median", "stddev", "quantile", "count", "share_within", "repeated", "first_seen", "both", "followed",
                    "credited" -> EventFunction.ALL;
            case "days", "weeks", "months", "quarters", "years", "workdays" -> OfWindows.ALL;
            default -> List.of();
        };
    }

    private static final class OfWindows {

        static final List<Function> ALL = List.of(
                WindowFunction.of(PeriodUnit.DAY),
                WindowFunction.of(PeriodUnit.WEEK),
                WindowFunction.of(PeriodUnit.MONTH),
                WindowFunction.of(PeriodUnit.QUARTER),
                WindowFunction.of(PeriodUnit.YEAR),
                new WindowFunction(PeriodUnit.DAY, true));
    }

    private static final class All {

        static final Map<String, Function> BY_NAME = byName();

        private static Map<String, Function> byName() {
            Map<String, Function> all = new LinkedHashMap<>();
            for (List<Function> family : List.of(MathFunctions.ALL, RateFunctions.ALL, HistoryFunctions.ALL,
                    SurveyFunctions.ALL, EventFunction.ALL, OfWindows.ALL)) {
                for (Function function : family) {
                    all.put(function.signature().name(), function);
                }
            }
            return all;
        }
    }
}
