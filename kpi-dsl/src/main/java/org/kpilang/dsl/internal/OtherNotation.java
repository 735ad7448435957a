package org.kpilang.dsl.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names that stand for no value in databases and programming languages, with what is written instead. Between backticks
 * they are names like any other.
 */
final class OtherNotation {

    private static final String FALLBACK = "write `x else 0` for a value that may be missing";
    private static final Map<String, String> VALUES = Map.of(
            "null", FALLBACK, "NULL", FALLBACK, "nil", FALLBACK, "NaN", FALLBACK, "None", FALLBACK);

    private OtherNotation() {}

    /** What to write instead of a value of another language, or null. */
    static @Nullable String insteadOfValue(String name) {
        return VALUES.get(name);
    }
}
