package org.kpilang.scorecard;

import org.kpilang.evaluate.Answers;
import org.kpilang.expression.Expression;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * A rise or fall by equal steps, from the KPI's own value in the period before. It needs at least one whole period of
 * the result within the period it is declared for: a change during a quarter says nothing of a year.
 */
final class Change implements Target {

    private final int first;
    private final int last;
    private final int offset;
    private final Anchor base;
    private final int change;
    private final double scale;

    /** @param scale what the change is multiplied with to be in the unit of the KPI */
    Change(Expression kpi, Expression change, double scale, Period during, Questions questions) {
        Window asked = questions.result().window();
        Calendar calendar = asked.calendar();
        Grain grain = asked.grain();
        this.first = calendar.ordinal(grain, during.window().firstDay());
        this.last = grain.compareTo(during.grain()) > 0 ? first - 1
                : calendar.ordinal(grain, during.window().lastDay().plusDays(1)) - 1;
        this.offset = asked.first();
        this.base = Anchor.of(kpi, first - 1, questions);
        this.change = questions.add(change);
        this.scale = scale;
    }

    @Override
    public boolean holdsIn(int period) {
        return period + offset >= first && period + offset <= last;
    }

    @Override
    public double at(Answers answers, int slice, int period) {
        int steps = period + offset - first + 1;
        return base.value(answers, slice)
                + answers.valueOr(change, slice, period, Double.NaN) * scale * steps / (last - first + 1);
    }
}
