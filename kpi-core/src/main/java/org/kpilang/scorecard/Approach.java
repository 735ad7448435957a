package org.kpilang.scorecard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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

/** How much of a way is done after some part of it, as a fraction of two numbers so that whole steps stay exact. */
interface Approach {

    /**
     * What is done, of what {@link #whole} says.
     *
     * @param period the number of the period that is asked about
     * @param part   the part of the way that it ends with, as an ordinal
     */
    double done(Answers answers, int slice, int period, int part);

    double whole(Answers answers, int slice);

    /**
     * The way of a course.
     *
     * @param parts the grain of the parts
     * @param start the part at which nothing is done
     * @param due   the part at which all is done
     * @param by    the period that is due
     * @param kpi   the formula whose own course another period may give
     */
    static Approach of(TargetTerms.@Nullable Course course, Grain parts, int start, int due, Period by, Expression kpi,
            Questions questions) {
        Calendar calendar = questions.result().model().calendar();
        if (course instanceof TargetTerms.Course.Steps steps) {
            return new Stepwise(calendar, parts, Grain.valueOf(steps.unit().name()), start, due);
        } else if (course instanceof TargetTerms.Course.Like like) {
            return Shaped.of(calendar.parse(like.period()), calendar.lastDay(parts, start),
                    calendar.lastDay(parts, due), by, kpi, questions);
        }
        return new Straight(start, due);
    }

    /** The same in each part. */
    record Straight(int start, int due) implements Approach {

        @Override
        public double done(Answers answers, int slice, int period, int part) {
            return part - start;
        }

        @Override
        public double whole(Answers answers, int slice) {
            return due - start;
        }
    }

    /** By equal steps, level in between. */
    record Stepwise(Calendar calendar, Grain parts, Grain step, int start, int due) implements Approach {

        @Override
        public double done(Answers answers, int slice, int period, int part) {
            return step(part) - step(start);
        }

        @Override
        public double whole(Answers answers, int slice) {
            return step(due) - step(start);
        }

        private int step(int part) {
            return calendar.ordinal(step, calendar.lastDay(parts, part));
        }
    }

    /**
     * As another period went.
     *
     * @param before the value as long ago, asked in each period
     * @param begin  that of the start
     * @param end    that of the end
     */
    record Shaped(int before, Anchor begin, Anchor end) implements Approach {

        static Shaped of(Period like, LocalDate start, LocalDate due, Period by, Expression kpi, Questions questions) {
            Calendar calendar = like.calendar();
            int count = calendar.ordinal(like.grain(), by.window().lastDay()) - like.ordinal();
            Selector back = new Selector.Ago(count, PeriodUnit.valueOf(like.grain().name()), false);
            return new Shaped(questions.add(Selection.of(kpi, back)),
                    Anchor.of(kpi, before(start, count, like, questions), questions),
                    Anchor.of(kpi, before(due, count, like, questions), questions));
        }

        private static int before(LocalDate day, int count, Period like, Questions questions) {
            Grain asked = questions.result().window().grain();
            int ordinal = like.calendar().ordinal(asked, day);
            return new Window(like.calendar(), asked, ordinal, ordinal).back(count, like.grain()).last();
        }

        @Override
        public double done(Answers answers, int slice, int period, int part) {
            return answers.valueOr(before, slice, period, Double.NaN) - begin.value(answers, slice);
        }

        /** NaN where the other period did not change, which has no shape. */
        @Override
        public double whole(Answers answers, int slice) {
            double whole = end.value(answers, slice) - begin.value(answers, slice);
            return whole == 0 ? Double.NaN : whole;
        }
    }
}
