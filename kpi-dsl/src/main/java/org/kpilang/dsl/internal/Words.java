package org.kpilang.dsl.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that begin something, and those that other languages have for them. */
final class Words {

    static final List<String> STATEMENTS = List.of("currency", "unit", "dimension", "calendar", "input", "constant",
            "define",
            "objective", "use", "kpi");
    /** Those of a KPI, and the one that only objectives have; those that are looked for most come first. */
    static final List<String> PROPERTIES = List.of("unit", "better", "target", "status", "owner", "review", "objective",
            "description", "leading", "coincident", "lagging", "drives", "strategic", "operational", "scope", "benchmark",
            "baseline", "tags", "example", "weight", "key", "priority", "department", "audience", "defined by",
            "approved by", "horizon", "quantitative", "qualitative", "range", "since", "until", "trap", "source",
            "usually", "key result");
    static final List<String> OF_OBJECTIVES = List.of("key result", "owner", "weight", "priority", "department",
            "audience", "defined by", "approved by", "horizon", "review", "description", "tags");
    static final Set<String> TIME_UNITS =
            Set.of("day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years");

    /** Statements of other languages. */
    static final Map<String, String> OTHER_STATEMENTS = Map.ofEntries(
            Map.entry("metric", "kpi"), Map.entry("measure", "kpi"), Map.entry("indicator", "kpi"),
            Map.entry("ratio", "kpi"), Map.entry("def", "define"), Map.entry("function", "define"),
            Map.entry("func", "define"), Map.entry("macro", "define"), Map.entry("const", "constant"),
            Map.entry("let", "constant"), Map.entry("var", "constant"), Map.entry("parameter", "constant"),
            Map.entry("import", "use"), Map.entry("include", "use"), Map.entry("dim", "dimension"),
            Map.entry("attribute", "dimension"), Map.entry("column", "input"), Map.entry("field", "input"),
            Map.entry("fact", "input"), Map.entry("data", "input"), Map.entry("goal", "objective"));

    /** Words for properties, with an example of what is written here. */
    static final Map<String, String> OTHER_PROPERTIES = Map.ofEntries(
            Map.entry("direction", "better higher"), Map.entry("polarity", "better higher"),
            Map.entry("goal", "target 42% by 2026-12"), Map.entry("due", "target 42% by 2026-12"),
            Map.entry("deadline", "target 42% by 2026-12"), Map.entry("green", "status green >= 42%, red otherwise"),
            Map.entry("amber", "status amber >= 38%, red otherwise"),
            Map.entry("importance", "priority 1"), Map.entry("reader", "audience \"CFO\""),
            Map.entry("readers", "audience \"CFO\""), Map.entry("okr", "key result nps from 30 to 50 by 2026-12"),
            Map.entry("red", "status green >= 42%, red otherwise"), Map.entry("responsible", "owner \"Finance\""),
            Map.entry("frequency", "review monthly"), Map.entry("format", "unit percent"),
            Map.entry("note", "description \"…\""), Map.entry("comment", "description \"…\""),
            Map.entry("leads", "leading revenue by 3 months"), Map.entry("lag", "leading revenue by 3 months"),
            Map.entry("type", "leading revenue by 3 months"));

    static final Map<String, String> DIRECTIONS = Map.ofEntries(
            Map.entry("high", "higher"), Map.entry("highest", "higher"), Map.entry("up", "higher"),
            Map.entry("increase", "higher"), Map.entry("more", "higher"), Map.entry("bigger", "higher"),
            Map.entry("max", "higher"), Map.entry("maximize", "higher"), Map.entry("low", "lower"),
            Map.entry("lowest", "lower"), Map.entry("down", "lower"), Map.entry("decrease", "lower"),
            Map.entry("less", "lower"), Map.entry("smaller", "lower"), Map.entry("min", "lower"),
            Map.entry("minimize", "lower"));

    /** Windows by the short names they have elsewhere. */
    static final Map<String, String> WINDOWS = Map.ofEntries(
            Map.entry("ytd", "year to date"), Map.entry("qtd", "quarter to date"), Map.entry("mtd", "month to date"),
            Map.entry("ttm", "last 12 months"), Map.entry("ltm", "last 12 months"), Map.entry("r12", "last 12 months"),
            Map.entry("py", "1 year ago"), Map.entry("ly", "1 year ago"), Map.entry("yoy", "1 year ago"),
            Map.entry("lag", "previous"), Map.entry("prior", "previous"), Map.entry("prev", "previous"),
            Map.entry("total", "all"), Map.entry("overall", "all"));

    private Words() {}
}
