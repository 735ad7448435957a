package org.kpilang.dsl.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A worked example of a KPI, as it is written. The tests of the language run all of them.
 *
 * @param period the period that it is about, or null if that does not matter
 * @param given  what is given: {@code revenue = 200}
 * @param result what comes: {@code 40%}
 */
public record WorkedExample(@Nullable String period, List<String> given, String result) {

    public WorkedExample {
        given = List.copyOf(given);
        Objects.requireNonNull(result, "result is null");
    }

    /** The period that it is about, if that matters. */
    public Optional<String> during() {
        return Optional.ofNullable(period);
    }

    /** The example in a line: {@code revenue = 200 and cogs = 120 give 40%}. */
    @Override
    public String toString() {
        String last = given.get(given.size() - 1);
        String all = given.size() == 1 ? last + " gives " + result
                : String.join(", ", given.subList(0, given.size() - 1)) + " and " + last + " give " + result;
        return period == null ? all : "in " + period + ", " + all;
    }
}
