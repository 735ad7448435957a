package org.kpilang.scorecard;

import org.kpilang.evaluate.Answers;
import org.kpilang.expression.Expression;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * A straight line from a start to a due period. Its steps are counted in the finest grain that is named or asked, so
 * that the line is the same at every grain: a period stands where its last step does.
 */
final class Path implements Target {

    private final Window asked;
    private final Grain step;
    private final int start;
    private final int due;
    private final Anchor from;
    private final Anchor to;

    Path(Expression from, Period start, Expression to, Period due, Questions questions) {
        this.asked = questions.result().window();
        this.step = finest(asked.grain(), finest(start.grain(), due.grain()));
        this.start = end(step, start);
        this.due = end(step, due);
        this.from = Anchor.of(from, end(asked.grain(), start), questions);
        this.to = Anchor.of(to, end(asked.grain(), due), questions);
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
        return position(period) >= start;
    }

    @Override
    public double at(Answers answers, int slice, int period) {
        int position = position(period);
        double reached = to.value(answers, slice);
        if (position >= due) {
            return reached;
        }
        double begun = from.value(answers, slice);
        return begun + (reached - begun) * (position - start) / (due - start);
    }

    private int position(int period) {
        return end(step, asked.firstPeriod().plus(period));
    }
}
