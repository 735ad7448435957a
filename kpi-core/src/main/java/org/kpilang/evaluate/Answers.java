package org.kpilang.evaluate;

import java.util.List;
import java.util.Objects;
import org.kpilang.evaluate.internal.Stage;

/**
 * What formulas asked beside the KPIs of a {@link Result} come to, in the same slices and periods. Immutable and
 * thread-safe.
 */
public final class Answers {

    private final Stage stage;
    private final int periods;

    Answers(Stage stage, int periods) {
        this.stage = stage;
        this.periods = periods;
    }

    public boolean hasValue(int formula, int slice, int period) {
        return stage.hasValue(formula, slice, Objects.checkIndex(period, periods));
    }

    /** The value of a cell, or another number if it has none. */
    public double valueOr(int formula, int slice, int period, double otherwise) {
        double value = stage.output(formula)[slice * periods + Objects.checkIndex(period, periods)];
        return Double.isNaN(value) ? otherwise : value;
    }

    /** The reasons for which a cell has no value; empty if it has one. */
    public List<Reason> why(int formula, int slice, int period) {
        return stage.reasons(formula, slice, Objects.checkIndex(period, periods));
    }
}
