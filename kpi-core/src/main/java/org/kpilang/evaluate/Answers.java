package org.kpilang.evaluate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.Stage;
import org.kpilang.evaluate.internal.decimal.Rational;

/**
 * What formulas asked beside the KPIs of a {@link Result} come to, in the same slices and periods. Immutable and
 * thread-safe.
 */
public final class Answers {

    private final Stage stage;
    private final int periods;

    private final @Nullable Decimals decimals;

    Answers(Stage stage, int periods, @Nullable Decimals decimals) {
        this.stage = stage;
        this.periods = periods;
        this.decimals = decimals;
    }

    public boolean hasValue(int formula, int slice, int period) {
        return stage.hasValue(formula, slice, Objects.checkIndex(period, periods));
    }

    /** The value of a cell, or another number if it has none. */
    public double valueOr(int formula, int slice, int period, double otherwise) {
        double value = stage.output(formula)[slice * periods + Objects.checkIndex(period, periods)];
        return Double.isNaN(value) ? otherwise : value;
    }

    /**
     * The value of a cell as a decimal, rounded once from its exact value to the scale that was asked; empty if there
     * is none.
     *
     * @throws IllegalStateException if {@linkplain Evaluation#decimals decimals} were not asked
     */
    public Optional<BigDecimal> decimal(int formula, int slice, int period) {
        Rational value = stage.exact(formula, slice, Objects.checkIndex(period, periods));
        return value == null || decimals == null ? Optional.empty()
                : Optional.of(value.decimal(decimals.scale(), decimals.rounding()));
    }

    /** The reasons for which a cell has no value; empty if it has one. */
    public List<Reason> why(int formula, int slice, int period) {
        return stage.reasons(formula, slice, Objects.checkIndex(period, periods));
    }
}
