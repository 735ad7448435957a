package org.kpilang.evaluate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.evaluate.internal.Columns;
import org.kpilang.evaluate.internal.PlannedQuestion;

/**
 * What formulas asked beside the KPIs of a {@link Result} come to, in the same slices and periods. Immutable and
 * thread-safe.
 */
public final class Answers {

    private final PlannedQuestion question;
    private final Columns columns;
    private final int periods;

    Answers(PlannedQuestion question, Columns columns) {
        this.question = question;
        this.columns = columns;
        this.periods = question.window().length();
    }

    public boolean hasValue(int formula, int slice, int period) {
        return columns.hasValue(formula, slice, Objects.checkIndex(period, periods));
    }

    /** The value of a cell, or another number if it has none. */
    public double valueOr(int formula, int slice, int period, double otherwise) {
        double value = columns.output(formula)[slice * periods + Objects.checkIndex(period, periods)];
        return Double.isNaN(value) ? otherwise : value;
    }

    /**
     * The value of a cell as a decimal, rounded once from its exact value to the scale that was asked; empty if there
     * is none.
     *
     * @throws IllegalStateException if {@linkplain Evaluation#decimals decimals} were not asked
     */
    public Optional<BigDecimal> decimal(int formula, int slice, int period) {
        return question.decimal(columns, formula, slice, Objects.checkIndex(period, periods));
    }

    /** The reasons for which a cell has no value; empty if it has one. */
    public List<Reason> why(int formula, int slice, int period) {
        return columns.reasons(formula, slice, Objects.checkIndex(period, periods));
    }
}
