package org.kpilang.facts;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.Model;
import org.kpilang.time.Calendar;
import org.kpilang.time.GregorianCalendar;

/**
 * Facts of any number of inputs, each at its own grain and split by its own dimensions.
 *
 * <pre>{@code
 * Facts facts = Facts.startingAt("2024-01")
 *         .column("revenue", 200, 220)
 *         .column("cost", 120, 121)
 *         .build();
 * }</pre>
 *
 * <p>What was loaded in which order does not show: members are sorted by their texts, cells by their members, facts by
 * cell and period. Two facts are equal when they hold the same. Immutable and thread-safe.
 */
public final class Facts {

    private final Calendar calendar;
    private final Map<String, InputFacts> inputs;
    private final Map<String, List<String>> members;

    Facts(Calendar calendar, Map<String, InputFacts> inputs, Map<String, List<String>> members) {
        this.calendar = Objects.requireNonNull(calendar, "calendar is null");
        this.inputs = Map.copyOf(inputs);
        this.members = Map.copyOf(members);
    }

    /** Collects facts in the Gregorian calendar; any names will do. */
    public static FactsBuilder builder() {
        return builder(GregorianCalendar.INSTANCE);
    }

    /** Collects facts in a calendar; any names will do. */
    public static FactsBuilder builder(Calendar calendar) {
        return new FactsBuilder(calendar, Vocabulary.any());
    }

    /** Collects facts for a model, in its calendar; names that the model does not have are refused. */
    public static FactsBuilder builder(Model model) {
        return new FactsBuilder(model.calendar(), Vocabulary.of(model));
    }

    /**
     * Collects facts in the Gregorian calendar, for columns whose first value is that of a period.
     *
     * @param first a day, week, month, quarter or year, such as {@code 2024-01}
     * @throws IllegalArgumentException if the text is no period
     */
    public static FactsBuilder startingAt(String first) {
        return builder().startingAt(first);
    }

    /** Facts from Java objects, such as records. */
    public static <T> RecordTable<T> from(Iterable<? extends T> rows) {
        return new RecordTable<>(rows);
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

    /** The members of a dimension that have facts, by their codes and sorted; empty if no fact has the dimension. */
    public List<String> members(String dimension) {
        return members.getOrDefault(dimension, List.of());
    }

    /**
     * These facts with other values for some of one input: the same cells and periods, so that what was asked of these
     * can be asked of those. These stay as they are.
     *
     * @param values   the new value of a fact by its number, or null to keep the one it has
     * @param decimals whether new values that are longer than a double tells are kept as decimals, for questions that
     *                 are asked in decimals
     * @throws NoSuchElementException   if the input has no facts
     * @throws IllegalArgumentException if the facts are identities, or a value is too large for a double
     */
    public Facts revalued(String input, IntFunction<@Nullable BigDecimal> values, boolean decimals) {
        InputFacts changed = of(input).orElseThrow(() -> new NoSuchElementException("there are no facts of " + input))
                .revalued(Objects.requireNonNull(values, "values is null"), decimals);
        Map<String, InputFacts> others = new HashMap<>(inputs);
        others.put(input, changed);
        return new Facts(calendar, others, members);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts that && calendar.equals(that.calendar) && inputs.equals(that.inputs)
                && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return Objects.hash(calendar, inputs, members);
    }

    /** What there is of each input, one a line: {@code revenue by month, region: 24 facts, 2024-01 to 2024-12}. */
    @Override
    public String toString() {
        return inputs.values().stream().sorted(Comparator.comparing(InputFacts::input))
                .map(facts -> facts + ", " + calendar.label(facts.grain(), facts.firstPeriod()) + " to "
                        + calendar.label(facts.grain(), facts.lastPeriod()))
                .collect(Collectors.joining("\n"));
    }
}
