package org.kpilang.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.function.DerivedFunction;
import org.kpilang.function.EventFunction;
import org.kpilang.function.Function;
import org.kpilang.function.IndexFunction;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.source.Origin;

/**
 * The inputs that a formula asks for, each with the selectors around it, however deep in names and functions it stands:
 * {@code a[opening][1 year ago]}. Found by writing everything out.
 */
public final class AskedLeaves {

    private final Model model;
    private final Set<Expression> found = new LinkedHashSet<>();
    private boolean asksElsewhere;

    private AskedLeaves(Model model) {
        this.model = model;
    }

    /** What a formula asks for, or nothing at all if it has a statistic or an index, which asks in other periods. */
    public static Set<Expression> of(Expression formula, Model model) {
        AskedLeaves leaves = new AskedLeaves(model);
        leaves.walk(formula, List.of(), Scope.EMPTY);
        return leaves.asksElsewhere ? Set.of() : leaves.found;
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
            asksElsewhere |= expression instanceof Statistic;
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
            Function function = model.functions().find(call.function()).orElseThrow();
            EventFunction events = EventFunction.of(function, call).orElse(null);
            if (events != null && (function == events || isOfValues(call.arguments().get(0), scope))) {
                events(events, call, around, scope);
                return;
            }
            asksElsewhere |= function instanceof IndexFunction;
            call.arguments().forEach(argument -> walk(argument, around, scope));
        }
    }

    private boolean isOfValues(Expression argument, Scope scope) {
        Expression asked = input(argument, List.of(), scope);
        Expression name = asked instanceof Selection selection ? selection.operand() : asked;
        return name instanceof Reference reference
                && model.input(reference.name()).orElseThrow().kind() == InputKind.VALUES;
    }

    /** A call that asks events is one value, whatever leads to its inputs. */
    private void events(EventFunction function, Call call, List<Selector> around, Scope scope) {
        List<Expression> arguments = new ArrayList<>();
        function.inputs(call).forEach(argument -> arguments.add(input(argument, List.of(), scope)));
        arguments.addAll(call.arguments().subList(arguments.size(), call.arguments().size()));
        Expression asked = new Call(call.function(), arguments, Origin.NONE);
        found.add(around.isEmpty() ? asked : new Selection(asked, around, Origin.NONE));
    }

    /** The input that an argument asks, with the selectors around it; null if it asks something else. */
    private @Nullable Expression input(Expression argument, List<Selector> around, Scope scope) {
        if (argument instanceof Selection selection) {
            List<Selector> all = new ArrayList<>(selection.selectors());
            all.addAll(around);
            return input(selection.operand(), all, scope);
        }
        if (!(argument instanceof Reference reference)) {
            return null;
        }
        Expression stands = scope.argument(reference.name());
        if (stands != null) {
            return input(stands, around, scope.outer());
        }
        Expression name = Reference.to(reference.name());
        return model.input(reference.name()).isEmpty() ? null
                : around.isEmpty() ? name : new Selection(name, around, Origin.NONE);
    }
}
