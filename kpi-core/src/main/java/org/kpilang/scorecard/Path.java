package org.kpilang.scorecard;

import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.expression.Expression;
import org.kpilang.model.TargetTerms;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * A way from a start to a due period: a straight line, steps, or as another period went. Its parts are counted in the
 * finest grain that is named or asked, so that the way is the same at every grain: a period stands where its last part
 * does. Of a KPI that adds up over time the parts are those of the finest grain that is named, and a longer period has
 * their sum.
 */
final class Path implements Target {

    private final Amounts amounts;
    private final int start;
    private final int due;
    private final Anchor from;
    private final Anchor to;
    private final Approach approach;
    private final boolean tells;

    /**
     * @param kpi    the formula of the KPI
     * @param course how the way leads; null for a straight line
     */
    Path(Expression from, Period start, Expression to, Period due, TargetTerms.@Nullable Course course, Expression kpi,
            Amounts said, Questions questions) {
        Grain asked = questions.result().window().grain();
        Grain named = finest(start.grain(), due.grain());
        boolean fixed = questions.isConstant(from) && questions.isConstant(to);
        // What formulas ask for is for the period asked about already.
        boolean sum = said.addsUp() && fixed;
        this.amounts = new Amounts(said.result(), sum, sum ? named : finest(asked, named));
        this.tells = amounts.tell() && (!said.addsUp() || fixed || asked == named
                || !questions.isConstant(from) && !questions.isConstant(to));
        this.start = end(amounts.said(), start);
        this.due = end(amounts.said(), due);
        this.from = Anchor.of(from, end(asked, start), questions);
        this.to = Anchor.of(to, end(asked, due), questions);
        this.approach = Approach.of(course, amounts.said(), this.start, this.due, due, kpi, questions);
    }

    private static Grain finest(Grain a, Grain b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** The period of a grain in which another ends. */
    private static int end(Grain grain, Period period) {
        Calendar calendar = period.calendar();
        return calendar.ordinal(grain, period.window().lastDay());
    }

    @Override
    public boolean holdsIn(int period) {
        return tells && amounts.parts(period).first() >= start;
    }

    @Override
    public double at(Answers answers, int slice, int period) {
        double begun = from.value(answers, slice);
        double reached = to.value(answers, slice);
        double whole = approach.whole(answers, slice);
        Window parts = amounts.parts(period);
        double sum = 0;
        for (int part = parts.first(); part <= parts.last(); part++) {
            sum += part >= due ? reached
                    : begun + (reached - begun) * approach.done(answers, slice, period, part) / whole;
        }
        return sum;
    }

    @Override
    public double end(Answers answers, int slice, int period) {
        return to.value(answers, slice);
    }

    @Override
    public double start(Answers answers, int slice, int period) {
        return from.value(answers, slice);
    }

    @Override
    public double begun(Answers answers, int slice, int period) {
        return from.value(answers, slice) * amounts.parts(period).length();
    }
}
