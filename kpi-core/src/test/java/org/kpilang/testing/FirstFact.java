package org.kpilang.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.function.DerivedFunction;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.Model;

/** Finds the first day that the facts of a formula tell of. */
final class FirstFact {

    private final Model model;
    private final Facts facts;
    private final AsDefined asDefined;
    private final Set<LocalDate> days = new TreeSet<>();

    private FirstFact(Model model, Facts facts, AsDefined asDefined) {
        this.model = model;
        this.facts = facts;
        this.asDefined = asDefined;
    }

    /** The first day of the first period of any input that a formula asks, or null if none has facts. */
    static @Nullable LocalDate of(Expression formula, Scope scope, Model model, Facts facts, AsDefined asDefined) {
        FirstFact first = new FirstFact(model, facts, asDefined);
        first.collect(formula, scope);
        return first.days.stream().findFirst().orElse(null);
    }

    private void collect(Expression part, Scope scope) {
        if (part instanceof Reference reference) {
            Expression argument = scope.argument(reference.name());
            if (argument != null) {
                collect(argument, scope.outer());
            } else if (model.formula(reference.name()) != null) {
                formulas(reference.name()).forEach(formula -> collect(formula, Scope.EMPTY));
            } else {
                facts.of(reference.name()).ifPresent(this::add);
            }
            return;
        }
        if (part instanceof Call call) {
            FunctionDefinition defined = model.defined(call.function()).orElse(null);
            if (defined != null) {
                collect(defined.body(), scope.inside(defined, call));
                return;
            } else if (model.functions().find(call.function()).orElseThrow() instanceof DerivedFunction derived) {
                collect(derived.derive(call.arguments()), scope);
                return;
            }
        }
        part.children().forEach(child -> collect(child, scope));
    }

    /** What a name may stand for; of a KPI every definition that counts at some time. */
    private List<Expression> formulas(String name) {
        return model.kpi(name).map(kpi -> asDefined.candidates(kpi).stream()
                .map(version -> version.definition().formula()).toList()).orElseGet(() -> model.formulas(name));
    }

    private void add(InputFacts input) {
        days.add(facts.calendar().firstDay(input.grain(), input.firstPeriod()));
    }
}
