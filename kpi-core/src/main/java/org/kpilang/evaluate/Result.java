package org.kpilang.evaluate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.Columns;
import org.kpilang.evaluate.internal.Path;
import org.kpilang.evaluate.internal.PlannedQuestion;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Selector;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Model;
import org.kpilang.series.Series;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * The values of KPIs by slice and period. A cell has a finite value, or none; {@link #why} tells the reason. Immutable
 * and thread-safe, but for the one that an {@link Evaluator} writes to. Takes eight bytes
 * a cell, more if {@linkplain Evaluation#decimals decimals} are asked; what the KPIs are made of is not kept, and
 * {@code why} works out its slice again.
 *
 * <p>KPIs, slices and periods are numbered from 0 in the order of {@link #kpis()}, {@link #slices()} and
 * {@link #window()}; the methods that take numbers do no look-up and make no objects.
 */
public final class Result {

    private final PlannedQuestion question;
    private final Columns columns;
    private final Map<String, Integer> kpiNumbers = new HashMap<>();
    private final int periods;
    private final List<Grain> factGrains;

    Result(PlannedQuestion question, Columns columns) {
        this.question = question;
        this.columns = columns;
        this.periods = question.window().length();
        this.factGrains = question.factGrains();
        for (Kpi kpi : question.kpis()) {
            kpiNumbers.put(kpi.id(), kpiNumbers.size());
        }
    }

    public Model model() {
        return question.model();
    }

    /** The KPIs, in the order asked. */
    public List<Kpi> kpis() {
        return question.kpis();
    }

    /** The periods: one value for each period of this window. */
    public Window window() {
        return question.window();
    }

    /** The number of periods. */
    public int periods() {
        return periods;
    }

    /** Which definitions count. */
    public AsDefined asDefined() {
        return question.asDefined();
    }

    /** The definition by which a KPI was worked out in a period; empty if none held. */
    public Optional<KpiVersion> version(int kpi, int period) {
        return question.asDefined().version(kpis().get(kpi), period(period).window().lastDay());
    }

    /** The grain of the facts that a KPI reads; of several the coarsest, and the grain asked if it reads none. */
    public Grain factGrain(int kpi) {
        return factGrains.get(kpi);
    }

    /** Whether the facts of a period are not complete, as was said when it was asked. */
    public boolean isOpen(int period) {
        Period openFrom = question.openFrom();
        return openFrom != null && !period(period).window().lastDay().isBefore(openFrom.window().firstDay());
    }

    /** A period by its number. */
    public Period period(int number) {
        return question.window().firstPeriod().plus(Objects.checkIndex(number, periods));
    }

    /** The dimensions asked by. */
    public List<String> dimensions() {
        return question.dimensions();
    }

    /**
     * The slices, totals after their parts; if {@link Slice#TOTAL} was asked, it is the last. Each is made when the
     * list is asked for it, and looked up without searching.
     */
    public List<Slice> slices() {
        return question.slices();
    }

    public boolean hasValue(int kpi, int slice, int period) {
        return columns.hasValue(kpi, slice, Objects.checkIndex(period, periods));
    }

    /** The value of a cell, or another number if it has none. */
    public double valueOr(int kpi, int slice, int period, double otherwise) {
        double value = columns.output(kpi)[slice * periods + Objects.checkIndex(period, periods)];
        return Double.isNaN(value) ? otherwise : value;
    }

    /** How decimals are rounded, or null if the question was worked out in doubles. */
    public @Nullable Decimals decimals() {
        return question.decimals();
    }

    /**
     * The value of a cell as a decimal, rounded once from its exact value to the scale that was asked; empty if there
     * is none.
     *
     * @throws IllegalStateException if {@linkplain Evaluation#decimals decimals} were not asked
     */
    public Optional<BigDecimal> decimal(int kpi, int slice, int period) {
        return question.decimal(columns, kpi, slice, Objects.checkIndex(period, periods));
    }

    /** The reasons for which a cell has no value, root causes in the order of the formula; empty if it has one. */
    public List<Reason> why(int kpi, int slice, int period) {
        return columns.reasons(kpi, slice, Objects.checkIndex(period, periods));
    }

    /**
     * The total of a KPI in a period, or empty if there is no value.
     *
     * @throws NoSuchElementException if the KPI or the period was not asked
     */
    public OptionalDouble value(String kpi, String period) {
        return value(kpi, Slice.TOTAL, period(period));
    }

    /**
     * The value of a KPI in a slice and period, or empty if there is none.
     *
     * @throws NoSuchElementException if the KPI, the slice or the period was not asked
     */
    public OptionalDouble value(String kpi, Slice slice, Period period) {
        double value = columns.output(kpi(kpi))[slice(slice) * periods + number(period)];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * The total of a KPI in a period as a decimal, or empty if there is no value.
     *
     * @throws NoSuchElementException if the KPI or the period was not asked
     * @throws IllegalStateException  if {@linkplain Evaluation#decimals decimals} were not asked
     */
    public Optional<BigDecimal> decimal(String kpi, String period) {
        return decimal(kpi, Slice.TOTAL, period(period));
    }

    /**
     * The value of a KPI in a slice and period as a decimal, or empty if there is none.
     *
     * @throws NoSuchElementException if the KPI, the slice or the period was not asked
     * @throws IllegalStateException  if {@linkplain Evaluation#decimals decimals} were not asked
     */
    public Optional<BigDecimal> decimal(String kpi, Slice slice, Period period) {
        return decimal(kpi(kpi), slice(slice), number(period));
    }

    /**
     * Why the total of a KPI has no value in a period; empty if it has one.
     *
     * @throws NoSuchElementException if the KPI or the period was not asked
     */
    public List<Reason> why(String kpi, String period) {
        return why(kpi, Slice.TOTAL, period(period));
    }

    /**
     * Why a KPI has no value in a slice and period; empty if it has one.
     *
     * @throws NoSuchElementException if the KPI, the slice or the period was not asked
     */
    public List<Reason> why(String kpi, Slice slice, Period period) {
        return columns.reasons(kpi(kpi), slice(slice), number(period));
    }

    /**
     * The total of a KPI over all periods.
     *
     * @throws NoSuchElementException if the KPI was not asked
     */
    public Series series(String kpi) {
        return series(kpi, Slice.TOTAL);
    }

    /**
     * A KPI in a slice over all periods, with unknown and undefined periods told apart.
     *
     * @throws NoSuchElementException if the KPI or the slice was not asked
     */
    public Series series(String kpi, Slice slice) {
        int which = kpi(kpi);
        int where = slice(slice);
        Series.Builder series = Series.builder(question.window().firstPeriod());
        for (int period = 0; period < periods; period++) {
            if (hasValue(which, where, period)) {
                series.add(columns.output(which)[where * periods + period]);
            } else if (why(which, where, period).get(0).code().isUndefined()) {
                series.undefined();
            } else {
                series.unknown();
            }
        }
        return series.build();
    }

    /**
     * Asks formulas beyond those of the KPIs, such as targets, in the same periods and slices, and in decimals if these
     * were asked. Their names must be those of the model. An input whose facts are too coarse for the
     * question has no value.
     *
     * @return one column for each formula, slice by slice and period by period
     * @throws DiagnosticException if a selector of a formula does not fit the calendar
     */
    public Answers ask(List<? extends Expression> formulas) {
        return new Answers(question, question.run(formulas));
    }

    /** How a KPI is worked out, step by step, in the same periods and slices. */
    public Workings workings(int kpi) {
        return new Workings(this, question.steps(Objects.checkIndex(kpi, kpis().size())));
    }

    /**
     * How formulas are worked out, step by step, in the same periods and slices; what several need is one step. Their
     * names must be those of the model.
     *
     * @throws DiagnosticException if a selector of a formula does not fit the calendar
     */
    public Workings workings(List<? extends Expression> formulas) {
        return new Workings(this, question.steps(formulas));
    }

    /** The window to which selectors lead from a period: {@code [last 3 months]} leads from 2024-03 to the first quarter. */
    public Window window(List<Selector> selectors, Period period) {
        return Path.of(selectors, model().calendar()).time().from(period.window()).window();
    }

    /**
     * The number of a KPI.
     *
     * @throws NoSuchElementException if the KPI was not asked
     */
    public int number(String kpi) {
        return kpi(kpi);
    }

    /**
     * The number of a slice.
     *
     * @throws NoSuchElementException if the slice was not asked
     */
    public int number(Slice slice) {
        return slice(slice);
    }

    private Period period(String text) {
        return model().calendar().parse(text);
    }

    private int kpi(String id) {
        Integer number = kpiNumbers.get(id);
        if (number == null) {
            throw new NoSuchElementException("the KPI " + id + " was not asked");
        }
        return number;
    }

    private int slice(Slice slice) {
        int number = question.number(slice);
        if (number < 0) {
            throw new NoSuchElementException("the slice " + slice + " was not asked");
        }
        return number;
    }

    /**
     * The number of a period.
     *
     * @throws NoSuchElementException if the period was not asked
     */
    public int number(Period period) {
        Window window = question.window();
        if (period.grain() != window.grain() || period.ordinal() < window.first() || period.ordinal() > window.last()) {
            throw new NoSuchElementException("the period " + period + " was not asked");
        }
        return period.ordinal() - window.first();
    }
}
