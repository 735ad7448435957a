package org.kpilang.model.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.model.InputKind;
import org.kpilang.source.Origin;

/** What to write instead of a sum over periods that makes no sense. */
final class Rewrites {

    private final Expression operand;
    private final Stretch stretch;

    Rewrites(Expression operand, Stretch stretch) {
        this.operand = operand;
        this.stretch = stretch;
    }

    /** The hint for an input of a kind, or for a ratio if there is none. */
    @Nullable String hint(@Nullable InputKind kind) {
        if (!Parts.isShort(operand)) {
            return null;
        }
        String mean = "write `" + statistic("avg") + "` for the mean";
        if (kind == null || kind == InputKind.DISTINCT) {
            String whole = whole();
            return whole == null ? mean : "write `" + whole + "` for the whole time, or `" + statistic("avg") + "` for the mean";
        }
        return switch (kind) {
            case STOCK -> mean + ", or `" + operand + "` for the closing balance";
            case PEAK -> "write `" + statistic("max") + "` for the highest";
            case TROUGH -> "write `" + statistic("min") + "` for the lowest";
            case FLOW, LEVEL, DISTINCT, VALUES -> mean;
        };
    }

    private String statistic(String name) {
        return new Statistic(name, operand, stretch, List.of(), Origin.NONE).toString();
    }

    /** The operand asked over the whole stretch, or null if no selector says that. */
    @Nullable String whole() {
        Selector selector;
        if (stretch instanceof Stretch.Periods periods) {
            selector = new Selector.Last(periods.count(), periods.unit(), periods.atLeast());
        } else if (stretch instanceof Stretch.ToDate toDate) {
            selector = new Selector.ToDate(toDate.unit());
        } else {
            return null;
        }
        return Selection.of(operand, selector).toString();
    }

    /** A median over the whole stretch in place of the mean or median of medians, or null if that cannot be said shortly. */
    static @Nullable String ofWhole(Statistic statistic) {
        return statistic.operand() instanceof Statistic inner && Parts.isShort(inner)
                ? new Statistic(inner.function(), inner.operand(), statistic.stretch(), inner.arguments(), Origin.NONE)
                        .toString() : null;
    }
}
