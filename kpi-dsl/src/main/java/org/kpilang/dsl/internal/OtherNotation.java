package org.kpilang.dsl.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names that mean something in spreadsheets, databases and programming languages, with what is written instead. Between
 * backticks they are names like any other.
 */
final class OtherNotation {

    private static final String FALLBACK = "write `x else 0` for a value that may be missing";
    private static final String CHOICE = "write `if a > 1 then b else c`";
    private static final String SHIFT = "write `revenue[1 year ago]` or `revenue[previous]`";

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("IFERROR", FALLBACK), Map.entry("IFNULL", FALLBACK), Map.entry("ISNULL", FALLBACK),
            Map.entry("NVL", FALLBACK), Map.entry("COALESCE", FALLBACK), Map.entry("ZEROIFNULL", FALLBACK),
            Map.entry("IF", CHOICE), Map.entry("IIF", CHOICE),
            Map.entry("AND", "write `a and b`"), Map.entry("OR", "write `a or b`"), Map.entry("NOT", "write `not a`"),
            Map.entry("LAG", SHIFT), Map.entry("SAMEPERIODLASTYEAR", SHIFT), Map.entry("DATEADD", SHIFT),
            Map.entry("SUMIF", "write `revenue[channel = \"email\"]`"),
            Map.entry("SUMIFS", "write `revenue[channel = \"email\"]`"),
            Map.entry("TOTALYTD", "write `revenue[year to date]`"));

    private static final Map<String, String> VALUES = Map.of(
            "null", FALLBACK, "NULL", FALLBACK, "nil", FALLBACK, "NaN", FALLBACK, "None", FALLBACK);

    private OtherNotation() {}

    /** What to write instead of a function of another language, or null. */
    static @Nullable String insteadOfFunction(String name) {
        return FUNCTIONS.get(name);
    }

    /** What to write instead of a value of another language, or null. */
    static @Nullable String insteadOfValue(String name) {
        return VALUES.get(name);
    }
}
