package org.kpilang.model.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.Property;

/** Finds the inputs and constants that formulas ask, be it through KPIs and functions. */
public final class InputsUsed {

    private final Model model;
    private final Set<InputDefinition> found = new LinkedHashSet<>();
    private final Set<ConstantDefinition> constants = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Place> open = new ArrayDeque<>();

    private InputsUsed(Model model) {
        this.model = model;
    }

    /** A formula that is still to be looked through, and the names in it that stand for arguments. */
    private record Place(Expression formula, List<String> parameters) {}

    /** The inputs, in the order in which the formulas come to them. */
    public static Set<InputDefinition> of(List<Expression> formulas, Model model) {
        return lookedThrough(formulas, model).found;
    }

    /** The constants, in the order in which the formulas come to them. */
    public static Set<ConstantDefinition> constants(List<Expression> formulas, Model model) {
        return lookedThrough(formulas, model).constants;
    }

    private static InputsUsed lookedThrough(List<Expression> formulas, Model model) {
        InputsUsed used = new InputsUsed(model);
        formulas.forEach(formula -> used.open.add(new Place(formula, List.of())));
        while (!used.open.isEmpty()) {
            Place place = used.open.remove();
            for (Expression part : Parts.of(place.formula, model.functions())) {
                used.look(part, place.parameters);
            }
        }
        return used;
    }

    /** The inputs of all KPIs, also those that properties ask; an example asks for nothing. */
    public static Set<InputDefinition> ofAll(Model model) {
        return of(model.definitions().of(KpiDefinition.class).stream().flatMap(kpi -> Formula.all(kpi).stream())
                .filter(formula -> !(formula.property() instanceof Property.Example)).map(Formula::expression).toList(),
                model);
    }

    private void look(Expression part, List<String> parameters) {
        if (part instanceof Reference reference && !parameters.contains(reference.name())) {
            name(reference.name());
        } else if (part instanceof Call call) {
            FunctionDefinition function = model.defined(call.function()).orElse(null);
            if (function != null && seen.add(function.name() + "()")) {
                open.add(new Place(function.body(), function.parameters()));
            }
        }
    }

    private void name(String name) {
        if (!seen.add(name)) {
            return;
        }
        model.constant(name).ifPresent(constants::add);
        model.formulas(name).forEach(formula -> open.add(new Place(formula, List.of())));
        model.input(name).ifPresent(input -> {
            found.add(input);
            if (input.weight() != null) {
                open.add(new Place(Reference.to(input.weight()), List.of()));
            }
        });
    }
}
