package org.kpilang.dsl.internal.catalogue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Model;

/**
 * What a formula needs beside inputs.
 *
 * @param kpis      the KPIs that it names, be it within a function of the language
 * @param constants the constants that it or those KPIs ask
 */
record Needs(List<String> kpis, List<ConstantDefinition> constants) {

    static Needs of(Expression formula, Model model) {
        Walk walk = new Walk(model);
        walk.go(formula, true);
        return new Needs(List.copyOf(walk.kpis), List.copyOf(walk.constants.values()));
    }

    private static final class Walk {

        private final Model model;
        private final Set<String> kpis = new LinkedHashSet<>();
        private final Map<String, ConstantDefinition> constants = new LinkedHashMap<>();
        private final Set<String> seen = new HashSet<>();

        Walk(Model model) {
            this.model = model;
        }

        void go(Expression formula, boolean own) {
            if (formula instanceof Reference reference && model.input(reference.name()).isEmpty()) {
                model.constant(reference.name()).ifPresent(constant -> constants.put(constant.name(), constant));
                if (model.kpi(reference.name()).isPresent()) {
                    if (own) {
                        kpis.add(reference.name());
                    }
                    if (seen.add(reference.name())) {
                        model.formulas(reference.name()).forEach(inner -> go(inner, false));
                    }
                }
            } else if (formula instanceof Call call && seen.add(call.function() + "()")) {
                model.defined(call.function()).ifPresent(function -> go(function.body(), own));
            }
            formula.children().forEach(child -> go(child, own));
        }
    }
}
