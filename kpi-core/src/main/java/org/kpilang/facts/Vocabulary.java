package org.kpilang.facts;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Model;
import org.kpilang.source.Suggestion;

/** The names that facts may be given for; or any, when no model says which. */
final class Vocabulary {

    private final @Nullable Set<String> inputs;
    private final @Nullable Set<String> dimensions;

    private Vocabulary(@Nullable Set<String> inputs, @Nullable Set<String> dimensions) {
        this.inputs = inputs;
        this.dimensions = dimensions;
    }

    static Vocabulary any() {
        return new Vocabulary(null, null);
    }

    static Vocabulary of(Model model) {
        Set<String> inputs = new LinkedHashSet<>();
        for (InputDefinition input : model.inputs()) {
            inputs.add(input.name());
        }
        return new Vocabulary(inputs, model.dimensions());
    }

    /** The inputs of the model, or null if any name will do. */
    @Nullable Set<String> inputs() {
        return inputs;
    }

    /** The dimensions of the model, or null if any name will do. */
    @Nullable Set<String> dimensions() {
        return dimensions;
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
