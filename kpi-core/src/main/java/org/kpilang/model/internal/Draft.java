package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.function.DerivedFunction;
import org.kpilang.function.Durations;
import org.kpilang.function.Function;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.Signature;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.time.Calendar;
import org.kpilang.time.GregorianCalendar;

/** A model that is being checked: its names are known, and the order of what needs what. */
final class Draft {

    private final Definitions definitions;
    private final FunctionRegistry functions;
    private final Limits limits;
    private final Symbols symbols;
    private final DependencyOrder order;
    private final List<Formula> formulas = new ArrayList<>();
    private final Map<Expression, List<Expression>> parts = new IdentityHashMap<>();
    private final Map<Call, Derived> derived = new IdentityHashMap<>();
    private final Set<Definition> unusable = Collections.newSetFromMap(new IdentityHashMap<>());

    Draft(Definitions definitions, FunctionRegistry functions, Limits limits, Findings findings) {
        this.definitions = definitions;
        this.functions = functions;
        this.limits = limits;
        symbols = Symbols.of(definitions, functions, findings);
        order = DependencyOrder.of(symbols, functions, findings);
        for (Definition definition : definitions.all()) {
            formulas.addAll(Formula.all(definition));
        }
        for (Definition definition : order.definitions()) {
            if (order.isCyclic(definition)) {
                unusable.add(definition);
            }
        }
    }

    Definitions definitions() {
        return definitions;
    }

    FunctionRegistry functions() {
        return functions;
    }

    Limits limits() {
        return limits;
    }

    Symbols symbols() {
        return symbols;
    }

    DependencyOrder order() {
        return order;
    }

    /** All expressions of all definitions, in the order written. */
    List<Formula> formulas() {
        return formulas;
    }

    /** The {@linkplain Parts parts} of one of the {@link #formulas()}. */
    List<Expression> parts(Formula formula) {
        List<Expression> known = parts.get(formula.expression());
        if (known == null) {
            known = Parts.of(formula.expression(), functions);
            parts.put(formula.expression(), known);
        }
        return known;
    }

    Calendar calendar() {
        return symbols.calendar() == null ? GregorianCalendar.INSTANCE : symbols.calendar().calendar();
    }

    /** Whether a formula can be walked into: it needs not itself, and is not too large. */
    boolean isUsable(Definition definition) {
        return !unusable.contains(definition);
    }

    /** Keeps later checks from walking into a formula. */
    void exclude(Definition definition) {
        unusable.add(definition);
    }

    /** Whether a function of that name exists and takes these arguments. */
    boolean fits(Call call) {
        FunctionDefinition defined = symbols.defined().get(call.function());
        if (defined != null) {
            return defined.parameters().size() == call.arguments().size();
        }
        Function function = functions.find(call.function()).orElse(null);
        return function != null && argumentsFit(function.signature(), call)
                && !(function instanceof DerivedFunction derived && derived(derived, call).failed() != null);
    }

    private boolean argumentsFit(Signature signature, Call call) {
        if (!signature.accepts(call.arguments().size())) {
            return false;
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            if (!fits(call.arguments().get(i), signature.parameter(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Expression argument, Signature.Parameter parameter) {
        return switch (parameter.sort()) {
            case NUMBER, FIXED -> true;
            case DURATION, YEARS -> Durations.fits(argument, parameter.sort(), limits.of(Limit.WINDOW));
            case PERIOD -> argument instanceof PeriodLiteral period && Periods.isPeriod(period.text(), calendar());
            case DIMENSION -> argument instanceof Reference;
            case WORD -> parameter.words().contains(argument.toString());
        };
    }

    /** Why a derived function of the application gave no formula for arguments that fit, or null if it did. */
    @Nullable RuntimeException failure(Call call) {
        Function function = functions.find(call.function()).orElse(null);
        return function instanceof DerivedFunction derived && argumentsFit(function.signature(), call)
                ? derived(derived, call).failed() : null;
    }

    private Derived derived(DerivedFunction function, Call call) {
        Derived known = derived.get(call);
        if (known == null) {
            try {
                known = new Derived(body(function, call.arguments()), null);
            } catch (RuntimeException e) {
                known = new Derived(null, e);
            }
            derived.put(call, known);
        }
        return known;
    }

    /** What a derived function gave for a call. */
    private record Derived(@Nullable Body body, @Nullable RuntimeException failed) {}

    /** What a call that {@linkplain #fits fits} stands for, or null if it is calculated by itself. */
    @Nullable Body body(Call call) {
        FunctionDefinition defined = symbols.defined().get(call.function());
        if (defined != null) {
            return new Body(defined.parameters(), defined.body());
        }
        return functions.find(call.function()).orElseThrow() instanceof DerivedFunction derived
                ? derived(derived, call).body() : null;
    }

    /**
     * What is no formula, and literals, go into the formula as they are, since it may read them; a blank keeps the
     * other names from those in use.
     */
    private static Body body(DerivedFunction function, List<Expression> arguments) {
        List<String> parameters = new ArrayList<>();
        List<Expression> given = new ArrayList<>();
        for (Expression argument : arguments) {
            String parameter = " " + parameters.size();
            boolean literal = argument instanceof NumberLiteral
                    || function.signature().parameter(parameters.size()).sort() != Signature.Sort.NUMBER;
            parameters.add(parameter);
            given.add(literal ? argument : new Reference(parameter, argument.origin()));
        }
        return new Body(parameters, function.derive(given));
    }
}
