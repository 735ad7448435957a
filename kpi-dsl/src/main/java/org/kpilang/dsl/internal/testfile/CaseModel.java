package org.kpilang.dsl.internal.testfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.FormulaNames;
import org.kpilang.dsl.internal.StandardHint;
import org.kpilang.evaluate.Examples;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;

/**
 * The model that a question is asked of: what is defined, what is given without being defined, and a KPI for the
 * formula. What is given without being defined is a flow, or a balance if its opening, closing or average is asked.
 *
 * @param asked the KPI to ask for; empty if nothing is asked
 */
record CaseModel(Model model, String asked) {

    static Checked<CaseModel> of(List<Definitions> texts, List<GivenFacts> facts, @Nullable Expression formula,
            FunctionRegistry functions) {
        List<Definition> all = new ArrayList<>();
        Set<List<?>> places = new HashSet<>();
        // A file that is used by several texts is read by each of them.
        texts.forEach(text -> text.all().stream().filter(each -> places.add(place(each.origin()))).forEach(all::add));
        Set<String> names = new HashSet<>();
        FormulaNames used = new FormulaNames(functions);
        for (Definition definition : List.copyOf(all)) {
            if (definition instanceof KpiDefinition kpi) {
                names.add(Kpi.id(kpi));
                used.add(kpi.formula());
            } else if (definition instanceof FunctionDefinition function) {
                used.add(function.body());
            }
        }
        if (formula != null) {
            used.add(formula);
        }
        implied(all, facts, used.balances());
        String asked = "";
        if (formula instanceof Reference reference && names.contains(reference.name())) {
            asked = reference.name();
        } else if (formula != null) {
            asked = "formula";
            while (names.contains(asked) || used.references().contains(asked)) {
                asked += "_";
            }
            all.add(KpiDefinition.of(asked, formula));
        }
        String kpi = asked;
        return StandardHint.added(Model.check(new Definitions(all), functions, Limits.STANDARD)).then(Examples::check)
                .map(model -> new CaseModel(model, kpi));
    }

    private static List<?> place(Origin origin) {
        return List.of(Optional.ofNullable(origin.source()), origin.span());
    }

    /** Whether the answer depends on any input. */
    boolean needsFacts() {
        Deque<String> open = new ArrayDeque<>(List.of(asked));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String name = open.pop();
            if (model.input(name).isPresent()) {
                return true;
            }
            Expression formula = model.formula(name);
            if (formula != null && seen.add(name)) {
                FormulaNames names = new FormulaNames(model.functions());
                names.add(formula);
                names.references().forEach(open::push);
            }
        }
        return false;
    }

    /** Adds what is given without being defined. */
    private static void implied(List<Definition> all, List<GivenFacts> facts, Set<String> balances) {
        Set<String> inputs = new HashSet<>();
        Set<String> dimensions = new HashSet<>();
        for (Definition definition : all) {
            if (definition instanceof InputDefinition input) {
                inputs.add(input.name());
            } else if (definition instanceof DimensionDefinition dimension) {
                dimensions.add(dimension.name());
            }
        }
        Map<String, Origin> given = new LinkedHashMap<>();
        facts.stream().flatMap(each -> each.rows().stream()).forEach(row -> {
            given.putIfAbsent(row.input(), row.origin());
            row.members().keySet().stream().filter(dimensions::add)
                    .forEach(name -> all.add(new DimensionDefinition(name, row.origin())));
        });
        given.forEach((name, origin) -> {
            if (inputs.add(name)) {
                all.add(new InputDefinition(name, null, balances.contains(name) ? InputKind.STOCK : InputKind.FLOW,
                        new AbsentRule.Unknown(), null, null, origin));
            }
        });
    }
}
