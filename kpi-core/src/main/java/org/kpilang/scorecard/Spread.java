package org.kpilang.scorecard;

import org.kpilang.evaluate.Answers;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.model.TargetTerms;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * A total that is wanted of a period, divided over its parts: the same to each part of the facts, or as the parts of
 * another period had of its total. Outside that period there is none.
 */
final class Spread implements Target {

    private final Window asked;
    private final Window due;
    private final Grain parts;
    private final int total;
    /** What the other period had in the part, up to its end, and in all; negative if the parts are equal. */
    private final int part;
    private final int toDate;
    private final int whole;

    Spread(Expression total, Period due, TargetTerms.Course course, Expression kpi, Grain facts, Questions questions) {
        this.asked = questions.result().window();
        this.due = due.window();
        Calendar calendar = asked.calendar();
        this.parts = calendar.nests(facts, asked.grain()) && calendar.nests(facts, due.grain()) ? facts : asked.grain();
        PeriodUnit unit = PeriodUnit.valueOf(due.grain().name());
        this.total = questions.add(questions.isConstant(total) ? total
                : Selection.of(total, new Selector.Whole(unit)));
        if (course instanceof TargetTerms.Course.Like like && tells()) {
            Selector back = new Selector.Ago(due.ordinal() - calendar.parse(like.period()).ordinal(), unit, false);
            this.part = questions.add(Selection.of(kpi, back));
            this.toDate = questions.add(Selection.of(kpi, new Selector.ToDate(unit), back));
            this.whole = questions.add(Selection.of(kpi, new Selector.Whole(unit), back));
        } else {
            this.part = -1;
            this.toDate = -1;
            this.whole = -1;
        }
    }

    /** Whether the total can be divided over the periods that are asked about. */
    private boolean tells() {
        return asked.calendar().nests(asked.grain(), due.grain());
    }

    @Override
    public boolean holdsIn(int period) {
        return tells() && !window(period).firstDay().isBefore(due.firstDay())
                && !window(period).lastDay().isAfter(due.lastDay());
    }

    private Window window(int period) {
        int ordinal = asked.first() + period;
        return new Window(asked.calendar(), asked.grain(), ordinal, ordinal);
    }

    @Override
    public double at(Answers answers, int slice, int period) {
        double all = end(answers, slice, period);
        return part < 0 ? all * window(period).in(parts).length() / due.in(parts).length()
                : all * share(part, answers, slice, period);
    }

    private double share(int some, Answers answers, int slice, int period) {
        double all = answers.valueOr(whole, slice, period, Double.NaN);
        return all == 0 ? Double.NaN : answers.valueOr(some, slice, period, Double.NaN) / all;
    }

    /** The share of the total that is wanted up to the end of a period. */
    double toDate(Answers answers, int slice, int period) {
        Window until = window(period).in(parts);
        return toDate < 0 ? (double) (until.last() - due.in(parts).first() + 1) / due.in(parts).length()
                : share(toDate, answers, slice, period);
    }

    @Override
    public double end(Answers answers, int slice, int period) {
        return answers.valueOr(total, slice, period, Double.NaN);
    }

    @Override
    public double start(Answers answers, int slice, int period) {
        return 0;
    }
}
