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
     * @throws IllegalArgumentException if a name is taken
     */
    public FunctionRegistry with(Collection<? extends Function> more) {
        Map<String, Function> all = new LinkedHashMap<>(functions);
        for (Function function : more) {
            String name = Objects.requireNonNull(function, "function is null").signature().name();
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
