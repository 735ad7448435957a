package org.kpilang.facts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kpilang.time.Calendar;

/** Facts of any number of inputs, each at its own grain and split by its own dimensions. Immutable and thread-safe. */
public final class Facts {

    private final Calendar calendar;
    private final Map<String, InputFacts> inputs;
    private final Map<String, List<String>> members;

    Facts(Calendar calendar, Map<String, InputFacts> inputs, Map<String, List<String>> members) {
        this.calendar = Objects.requireNonNull(calendar, "calendar is null");
        this.inputs = Map.copyOf(inputs);
        this.members = Map.copyOf(members);
    }

    public Calendar calendar() {
        return calendar;
    }

    /** The inputs that have facts. */
    public Set<String> inputs() {
        return inputs.keySet();
    }

    /** The facts of an input, or empty if it has none. */
    public Optional<InputFacts> of(String input) {
        return Optional.ofNullable(inputs.get(input));
    }

    /** The members of a dimension by their codes; empty if no fact has the dimension. */
    public List<String> members(String dimension) {
        return members.getOrDefault(dimension, List.of());
    }
}
