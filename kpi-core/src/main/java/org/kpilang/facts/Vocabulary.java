package org.kpilang.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Model;
import org.kpilang.series.Interval;
import org.kpilang.source.Suggestion;

/** The names that facts may be given for; or any, when no model says which. */
final class Vocabulary {

    private final @Nullable Set<String> inputs;
    private final @Nullable Set<String> dimensions;
    private final Map<String, Interval> ranges;

    private Vocabulary(@Nullable Set<String> inputs, @Nullable Set<String> dimensions, Map<String, Interval> ranges) {
        this.inputs = inputs;
        this.dimensions = dimensions;
        this.ranges = ranges;
    }

    static Vocabulary any() {
        return new Vocabulary(null, null, Map.of());
    }

    static Vocabulary of(Model model) {
        Set<String> inputs = new LinkedHashSet<>();
        Map<String, Interval> ranges = new HashMap<>();
        for (InputDefinition input : model.inputs()) {
            inputs.add(input.name());
            ranges.put(input.name(), model.range(input));
        }
        return new Vocabulary(inputs, model.dimensions(), ranges);
    }

    /** The inputs of the model, or null if any name will do. */
    @Nullable Set<String> inputs() {
        return inputs;
    }

    /** The dimensions of the model, or null if any name will do. */
    @Nullable Set<String> dimensions() {
        return dimensions;
    }

    /** The values that facts of an input can have. */
    Interval range(String input) {
        return ranges.getOrDefault(input, Interval.ANY);
    }

    /** @throws IllegalArgumentException if the model has no such input */
    String input(String name) {
        return known(name, inputs, "an input");
    }

    /** @throws IllegalArgumentException if the model has no such dimension */
    String dimension(String name) {
        return known(name, dimensions, "a dimension");
    }

    private static String known(String name, @Nullable Collection<String> names, String sort) {
        Objects.requireNonNull(name, "name is null");
        if (names != null && !names.contains(name)) {
            String hint = Suggestion.hint(name, names);
            throw new IllegalArgumentException("`" + name + "` is not " + sort + " of the model"
                    + (hint == null ? "" : "; " + hint));
        }
        return name;
    }
}
