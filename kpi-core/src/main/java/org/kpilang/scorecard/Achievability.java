package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Expression;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;
import org.kpilang.unit.Unit;

/**
 * Whether the next target of a KPI is within reach, judged by its own history: the growth per period that it takes from
 * the last known value to the target, beside the growth that there was over as many periods before.
 *
 * <p><b>Growth</b> is compound where all values are above zero and the KPI is no percentage and no points; else it is
 * the change per period. <b>Like with like</b>: growth over {@link #span()} periods is compared with growth over
 * stretches of {@code span} periods, since a mean over a year scatters far less than a single month does, and a year's
 * stretch holds each season once. The span is the way to the target; a shorter one, so that at least
 * {@value #FEWEST} stretches fit into the history, if that is too short. Stretches overlap, so that their number says less than as
 * many separate ones would. <b>The verdict</b>: not achievable if no stretch of the history has had so much; else
 * achievable, with the {@linkplain #percentile() percentile}. What has been reached already is achievable.
 *
 * <p>A target without a date is achievable if some period had such a value, and {@code target lower} if some change went
 * that way. Immutable and thread-safe.
 *
 * @param outcome   the verdict
 * @param current   the last known value; NaN if there is none
 * @param wanted    the value to reach; NaN if there is none
 * @param periods   the number of periods from the last known value to the target; 0 if it has no date
 * @param required  the growth per period that it takes, signed; a share if it is {@code relative}; NaN if there is none
 * @param relative  whether growth is compound
 * @param span      the number of periods over which growth was measured
 * @param stretches how many stretches of the history were looked at
 * @param reached   how many of them had as much growth or more, in the direction of the target
 * @param sentence  the same in words; what is needed if nothing can be said
 */
public record Achievability(
        SmartVerdict.Outcome outcome, double current, double wanted, int periods, double required, boolean relative,
        int span, int stretches, int reached, String sentence) {

    /** Fewer stretches than that make no history. */
    static final int FEWEST = 4;

    public Achievability {
        Objects.requireNonNull(outcome, "outcome is null");
        Objects.requireNonNull(sentence, "sentence is null");
    }

    /** The share of stretches that had less growth than it takes: 1 for more than ever seen; NaN without stretches. */
    public double percentile() {
        return stretches == 0 ? Double.NaN : 1 - (double) reached / stretches;
    }

    /**
     * Judges the next target of a KPI in a slice: of those that are due after the last period with a value the first,
     * else one without a date. A key result of an objective counts as a target; targets for parts of the business are
     * left out.
     */
    public static Achievability of(Scorecard scorecard, int kpi, int slice) {
        return new Judge(scorecard.result(), kpi, slice).judge();
    }

    SmartVerdict verdict() {
        return outcome == SmartVerdict.Outcome.MET
                ? new SmartVerdict(Criterion.ACHIEVABLE, outcome, List.of(sentence), List.of())
                : new SmartVerdict(Criterion.ACHIEVABLE, outcome, List.of(), List.of(sentence));
    }

    private static Achievability undecided(double current, String needed) {
        return undecided(current, Double.NaN, needed);
    }

    private static Achievability undecided(double current, double wanted, String needed) {
        return new Achievability(SmartVerdict.Outcome.UNDECIDED, current, wanted, 0, Double.NaN, false, 0, 0, 0,
                needed);
    }

    /** A target that lies ahead. */
    private record Ahead(Period due, @Nullable Expression value, Property.@Nullable TargetChange change) {}

    /** Looks through the values of one KPI in one slice. */
    private static final class Judge {

        private final Result result;
        private final Kpi kpi;
        private final int slice;
        private final double[] values;
        private final Questions questions;
        private final Unit unit;
        private final List<Aim> aims;
        private final Grain factGrain;
        private int last = -1;

        Judge(Result result, int number, int slice) {
            this.result = result;
            this.kpi = result.kpis().get(number);
            this.slice = slice;
            this.questions = new Questions(result);
            this.unit = kpi.unit();
            this.aims = Aim.of(result.model(), kpi);
            this.factGrain = result.factGrain(number);
            this.values = new double[result.periods()];
            for (int period = 0; period < values.length; period++) {
                values[period] = result.isOpen(period) ? Double.NaN
                        : result.valueOr(number, slice, period, Double.NaN);
                last = Double.isNaN(values[period]) ? last : period;
            }
        }

        Achievability judge() {
            if (last < 0) {
                return undecided(Double.NaN, "load facts: it has no value in these " + values.length + " "
                        + result.window().grain().word() + "s");
            } else if (!Aim.isGiven(result.model(), kpi)) {
                return undecided(values[last], "give it a target, such as `target 42% by 2026-12`");
            }
            Ahead ahead = next();
            if (ahead != null) {
                return dated(ahead);
            }
            Aim always = aims.stream().filter(aim -> aim.by() == null).findFirst().orElse(null);
            Property.TargetDirection direction = kpi.properties(Property.TargetDirection.class).stream()
                    .filter(target -> target.during() == null && target.slice() == null).findFirst().orElse(null);
            if (always != null) {
                return undated(always);
            } else if (direction != null) {
                return direction(direction);
            }
            return undecided(values[last], "set a new target: none lies ahead of " + result.period(last));
        }

        private @Nullable Ahead next() {
            List<Ahead> ahead = new ArrayList<>();
            for (Aim aim : aims) {
                if (aim.by() != null) {
                    ahead.add(new Ahead(period(aim.by()), aim.value(), null));
                }
            }
            for (Property.TargetChange target : kpi.properties(Property.TargetChange.class)) {
                if (target.slice() == null) {
                    ahead.add(new Ahead(period(target.during()), null, target));
                }
            }
            ahead.removeIf(each -> endOf(each.due) <= last);
            return ahead.stream().min(Comparator.comparing(each -> each.due.window().lastDay())).orElse(null);
        }

        private Period period(String text) {
            return result.model().calendar().parse(text);
        }

        /** The number of the period of the result in which a period ends; it may lie beyond the result. */
        private int endOf(Period due) {
            Window asked = result.window();
            return asked.calendar().ordinal(asked.grain(), due.window().lastDay()) - asked.first();
        }

        private Achievability dated(Ahead ahead) {
            Grain grain = result.window().grain();
            double wanted;
            if (ahead.change != null) {
                wanted = changed(ahead.change, ahead.due);
            } else {
                if (kpi.addsUp() && ahead.due.grain() != grain) {
                    return undecided(values[last], "ask it by " + ahead.due.grain().word() + ": its target is the figure of a "
                            + ahead.due.grain().word());
                }
                wanted = ahead.value == null ? Double.NaN : asked(ahead.value);
            }
            if (!Double.isFinite(wanted)) {
                return undecided(values[last], "the value to reach " + ahead.due + " is not known");
            }
            return judged(wanted, endOf(ahead.due) - last, " by " + result.window().firstPeriod().plus(endOf(ahead.due)));
        }

        private double asked(Expression formula) {
            int number = questions.add(formula);
            Answers answers = questions.ask();
            return answers.valueOr(number, slice, last, Double.NaN);
        }

        /** The value that a change leads to, from the value in the period before it begins. */
        private double changed(Property.TargetChange target, Period during) {
            Window asked = result.window();
            Calendar calendar = asked.calendar();
            if (asked.grain().compareTo(during.grain()) > 0) {
                return Double.NaN;
            }
            Anchor start = Anchor.of(kpi.formula(), calendar.ordinal(asked.grain(), during.window().firstDay()) - 1,
                    questions);
            int change = questions.add(target.change());
            Answers answers = questions.ask();
            double base = start.value(answers, slice);
            double by = answers.valueOr(change, slice, last, Double.NaN);
            return switch (target.measure(name -> result.model().constant(name).map(ConstantDefinition::value))) {
                case SHARE -> base > 0 ? base + base * by : Double.NaN;
                case POINTS -> base + (unit.isPure() ? by / 100 : by);
                case AMOUNT -> base + by;
            };
        }

        private Achievability judged(double wanted, int periods, String by) {
            double current = values[last];
            int sign = sign(wanted - current);
            Property.Better.Way way = kpi.property(Property.Better.class).map(Property.Better::way).orElse(null);
            boolean beyond = way == Property.Better.Way.HIGHER && sign < 0 || way == Property.Better.Way.LOWER && sign > 0;
            boolean relative = isRelative(wanted);
            String target = ValueText.BRIEF.of(wanted, unit) + by;
            if (sign == 0 || beyond) {
                return new Achievability(SmartVerdict.Outcome.MET, current, wanted, periods, 0, relative, 0, 0, 0,
                        target + " is reached already, with " + ValueText.BRIEF.of(current, unit) + " in "
                                + result.period(last));
            }
            double required = growth(current, wanted, periods, relative);
            int span = span(periods);
            if (span < 1) {
                return undecided(current, wanted, "load more history: " + FEWEST + " stretches are needed to judge " + target);
            }
            int stretches = 0;
            int reached = 0;
            double best = Double.NEGATIVE_INFINITY;
            for (int end = span; end < values.length; end++) {
                double grown = growth(values[end - span], values[end], span, relative);
                if (!Double.isNaN(grown)) {
                    stretches++;
                    reached += sign * grown >= sign * required ? 1 : 0;
                    best = Math.max(best, sign * grown);
                }
            }
            if (stretches < FEWEST) {
                return undecided(current, wanted, "load more history: " + FEWEST + " stretches are needed to judge " + target);
            }
            String period = result.window().grain().word();
            String sentence = target + " takes " + shown(required, relative) + " a " + period
                    + (periods > 1 ? " for " + periods + " " + period + "s" : "") + "; "
                    + (reached == 0 ? "that is more than ever seen: at best " + shown(sign * best, relative) + " a "
                            + period + " in " + stretches + " stretches of " + count(span, period)
                            : reached + " of " + stretches + " stretches of " + count(span, period)
                                    + " had as much or more");
            return new Achievability(reached == 0 ? SmartVerdict.Outcome.NOT_MET : SmartVerdict.Outcome.MET, current,
                    wanted, periods, required, relative, span, stretches, reached, sentence);
        }

        private static String count(int number, String noun) {
            return number + " " + noun + (number == 1 ? "" : "s");
        }

        private String shown(double growth, boolean relative) {
            return relative ? Figure.growth(growth) : Figure.change(growth, unit);
        }

        private boolean isRelative(double wanted) {
            boolean positive = wanted > 0;
            for (double value : values) {
                positive &= Double.isNaN(value) || value > 0;
            }
            return positive && !unit.isShownTimesHundred() && !unit.equals(Unit.POINTS);
        }

        private static double growth(double from, double to, int periods, boolean relative) {
            return relative ? StrictMath.expm1(StrictMath.log(to / from) / periods) : (to - from) / periods;
        }

        /** As many periods as lie ahead, or fewer where the history is short. */
        private int span(int periods) {
            int first = 0;
            while (Double.isNaN(values[first])) {
                first++;
            }
            return Math.min(periods, last - first + 1 - FEWEST);
        }

        private Achievability undated(Aim target) {
            Amounts amounts = new Amounts(result, kpi.addsUp(), factGrain);
            Holding holding = new Holding(target.value(), amounts, questions);
            Answers answers = questions.ask();
            int known = 0;
            int reached = 0;
            double wanted = Double.NaN;
            int sign = kpi.property(Property.Better.class)
                    .map(better -> better.way() == Property.Better.Way.LOWER ? -1 : 1).orElse(1);
            for (int period = 0; period <= last; period++) {
                double at = holding.holdsIn(period) ? holding.at(answers, slice, period) : Double.NaN;
                if (!Double.isNaN(values[period]) && !Double.isNaN(at)) {
                    known++;
                    reached += sign * values[period] >= sign * at ? 1 : 0;
                    wanted = at;
                }
            }
            if (known == 0) {
                return undecided(values[last], "the value to reach is not known in any period that has a value");
            }
            String grain = result.window().grain().word();
            return new Achievability(reached == 0 ? SmartVerdict.Outcome.NOT_MET : SmartVerdict.Outcome.MET,
                    values[last], wanted, 0, Double.NaN, false, 1, known, reached,
                    ValueText.BRIEF.of(wanted, unit) + (reached == 0 ? " was never reached in " + count(known, grain)
                            : " was reached in " + reached + " of " + count(known, grain)));
        }

        private Achievability direction(Property.TargetDirection target) {
            int sign = target.way() == Property.Better.Way.LOWER ? -1 : 1;
            int known = 0;
            int reached = 0;
            for (int period = 1; period <= last; period++) {
                double change = values[period] - values[period - 1];
                known += Double.isNaN(change) ? 0 : 1;
                reached += sign * change > 0 ? 1 : 0;
            }
            if (known == 0) {
                return undecided(values[last], "load more history: two periods in a row are needed");
            }
            String way = sign < 0 ? "lower" : "higher";
            return new Achievability(reached == 0 ? SmartVerdict.Outcome.NOT_MET : SmartVerdict.Outcome.MET,
                    values[last], values[last], 1, Double.NaN, false, 1, known, reached,
                    reached + " of " + count(known, "change") + " went " + way);
        }

        private static int sign(double number) {
            return (int) Math.signum(number);
        }
    }
}
