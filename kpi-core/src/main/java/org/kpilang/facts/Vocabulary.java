package org.kpilang.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.series.Interval;
import org.kpilang.source.Suggestion;

/** The names that facts may be given for; or any, when no model says which. */
final class Vocabulary {

    private final @Nullable Map<String, InputKind> inputs;
    private final @Nullable Set<String> dimensions;
    private final Map<String, Interval> ranges;
    private final Map<String, String> units;

    private Vocabulary(@Nullable Map<String, InputKind> inputs, @Nullable Set<String> dimensions,
            Map<String, Interval> ranges, Map<String, String> units) {
        this.units = units;
        this.inputs = inputs;
        this.dimensions = dimensions;
        this.ranges = ranges;
    }

    static Vocabulary any() {
        return new Vocabulary(null, null, Map.of(), Map.of());
    }

    static Vocabulary of(Model model) {
        Map<String, InputKind> inputs = new LinkedHashMap<>();
        Map<String, Interval> ranges = new HashMap<>();
        Map<String, String> units = new HashMap<>();
        for (InputDefinition input : model.inputs()) {
            inputs.put(input.name(), input.kind());
            ranges.put(input.name(), model.range(input));
            units.put(input.name(), "in " + input.unit());
        }
        return new Vocabulary(inputs, model.dimensions(), ranges, units);
    }

    /** The inputs of the model, or null if any name will do. */
    @Nullable Set<String> inputs() {
        return inputs == null ? null : inputs.keySet();
    }

    /** The kind of an input, or null if no model says it. */
    @Nullable InputKind kind(String input) {
        return inputs == null ? null : inputs.get(input);
    }

    /** Whether each fact of an input is the value of an event, and stays one of its own. */
    boolean isOfEvents(String input) {
        return kind(input) == InputKind.VALUES;
    }

    /** What identities of an input are numbered under: the unit that is counted, or the input if no model says it. */
    String numbering(String input) {
        return units.getOrDefault(input, "of " + input);
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
        return known(name, inputs(), "an input");
    }

    /** @throws IllegalArgumentException if the model has no such input, or one that counts no identities */
    String counted(String name) {
        InputKind kind = kind(input(name));
        if (kind != null && kind != InputKind.DISTINCT) {
            throw new IllegalArgumentException("`" + name + "` is " + kind.description()
                    + ", and only a distinct count has identities");
        }
        return name;
    }

    /** @throws IllegalArgumentException if the model has no such input, or one that does not add up */
    String flow(String name) {
        InputKind kind = kind(input(name));
        if (kind != null && kind != InputKind.FLOW) {
            throw new IllegalArgumentException("`" + name + "` is " + kind.description()
                    + ", and rows add up to a flow");
        }
        return name;
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
