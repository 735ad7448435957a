package org.kpilang.model.internal;

import java.util.function.Function;
import org.kpilang.expression.Expression;
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

    boolean isShare(Expression part, Expression whole, Scope scope) {
        String name = Written.of(part, scope).name();
        if (name == null || !isNotNegative(name)) {
            return false;
        }
        Written below = Written.of(whole, scope);
        if (below.expression() instanceof Sum sum) {
            return isAmong(name, sum, below.scope());
        }
        return below.expression() instanceof Selection total
                && total.selectors().stream().allMatch(Selector.All.class::isInstance)
                && name.equals(Written.of(total.operand(), below.scope()).name())
                && draft.symbols().value(name) instanceof InputDefinition input && addsUp(input.kind());
    }

    private boolean isAmong(String part, Sum whole, Scope scope) {
        boolean among = false;
        for (Expression term : whole.children()) {
            String name = Written.of(term, scope).name();
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
}
