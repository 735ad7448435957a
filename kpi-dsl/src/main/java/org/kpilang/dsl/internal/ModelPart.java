package org.kpilang.dsl.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.model.UnitDefinition;

/**
 * Those definitions of a checked model that a formula needs, through whatever KPIs and functions, so that one more
 * formula is checked at the cost of what it uses and not of the whole model. For one use.
 */
final class ModelPart {

    private final Model model;
    private final Set<Definition> needed = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private boolean complete = true;

    private ModelPart(Model model) {
        this.model = model;
    }

    /** A formula, and the names that are parameters in it. */
    private record Place(Expression formula, Collection<String> parameters) {}

    /** The definitions that a KPI needs, itself the first of them; null if there is none of some name. */
    static @Nullable Definitions of(KpiDefinition kpi, Model model) {
        ModelPart part = new ModelPart(model);
        part.needed.add(kpi);
        for (Definition definition : model.definitions().all()) {
            if (definition instanceof UnitDefinition || definition instanceof DimensionDefinition
                    || definition instanceof CalendarDefinition) {
                part.needed.add(definition);
            }
        }
        part.open.add(new Place(kpi.formula(), Set.of()));
        while (!part.open.isEmpty()) {
            part.look(part.open.pop());
        }
        return part.complete ? new Definitions(new ArrayList<>(part.needed)) : null;
    }

    private void look(Place place) {
        Deque<Expression> parts = new ArrayDeque<>();
        parts.push(place.formula);
        while (!parts.isEmpty()) {
            Expression part = parts.pop();
            if (part instanceof Reference reference && !place.parameters.contains(reference.name())) {
                value(reference.name());
            } else if (part instanceof Call call) {
                function(call.function());
            }
            for (Expression child : part instanceof Call call ? model.functions().formulas(call) : part.children()) {
                parts.push(child);
            }
        }
    }

    private void function(String name) {
        FunctionDefinition function = model.defined(name).orElse(null);
        if (function != null && seen.add(name + "()")) {
            needed.add(function);
            open.push(new Place(function.body(), function.parameters()));
        }
        complete &= function != null || model.functions().find(name).isPresent();
    }

    private void value(String name) {
        if (!seen.add(name)) {
            return;
        }
        InputDefinition input = model.input(name).orElse(null);
        ConstantDefinition constant = model.constant(name).orElse(null);
        Kpi kpi = model.kpi(name).orElse(null);
        if (input != null) {
            needed.add(input);
            if (input.weight() != null) {
                value(input.weight());
            }
            if (input.range() != null) {
                open(input.range().ends());
            }
        } else if (constant != null) {
            needed.add(constant);
            open(List.of(constant.value()));
        } else if (kpi != null) {
            for (KpiVersion version : kpi.versions()) {
                kpi(version.definition());
            }
        } else {
            complete = false;
        }
    }

    /** A KPI without what is said about it, apart from what its values depend on. */
    private void kpi(KpiDefinition kpi) {
        List<Property> kept = new ArrayList<>();
        for (Property property : kpi.properties()) {
            if (property instanceof Property.Range range) {
                open(range.bounds().ends());
                kept.add(property);
            } else if (property instanceof Property.Shown || property instanceof Property.Since
                    || property instanceof Property.Until) {
                kept.add(property);
            }
        }
        needed.add(new KpiDefinition(kpi.name(), kpi.label(), kpi.variant(), kpi.formula(), kept, kpi.origin()));
        open(List.of(kpi.formula()));
    }

    private void open(List<Expression> formulas) {
        for (Expression formula : formulas) {
            open.push(new Place(formula, Set.of()));
        }
    }
}
