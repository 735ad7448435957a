package org.kpilang.evaluate;

import java.util.List;
import java.util.Objects;
import org.kpilang.evaluate.internal.Columns;

/**
 * What formulas asked beside the KPIs of a {@link Result} come to, in the same slices and periods. Immutable and
 * thread-safe.
 */
public final class Answers {

    private final Columns columns;
    private final int periods;

    Answers(Columns columns, int periods) {
        this.columns = columns;
        this.periods = periods;
    }

    public boolean hasValue(int formula, int slice, int period) {
        return columns.hasValue(formula, slice, Objects.checkIndex(period, periods));
    }

    /** The value of a cell, or another number if it has none. */
    public double valueOr(int formula, int slice, int period, double otherwise) {
        double value = columns.output(formula)[slice * periods + Objects.checkIndex(period, periods)];
        return Double.isNaN(value) ? otherwise : value;
    }

    /** The reasons for which a cell has no value; empty if it has one. */
    public List<Reason> why(int formula, int slice, int period) {
        return columns.reasons(formula, slice, Objects.checkIndex(period, periods));
    }
}
