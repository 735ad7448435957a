package org.kpilang.evaluate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.evaluate.internal.Columns;
import org.kpilang.evaluate.internal.PlannedQuestion;
import org.kpilang.model.Kpi;
import org.kpilang.time.Window;

/**
 * The values of one KPI by slice and period, as {@link Plan#stream} hands it out. It can be read until the call that it
 * was handed to returns; what is needed longer is to be copied. Can be read from several threads until then.
 *
 * <p>Slices and periods are numbered from 0 in the order of {@link #slices()} and {@link #window()}.
 */
public final class KpiColumn {

    private final PlannedQuestion question;
    private final Columns columns;
    private final int number;
    private final int periods;
    private volatile boolean closed;

    KpiColumn(PlannedQuestion question, Columns columns, int number) {
        this.question = question;
        this.columns = columns;
        this.number = number;
        this.periods = question.window().length();
    }

    /** The KPI. */
    public Kpi kpi() {
        return question.kpis().get(number);
    }

    /** The place of the KPI among those asked, from 0 on. */
    public int number() {
        return number;
    }

    /** The slices, totals after their parts. */
    public List<Slice> slices() {
        return question.slices();
    }

    /** The periods: one value for each period of this window. */
    public Window window() {
        return question.window();
    }

    /** The number of periods. */
    public int periods() {
        return periods;
    }

    /** @throws IllegalStateException if the call that this was handed to has returned */
    public boolean hasValue(int slice, int period) {
        return !Double.isNaN(values()[index(slice, period)]);
    }

    /**
     * The value of a cell, or another number if it has none.
     *
     * @throws IllegalStateException if the call that this was handed to has returned
     */
    public double valueOr(int slice, int period, double otherwise) {
        double value = values()[index(slice, period)];
        return Double.isNaN(value) ? otherwise : value;
    }

    /**
     * The value of a cell as a decimal, rounded once from its exact value to the scale that was asked; empty if there
     * is none.
     *
     * @throws IllegalStateException if {@linkplain Evaluation#decimals decimals} were not asked, or the call that this
     *                               was handed to has returned
     */
    public Optional<BigDecimal> decimal(int slice, int period) {
        checkOpen();
        return question.decimal(columns, 0, slice, Objects.checkIndex(period, periods));
    }

    /**
     * The reasons for which a cell has no value, root causes in the order of the formula; empty if it has one.
     *
     * @throws IllegalStateException if the call that this was handed to has returned
     */
    public List<Reason> why(int slice, int period) {
        checkOpen();
        return columns.reasons(0, slice, Objects.checkIndex(period, periods));
    }

    /**
     * Copies all values, slice by slice and period by period; NaN where there is none.
     *
     * @param to with room for as many values as there are slices times periods, or more
     * @throws IllegalStateException if the call that this was handed to has returned
     */
    public void copyTo(double[] to) {
        double[] values = values();
        System.arraycopy(values, 0, to, 0, values.length);
    }

    private int index(int slice, int period) {
        return slice * periods + Objects.checkIndex(period, periods);
    }

    private double[] values() {
        checkOpen();
        return columns.output(0);
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the column of " + kpi() + " can no longer be read");
        }
    }

    void close() {
        closed = true;
    }
}
