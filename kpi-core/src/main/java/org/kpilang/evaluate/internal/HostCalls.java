package org.kpilang.evaluate.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.function.Function;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;

/**
 * Which parts of a model may call functions of the application. Such calls are kept out of branches that are not taken;
 * for functions of the language that makes no difference, so nothing is done for them.
 */
final class HostCalls {

    private final Model model;
    private final boolean any;
    /** Names of KPIs and of defined functions that call a function of the application, perhaps through others. */
    private final Set<String> calling = new HashSet<>();

    HostCalls(Model model) {
        this.model = model;
        this.any = model.functions() != FunctionRegistry.standard()
                && model.functions().functions().stream().anyMatch(HostCalls::isOfApplication);
        if (any) {
            collect();
        }
    }

    private static boolean isOfApplication(Function function) {
        return FunctionRegistry.standard().find(function.signature().name()).orElse(null) != function;
    }

    private void collect() {
        Map<String, List<String>> callers = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (Definition definition : model.definitions().all()) {
            String name;
            Expression formula;
            if (definition instanceof KpiDefinition kpi) {
                name = Kpi.id(kpi);
                formula = kpi.formula();
            } else if (definition instanceof ConstantDefinition constant) {
                name = constant.name();
                formula = constant.value();
            } else if (definition instanceof FunctionDefinition function) {
                name = key(function.name());
                formula = function.body();
            } else {
                continue;
            }
            forEach(formula, part -> {
                if (part instanceof Reference reference) {
                    callers.computeIfAbsent(reference.name(), none -> new ArrayList<>()).add(name);
                } else if (part instanceof Call call && model.defined(call.function()).isPresent()) {
                    callers.computeIfAbsent(key(call.function()), none -> new ArrayList<>()).add(name);
                } else if (part instanceof Call call && isHost(call)) {
                    open.add(name);
                }
            });
        }
        while (!open.isEmpty()) {
            String name = open.pop();
            if (calling.add(name)) {
                open.addAll(callers.getOrDefault(name, List.of()));
            }
        }
    }

    /** Whether a call is of one. */
    boolean isHost(Call call) {
        return model.functions().find(call.function()).filter(HostCalls::isOfApplication).isPresent();
    }

    /** Functions have names of their own. */
    private static String key(String function) {
        return function + "()";
    }

    private static void forEach(Expression expression, Consumer<Expression> action) {
        Deque<Expression> open = new ArrayDeque<>(List.of(expression));
        while (!open.isEmpty()) {
            Expression part = open.pop();
            action.accept(part);
            open.addAll(part.children());
        }
    }

    /** Whether a name stands for a formula that may call one. */
    boolean isCallingName(String name) {
        return calling.contains(name);
    }

    /** Whether a part of a formula may call one; a parameter may stand for anything. */
    boolean mayCall(Expression part, Bindings bindings) {
        if (!any) {
            return false;
        }
        boolean[] found = new boolean[1];
        forEach(part, each -> {
            if (each instanceof Call call) {
                found[0] |= isHost(call) || calling.contains(key(call.function()));
            } else if (each instanceof Reference reference) {
                found[0] |= calling.contains(reference.name()) || bindings.arguments().containsKey(reference.name());
            }
        });
        return found[0];
    }
}
