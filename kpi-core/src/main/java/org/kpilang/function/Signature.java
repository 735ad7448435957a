package org.kpilang.function;

import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.kpilang.expression.Names;

/**
 * What a function is called and what it takes.
 *
 * @param repeats whether the last parameter may be given several times
 * @param summary what the function gives, as a fragment
 */
public record Signature(String name, List<Parameter> parameters, boolean repeats, String summary) {

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
        if (repeats && parameters.isEmpty()) {
            throw new IllegalArgumentException("there is no parameter to repeat: " + name);
        }
    }

    /** How many arguments a call needs at least. */
    public int fewest() {
        return (int) parameters.stream().filter(parameter -> !parameter.optional()).count();
    }

    public boolean accepts(int arguments) {
        return arguments >= fewest() && (repeats || arguments <= parameters.size());
    }

    /** The parameter that an argument belongs to. */
    public Parameter parameter(int argument) {
        return parameters.get(Math.min(argument, parameters.size() - 1));
    }

    /** The signature as it is shown to people: {@code max(value, value, …)}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", name + "(", ")");
        parameters.forEach(parameter -> text.add(parameter.optional() ? parameter.name() + "?" : parameter.name()));
        if (repeats) {
            text.add("…");
        }
        return text.toString();
    }

    /** One parameter. */
    public record Parameter(String name, Sort sort, boolean optional) {

        public Parameter {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(sort, "sort is null");
        }

        public static Parameter number(String name) {
            return new Parameter(name, Sort.NUMBER, false);
        }

        public static Parameter duration(String name) {
            return new Parameter(name, Sort.DURATION, false);
        }
    }

    /** What may stand for a parameter. */
    public enum Sort {
        /** Any formula that gives a number. */
        NUMBER,
        /** A length of time, written as a number and a unit: {@code 1 year}. */
        DURATION
    }
}
