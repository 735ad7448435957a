package org.kpilang.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.kpilang.expression.Names;

/**
 * What a function is called and what it takes.
 *
 * @param repeating how many of the last parameters may be given again and again: 0 for none, 1 for the last, 2 for the
 *                  last two in turn
 * @param summary   what the function gives, as a fragment
 */
public record Signature(String name, List<Parameter> parameters, int repeating, String summary) {

    public Signature {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(summary, "summary is null");
        parameters = List.copyOf(parameters);
        if (!Names.isPlain(name)) {
            throw new IllegalArgumentException("not a name that can be called: " + name);
        }
        for (int i = 1; i < parameters.size(); i++) {
            if (parameters.get(i - 1).optional() && !parameters.get(i).optional()) {
                throw new IllegalArgumentException("a parameter after an optional one must be optional: " + name);
            }
        }
        if (repeating < 0 || repeating > parameters.size()) {
            throw new IllegalArgumentException("there is no parameter to repeat: " + name);
        }
    }

    /** A signature whose last parameter may be given several times, or none. */
    public Signature(String name, List<Parameter> parameters, boolean repeats, String summary) {
        this(name, parameters, repeats ? 1 : 0, summary);
    }

    /** The signature of a function that takes numbers. */
    public static Signature of(String name, String summary, String... numbers) {
        List<Parameter> parameters = new ArrayList<>();
        for (String number : numbers) {
            parameters.add(Parameter.number(number));
        }
        return new Signature(name, parameters, 0, summary);
    }

    /** Whether parameters may be given again and again. */
    public boolean repeats() {
        return repeating > 0;
    }

    /** How many arguments a call needs at least. */
    public int fewest() {
        int fewest = 0;
        for (Parameter parameter : parameters) {
            fewest += parameter.optional() ? 0 : 1;
        }
        return fewest;
    }

    /** Whether a call may have so many arguments. */
    public boolean accepts(int arguments) {
        int more = arguments - parameters.size();
        return arguments >= fewest() && (more <= 0 || repeats() && more % repeating == 0);
    }

    /** The parameter that an argument belongs to; the last one for arguments that are too many. */
    public Parameter parameter(int argument) {
        int more = argument - parameters.size();
        return more < 0 ? parameters.get(argument)
                : parameters.get(parameters.size() - Math.max(1, repeating) + (repeating == 0 ? 0 : more % repeating));
    }

    /** The signature as it is shown to people: {@code max(value, …)}, {@code round(value, digits?)}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", name + "(", ")");
        parameters.forEach(parameter -> text.add(parameter.optional() ? parameter.name() + "?" : parameter.name()));
        if (repeats()) {
            text.add("…");
        }
        return text.toString();
    }

    /**
     * One parameter.
     *
     * @param words what may stand for it, if it is one of several {@linkplain Sort#WORD words}
     */
    public record Parameter(String name, Sort sort, boolean optional, List<String> words) {

        public Parameter {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(sort, "sort is null");
            words = List.copyOf(words);
            if (words.isEmpty() == (sort == Sort.WORD)) {
                throw new IllegalArgumentException("words are for a parameter that takes one: " + name);
            }
        }

        public Parameter(String name, Sort sort, boolean optional) {
            this(name, sort, optional, List.of());
        }

        public static Parameter number(String name) {
            return new Parameter(name, Sort.NUMBER, false);
        }

        public static Parameter duration(String name) {
            return new Parameter(name, Sort.DURATION, false);
        }

        /** One of several words, each as it is written: {@code loss}, {@code 360}. */
        public static Parameter word(String name, String... words) {
            return new Parameter(name, Sort.WORD, false, List.of(words));
        }

        /** The same, but it may be left out. */
        public Parameter asOptional() {
            return new Parameter(name, sort, true, words);
        }
    }

    /** What may stand for a parameter. */
    public enum Sort {
        /** Any formula that gives a number. */
        NUMBER,
        /** A number, or a formula of numbers and constants: the same in every period. */
        FIXED,
        /** A length of time, written as a number and a unit: {@code 1 year}. */
        DURATION,
        /** A length of time in years: {@code 3 years}. */
        YEARS,
        /** A period: {@code at 2024-01}. */
        PERIOD,
        /** The name of a dimension. */
        DIMENSION,
        /** One of the words of the parameter. */
        WORD;

        /** Whether a name that stands here is no name of a value. */
        public boolean isName() {
            return this == DIMENSION || this == WORD;
        }
    }
}
