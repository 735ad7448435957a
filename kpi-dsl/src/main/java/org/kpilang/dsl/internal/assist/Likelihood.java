package org.kpilang.dsl.internal.assist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpilang.dsl.SymbolKind;

/** Which words and signs are looked for more often than others at the same place. */
final class Likelihood {

    private static final List<String> ORDER = List.of(
            // Selectors and stretches.
            "12 months", "previous", "1 year ago", "last 12 months", "year to date", "quarter to date", "month to date",
            "whole year", "opening", "all", "same weekday 1 year ago", "week to date", "day to date",
            // Statements, and properties.
            "kpi", "input", "constant", "define", "unit", "better", "target", "status", "owner", "review",
            "description", "trap", "source", "usually", "leading", "lagging", "coincident", "drives", "objective", "strategic", "operational", "scope", "tags",
            "key", "key result", "weight", "priority", "department", "audience", "horizon", "defined by", "approved by",
            "benchmark", "baseline", "example", "quantitative", "qualitative", "since", "until",
            "currency", "dimension", "calendar", "use",
            // Signs.
            "+", "-", "*", "/", "^", "[", "(", ")", "]", ".", ",", "{", "}", ":", "=", "<>", "<", "<=", ">", ">=",
            // Units of time.
            "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years",
            "hour", "hours", "minute", "minutes", "second", "seconds");

    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        ORDER.forEach(word -> PLACES.put(word, PLACES.size()));
    }

    private Likelihood() {}

    /** Smaller for what is likelier. Names stay before it, in their own order. */
    static int place(Candidate candidate) {
        boolean own = switch (candidate.kind()) {
            case NUMBER, SELECTOR, PROPERTY, KEYWORD, OPERATOR, UNIT -> false;
            default -> true;
        };
        int other = candidate.kind() == SymbolKind.UNIT ? -1 : ORDER.size();
        return own ? -1 : PLACES.getOrDefault(candidate.text(), other);
    }
}
