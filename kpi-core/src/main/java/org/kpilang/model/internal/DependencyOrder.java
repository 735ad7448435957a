package org.kpilang.model.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;

/**
 * Functions, constants and KPIs in an order in which each comes after all that it needs. A definition that needs itself
 * is an error that names the way round. Found without recursion, in time linear in the text.
 */
final class DependencyOrder {

    private final Symbols symbols;
    private final FunctionRegistry functions;
    private final Findings findings;
    private final List<Definition> order = new ArrayList<>();
    private final Set<Definition> cyclic = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Whether the visit of a definition is finished; absent before it has begun. */
    private final Map<Definition, Boolean> finished = new IdentityHashMap<>();

    private DependencyOrder(Symbols symbols, FunctionRegistry functions, Findings findings) {
        this.symbols = symbols;
        this.functions = functions;
        this.findings = findings;
    }

    static DependencyOrder of(Symbols symbols, FunctionRegistry functions, Findings findings) {
        DependencyOrder order = new DependencyOrder(symbols, functions, findings);
        for (Definition function : symbols.defined().values()) {
            order.visit(function);
        }
        for (String name : symbols.valueNames()) {
            for (Definition meaning : symbols.meanings(name)) {
                order.visit(meaning);
            }
        }
        for (String id : symbols.kpis()) {
            for (Definition version : symbols.versions(id)) {
                order.visit(version);
            }
        }
        return order;
    }

    /** The definitions with a formula, each after all that it needs; the members of a cycle in any order. */
    List<Definition> definitions() {
        return order;
    }

    /** Whether a definition is on a cycle that was found. */
    boolean isCyclic(Definition definition) {
        return cyclic.contains(definition);
    }

    /** A definition that another needs, and where it says so. */
    private record Need(Definition target, Origin origin) {}

    /** A definition that is being visited, the needs that are left, and the one that is followed. */
    private static final class Visit {
        final Definition definition;
        final Iterator<Need> needs;
        @Nullable Need followed;

        Visit(Definition definition, Iterator<Need> needs) {
            this.definition = definition;
            this.needs = needs;
        }
    }

    private void visit(Definition root) {
        if (root instanceof InputDefinition || finished.containsKey(root)) {
            return;
        }
        List<Visit> path = new ArrayList<>();
        open(root, path);
        while (!path.isEmpty()) {
            Visit last = path.get(path.size() - 1);
            if (!last.needs.hasNext()) {
                finished.put(last.definition, true);
                order.add(last.definition);
                path.remove(path.size() - 1);
                continue;
            }
            last.followed = last.needs.next();
            Definition target = last.followed.target;
            Boolean done = finished.get(target);
            if (done == null) {
                open(target, path);
            } else if (!done) {
                cycle(target, path);
            }
        }
    }

    private void open(Definition definition, List<Visit> path) {
        finished.put(definition, false);
        path.add(new Visit(definition, needs(definition).iterator()));
    }

    private List<Need> needs(Definition definition) {
        Formula formula = Formula.main(definition);
        List<Need> needs = new ArrayList<>();
        if (formula != null) {
            for (Expression part : Parts.of(formula.expression(), functions)) {
                for (Definition target : targets(part, formula)) {
                    if (!(target instanceof InputDefinition)) {
                        needs.add(new Need(target, part.origin()));
                    }
                }
            }
        }
        return needs;
    }

    private List<? extends Definition> targets(Expression part, Formula formula) {
        if (part instanceof Reference reference && !formula.parameters().contains(reference.name())) {
            return symbols.meanings(reference.name());
        }
        FunctionDefinition function = part instanceof Call call ? symbols.defined().get(call.function()) : null;
        return function == null ? List.of() : List.of(function);
    }

    /**
     * Reports the part of the path that starts with a definition, unless it is the other side of a cycle reported
     * before.
     */
    private void cycle(Definition start, List<Visit> path) {
        Visit end = path.get(path.size() - 1);
        boolean reported = cyclic.contains(start) || cyclic.contains(end.definition);
        cyclic.add(end.definition);
        cyclic.add(start);
        if (reported) {
            return;
        }
        Deque<Visit> members = new ArrayDeque<>();
        for (int i = path.size() - 1; i >= 0 && (members.isEmpty() || members.peek().definition != start); i--) {
            members.push(path.get(i));
        }
        StringBuilder way = new StringBuilder();
        for (Visit member : members) {
            cyclic.add(member.definition);
            way.append(label(member.definition)).append(" -> ");
        }
        findings.error(DiagnosticCode.CYCLE, end.followed.origin,
                "`" + label(start) + "` needs itself: " + way + label(start),
                members.size() == 1 ? "a formula cannot use its own result, not even that of another period"
                        : "take one of these references out");
    }

    private static String label(Definition definition) {
        return Symbols.name(definition) + (definition instanceof FunctionDefinition ? "()" : "");
    }
}
