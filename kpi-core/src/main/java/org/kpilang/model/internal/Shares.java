package org.kpilang.model.internal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Sum;
import org.kpilang.model.Definition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.series.Interval;

/**
 * Quotients that are shares of a whole, and so lie between 0 and 1: {@code a / (a + b)} and {@code a / a[all region]},
 * if neither is ever negative.
 */
final class Shares {

    private final Draft draft;
    /** What is known of an input, a KPI or a constant. */
    private final Function<Definition, Interval> ranges;

    Shares(Draft draft, Function<Definition, Interval> ranges) {
        this.draft = draft;
        this.ranges = ranges;
    }

    /** An expression and where its names are looked up. */
    private record Place(Expression expression, Scope scope) {}

    boolean isShare(Expression part, Expression whole, Scope scope) {
        String name = name(part, scope);
        if (name == null || !isNotNegative(name)) {
            return false;
        }
        Place below = found(whole, scope);
        if (below.expression instanceof Sum sum) {
            return isAmong(name, sum, below.scope);
        }
        return below.expression instanceof Selection total
                && total.selectors().stream().allMatch(Selector.All.class::isInstance)
                && name.equals(name(total.operand(), below.scope))
                && draft.symbols().value(name) instanceof InputDefinition input && addsUp(input.kind());
    }

    private boolean isAmong(String part, Sum whole, Scope scope) {
        boolean among = false;
        for (Expression term : whole.children()) {
            String name = name(term, scope);
            if (name == null || !isNotNegative(name)) {
                return false;
            }
            among |= name.equals(part);
        }
        return among && whole.rest().stream().allMatch(term -> term.operator() == Sum.Operator.PLUS);
    }

    private boolean isNotNegative(String name) {
        Definition definition = draft.symbols().value(name);
        return definition != null && Interval.NOT_NEGATIVE.contains(ranges.apply(definition));
    }

    /** Whether the total over slices is at least as much as a part of it. */
    private static boolean addsUp(InputKind kind) {
        return kind == InputKind.FLOW || kind == InputKind.STOCK;
    }

    /** The name of an input, a KPI or a constant, if an expression is nothing but that. */
    private static @Nullable String name(Expression expression, Scope scope) {
        Place place = found(expression, scope);
        return place.expression instanceof Reference reference && !place.scope.binds(reference.name())
                ? reference.name() : null;
    }

    /** What a parameter stands for, where that is known. */
    private static Place found(Expression expression, Scope scope) {
        Expression found = expression;
        Scope in = scope;
        while (found instanceof Reference reference && in.binds(reference.name())) {
            Expression argument = in.argument(reference.name());
            Scope caller = in.caller();
            if (argument == null || caller == null) {
                break;
            }
            found = argument;
            in = caller;
        }
        return new Place(found, in);
    }
}
