package org.kpilang.function;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The functions that formulas may call, by name. Immutable and thread-safe. */
public final class FunctionRegistry {

    private static final FunctionRegistry STANDARD = new FunctionRegistry(Map.of()).with(StandardFunctions.ALL);

    private final Map<String, Function> functions;

    private FunctionRegistry(Map<String, Function> functions) {
        this.functions = functions;
    }

    /** The functions of the language. */
    public static FunctionRegistry standard() {
        return STANDARD;
    }

    /**
     * These functions and more.
     *
     * @throws IllegalArgumentException if a name is taken, or a function from numbers takes something else
     */
    public FunctionRegistry with(Collection<? extends Function> more) {
        Map<String, Function> all = new LinkedHashMap<>(functions);
        for (Function function : more) {
            Signature signature = Objects.requireNonNull(function, "function is null").signature();
            String name = signature.name();
            if (function instanceof PointwiseFunction && signature.parameters().stream()
                    .anyMatch(parameter -> parameter.sort() != Signature.Sort.NUMBER)) {
                throw new IllegalArgumentException("a function from numbers to a number takes numbers: " + name);
            }
            if (all.putIfAbsent(name, function) != null) {
                throw new IllegalArgumentException("there is a function " + name + " already");
            }
        }
        return new FunctionRegistry(Collections.unmodifiableMap(all));
    }

    public FunctionRegistry with(Function function) {
        return with(Set.of(function));
    }

    public Optional<Function> find(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /** The names, in the order in which the functions were added. */
    public Set<String> names() {
        return functions.keySet();
    }

    public Collection<Function> functions() {
        return functions.values();
    }
}
