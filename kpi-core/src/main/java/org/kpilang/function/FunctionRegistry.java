package org.kpilang.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;

/** The functions that formulas may call, by name. Immutable and thread-safe. */
public final class FunctionRegistry {

    private static final FunctionRegistry STANDARD = new FunctionRegistry(new StandardFunctions());

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
            if (function instanceof PointwiseFunction && !takesNumbers(signature)) {
                throw new IllegalArgumentException("a function from numbers to a number takes numbers: " + name);
            }
            if (all.putIfAbsent(name, function) != null) {
                throw new IllegalArgumentException("there is a function " + name + " already");
            }
        }
        return new FunctionRegistry(Collections.unmodifiableMap(all));
    }

    private static boolean takesNumbers(Signature signature) {
        for (Signature.Parameter parameter : signature.parameters()) {
            if (parameter.sort() != Signature.Sort.NUMBER) {
                return false;
            }
        }
        return true;
    }

    /** These functions and one more. */
    public FunctionRegistry with(Function function) {
        return with(Set.of(function));
    }

    /** The function of a name, if there is one. */
    public Optional<Function> find(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /** The names, in the order in which the functions were added. */
    public Set<String> names() {
        return functions.keySet();
    }

    /** All functions with their {@linkplain Signature signatures} and {@linkplain Documentation documentation}. */
    public Collection<Function> functions() {
        return functions.values();
    }

    /** The arguments of a call that are formulas, apart from words and names of dimensions. */
    public List<Expression> formulas(Call call) {
        Function function = functions.get(call.function());
        if (function == null || !function.signature().accepts(call.arguments().size())) {
            return call.arguments();
        }
        if (function instanceof PointwiseFunction) {
            return call.arguments();
        }
        List<Expression> formulas = new ArrayList<>(call.arguments().size());
        for (int i = 0; i < call.arguments().size(); i++) {
            if (!function.signature().parameter(i).sort().isName()) {
                formulas.add(call.arguments().get(i));
            }
        }
        return formulas;
    }
}
