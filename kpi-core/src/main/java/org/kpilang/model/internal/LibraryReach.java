package org.kpilang.model.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Definition;
import org.kpilang.model.InputDefinition;

/** What of a library is needed, be it through other definitions of it. For one use. */
final class LibraryReach {

    private final LibraryNames names;
    private final FunctionRegistry registry;
    private final Set<String> values = new LinkedHashSet<>();
    private final Set<String> neededThere = new LinkedHashSet<>();
    private final Set<String> functions = new HashSet<>();
    private final Set<String> dimensions = new HashSet<>();
    private final Deque<Definition> open = new ArrayDeque<>();
    private boolean there;

    LibraryReach(LibraryNames names, FunctionRegistry registry) {
        this.names = names;
        this.registry = registry;
    }

    /** The names of the library that are needed; those that are defined anew are among them. */
    Set<String> values() {
        return values;
    }

    /** Those that the library itself needs. */
    Set<String> neededThere() {
        return neededThere;
    }

    Set<String> dimensions() {
        return dimensions;
    }

    /** Goes on until there is nothing new; what is replaced is not walked into. */
    void run(Collection<String> replaced) {
        there = true;
        while (!open.isEmpty()) {
            Definition definition = open.remove();
            if (!(LibraryNames.isValue(definition) && replaced.contains(Symbols.name(definition)))) {
                follow(definition);
            }
        }
    }

    void follow(Definition definition) {
        Formula.all(definition).forEach(formula -> follow(formula.expression(), formula.parameters()));
        if (definition instanceof InputDefinition input && input.weight() != null) {
            name(input.weight());
        }
    }

    /** @param parameters the names in an expression that stand for arguments */
    void follow(Expression expression, List<String> parameters) {
        Parts.forEach(expression, registry, part -> {
            if (part instanceof Reference reference && !parameters.contains(reference.name())) {
                name(reference.name());
            } else if (part instanceof Call call && names.functions().containsKey(call.function())
                    && functions.add(call.function())) {
                open.add(names.functions().get(call.function()));
            } else if (part instanceof Selection selection) {
                selection.selectors().forEach(this::follow);
            }
        });
    }

    private void follow(Selector selector) {
        if (selector instanceof Selector.Slice slice) {
            dimensions.addAll(slice.condition().dimensions());
        } else if (selector instanceof Selector.All every) {
            dimensions.addAll(every.dimensions());
        }
    }

    void name(String name) {
        if (!names.isValue(name)) {
            return;
        }
        if (there) {
            neededThere.add(name);
        }
        if (values.add(name) && names.own(name) == null) {
            open.addAll(names.values(name));
        }
    }
}
