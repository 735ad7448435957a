package org.kpilang.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What else there is to say of a function, for people.
 *
 * @param units    which units go in and come out, as a fragment; empty if there is nothing to say
 * @param examples formulas with their values, which a test of the function can work out
 * @param source   where the method is described, or null for what needs no source
 */
public record Documentation(String units, List<Example> examples, @Nullable String source) {

    /** Nothing. */
    public static final Documentation NONE = new Documentation("", List.of(), null);

    public Documentation {
        Objects.requireNonNull(units, "units is null");
        examples = List.copyOf(examples);
    }

    /** The units alone. */
    public static Documentation of(String units) {
        return new Documentation(units, List.of(), null);
    }

    /** The same with one more example: a formula, what it comes to in the last period given, and what is given. */
    public Documentation example(String formula, String value, Given... given) {
        List<Example> more = new ArrayList<>(examples);
        more.add(new Example(formula, value, List.of(given)));
        return new Documentation(units, more, source);
    }

    /** The same with a source. */
    public Documentation source(String where) {
        return new Documentation(units, examples, where);
    }

    /**
     * A formula and what it comes to.
     *
     * @param value the value as it is written, {@code 45%} or {@code 12.5}; empty if there is none
     * @param given the facts; the value is that of the last period, and of the member of the first of them
     */
    public record Example(String formula, String value, List<Given> given) {

        public Example {
            Objects.requireNonNull(formula, "formula is null");
            Objects.requireNonNull(value, "value is null");
            given = List.copyOf(given);
        }
    }

    /**
     * The facts of an input, period by period.
     *
     * @param member the member of the dimension {@code region} that they are of, or null if they are not split
     * @param from   the first period
     * @param events whether the values are those of events of the one period, or the numbers of who turned up in it
     */
    public record Given(String input, @Nullable String member, String from, List<Double> values, boolean events) {

        public Given {
            Objects.requireNonNull(input, "input is null");
            Objects.requireNonNull(from, "from is null");
            values = List.copyOf(values);
        }

        /** Facts of successive periods. */
        public Given(String input, @Nullable String member, String from, List<Double> values) {
            this(input, member, from, values, false);
        }

        /** Facts that are not split. */
        public static Given of(String input, String from, double... values) {
            return new Given(input, null, from, Arrays.stream(values).boxed().toList());
        }

        /** The events of one period. */
        public static Given ofEvents(String input, String period, double... values) {
            return new Given(input, null, period, Arrays.stream(values).boxed().toList(), true);
        }
    }
}
