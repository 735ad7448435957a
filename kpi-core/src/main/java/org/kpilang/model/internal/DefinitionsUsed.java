package org.kpilang.model.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.DefinitionText;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;

/** Finds what the formulas of a KPI use, be it through others, and how it is written. Without recursion. */
public final class DefinitionsUsed {

    private final Model model;
    private final Map<String, String> texts = new TreeMap<>();
    private final Deque<Place> open = new ArrayDeque<>();

    private DefinitionsUsed(Model model) {
        this.model = model;
    }

    /** A formula that is still to be looked through, and the names in it that stand for arguments. */
    private record Place(Expression formula, List<String> parameters) {}

    /**
     * The texts by name, in the order of the names; a function has brackets after its name. Of a KPI only the formulas
     * count, since nothing else of it goes into the number.
     */
    public static Map<String, String> texts(Model model, Kpi kpi) {
        DefinitionsUsed used = new DefinitionsUsed(model);
        used.openAll(kpi);
        while (!used.open.isEmpty()) {
            Place place = used.open.remove();
            for (Expression part : Parts.of(place.formula, model.functions())) {
                if (part instanceof Reference reference && !place.parameters.contains(reference.name())) {
                    used.name(reference.name());
                } else if (part instanceof Call call) {
                    model.defined(call.function()).ifPresent(used::function);
                }
            }
        }
        return used.texts;
    }

    private void openAll(Kpi kpi) {
        kpi.versions().forEach(version -> open.add(new Place(version.definition().formula(), List.of())));
    }

    private void function(FunctionDefinition function) {
        if (texts.put(function.name() + "()", DefinitionText.of(function)) == null) {
            open.add(new Place(function.body(), function.parameters()));
        }
    }

    private void name(String name) {
        InputDefinition input = model.input(name).orElse(null);
        ConstantDefinition constant = model.constant(name).orElse(null);
        Kpi kpi = model.kpi(name).orElse(null);
        if (input != null) {
            if (texts.put(name, DefinitionText.of(input)) == null && input.weight() != null) {
                name(input.weight());
            }
        } else if (constant != null) {
            if (texts.put(name, DefinitionText.of(constant)) == null) {
                open.add(new Place(constant.value(), List.of()));
            }
        } else if (kpi != null && texts.put(name, formulas(kpi)) == null) {
            openAll(kpi);
        }
    }

    private static String formulas(Kpi kpi) {
        return kpi.versions().stream().map(version -> Reference.to(kpi.id()) + " " + version.validity() + " = "
                + version.definition().formula()).collect(Collectors.joining("\n"));
    }
}
