package org.kpilang.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.function.DerivedFunction;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.Model;
import org.kpilang.source.Origin;

/**
 * The inputs that a formula asks for, each with the selectors around it, however deep in names and functions it stands:
 * {@code a[opening][1 year ago]}. Found by writing everything out.
 */
public final class AskedLeaves {

    private final Model model;
    private final Set<Expression> found = new LinkedHashSet<>();
    private boolean hasStatistic;

    private AskedLeaves(Model model) {
        this.model = model;
    }

    /** What a formula asks for, or nothing at all if it has a statistic, which asks in other periods. */
    public static Set<Expression> of(Expression formula, Model model) {
        AskedLeaves leaves = new AskedLeaves(model);
        leaves.walk(formula, List.of(), Scope.EMPTY);
        return leaves.hasStatistic ? Set.of() : leaves.found;
    }

    private void walk(Expression expression, List<Selector> around, Scope scope) {
        if (expression instanceof Reference reference) {
            name(reference, around, scope);
        } else if (expression instanceof Selection selection) {
            List<Selector> all = new ArrayList<>(selection.selectors());
            all.addAll(around);
            walk(selection.operand(), all, scope);
        } else if (expression instanceof Call call) {
            call(call, around, scope);
        } else {
            hasStatistic |= expression instanceof Statistic;
            expression.children().forEach(child -> walk(child, around, scope));
        }
    }

    private void name(Reference reference, List<Selector> around, Scope scope) {
        Expression argument = scope.argument(reference.name());
        if (argument != null) {
            walk(argument, around, scope.outer());
        } else if (model.input(reference.name()).isEmpty()) {
            walk(model.formula(reference.name()), around, Scope.EMPTY);
        } else {
            Expression name = Reference.to(reference.name());
            found.add(around.isEmpty() ? name : new Selection(name, around, Origin.NONE));
        }
    }

    private void call(Call call, List<Selector> around, Scope scope) {
        FunctionDefinition defined = model.defined(call.function()).orElse(null);
        if (defined != null) {
            walk(defined.body(), around, scope.inside(defined, call));
        } else if (model.functions().find(call.function()).orElseThrow() instanceof DerivedFunction derived) {
            walk(derived.derive(call.arguments()), around, scope);
        } else {
            call.arguments().forEach(argument -> walk(argument, around, scope));
        }
    }
}
