package org.kpilang.scorecard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.model.Measure;
import org.kpilang.model.TargetTerms;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * A rise or fall from the KPI's own value in the period before, by equal steps unless it is said otherwise. It needs at
 * least one whole period of the result within the period it is declared for: a change during a quarter says nothing of
 * a year.
 */
final class Change implements Target {

    /** A point of a percentage. */
    private static final double ONE_POINT = 0.01;

    private final int first;
    private final int last;
    private final int offset;
    private final Anchor base;
    private final int change;
    private final boolean share;
    private final double scale;
    private final Approach approach;

    /**
     * @param kpi     the formula of the KPI
     * @param course  how it leads to the end; null for equal steps
     * @param measure what the change is given in
     * @param ratio   whether the KPI is a pure number, so that a point is a hundredth
     */
    Change(Expression kpi, Expression change, Measure measure, TargetTerms.@Nullable Course course, boolean ratio,
            Period during, Questions questions) {
        Window asked = questions.result().window();
        Calendar calendar = asked.calendar();
        Grain grain = asked.grain();
        this.first = calendar.ordinal(grain, during.window().firstDay());
        this.last = grain.compareTo(during.grain()) > 0 ? first - 1
                : calendar.ordinal(grain, during.window().lastDay().plusDays(1)) - 1;
        this.offset = asked.first();
        this.base = Anchor.of(kpi, first - 1, questions);
        this.change = questions.add(change);
        this.share = measure == Measure.SHARE;
        this.scale = measure == Measure.POINTS && ratio ? ONE_POINT : 1;
        this.approach = Approach.of(course, grain, first - 1, Math.max(last, first), during, kpi, questions);
    }

    /** The value of the period before, from which a direction leads away. */
    static Change none(Expression kpi, Period during, Questions questions) {
        return new Change(kpi, NumberLiteral.of(BigDecimal.ZERO), Measure.AMOUNT, null, false, during, questions);
    }

    @Override
    public boolean holdsIn(int period) {
        return period + offset >= first && period + offset <= last;
    }

    /** A share of what is zero or negative has no direction, so there is no target. */
    @Override
    public double at(Answers answers, int slice, int period) {
        double done = approach.done(answers, slice, period, period + offset);
        return base.value(answers, slice) + amount(answers, slice, period) * done / approach.whole(answers, slice);
    }

    private double amount(Answers answers, int slice, int period) {
        double begun = base.value(answers, slice);
        double whole = share ? begun > 0 ? begun : Double.NaN : scale;
        return answers.valueOr(change, slice, period, Double.NaN) * whole;
    }

    @Override
    public double end(Answers answers, int slice, int period) {
        return base.value(answers, slice) + amount(answers, slice, period);
    }

    @Override
    public double start(Answers answers, int slice, int period) {
        return base.value(answers, slice);
    }

    @Override
    public double begun(Answers answers, int slice, int period) {
        return base.value(answers, slice);
    }
}
