package org.kpilang.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/** The question what a statistic comes to up to a window: the operand is asked in period after period. */
final class StatisticQuestion {

    private final Statistic statistic;
    private final List<Double> arguments;
    private final @Nullable LocalDate firstFact;

    /**
     * @param arguments the numbers after the stretch
     * @param firstFact the first day of which the operand's facts tell, or null if there are none
     */
    StatisticQuestion(Statistic statistic, List<Double> arguments, @Nullable LocalDate firstFact) {
        this.statistic = statistic;
        this.arguments = arguments;
        this.firstFact = firstFact;
    }

    /**
     * @param operand gives the operand's answer in a period
     */
    Answer upTo(Window window, Function<Window, Answer> operand) {
        List<Answer> answers = new ArrayList<>();
        for (Window period : periods(window)) {
            Answer answer = operand.apply(period);
            boolean started = !(statistic.stretch() instanceof Stretch.Everything) || !answers.isEmpty();
            if (started || answer.isKnown()) {
                answers.add(answer);
            }
        }
        Answer last = answers.isEmpty() ? Answer.UNKNOWN : answers.get(answers.size() - 1);
        if (List.of("rank", "ewma").contains(statistic.function()) && !last.isKnown()) {
            return last;
        }
        List<Double> values = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).isKnown()) {
                values.add(answers.get(i).value());
                positions.add((double) i);
            }
        }
        boolean counts = statistic.function().equals("count");
        int atLeast = statistic.stretch().atLeast();
        int needed = atLeast > 0 ? atLeast : counts ? 0 : answers.size();
        if (answers.isEmpty() || values.size() < needed) {
            return Answer.UNKNOWN;
        }
        return Answer.of(summary(statistic.function(), positions, values, arguments));
    }

    /** What a statistic comes to. */
    static double summary(String function, List<Double> positions, List<Double> values, List<Double> arguments) {
        return switch (function) {
            case "sum" -> Numbers.sum(values);
            case "avg" -> Numbers.mean(values);
            case "min" -> Collections.min(values);
            case "max" -> Collections.max(values);
            case "median" -> Numbers.quantile(values, 0.5);
            case "quantile" -> Numbers.quantile(values, arguments.get(0));
            case "stddev" -> Numbers.deviation(values);
            case "slope" -> Numbers.slope(positions, values);
            case "count" -> values.size();
            case "first" -> values.get(0);
            case "rank" -> 1 + values.stream().filter(value -> value > values.get(values.size() - 1)).count();
            case "ewma" -> Numbers.smoothed(values, arguments.get(0));
            case "last" -> values.get(values.size() - 1);
            default -> throw new AssertionError(function);
        };
    }

    /** The periods of the stretch, the earliest first. */
    private List<Window> periods(Window window) {
        Calendar calendar = window.calendar();
        if (statistic.stretch() instanceof Stretch.Periods periods) {
            Grain unit = Context.grain(periods.unit());
            Window latest = calendar.nests(unit, window.grain())
                    ? window.in(unit).lastPeriod().window() : window.last(1, unit);
            List<Window> all = new ArrayList<>();
            Window end = new Window(calendar, latest.grain(), latest.last(), latest.last());
            for (int back = periods.count(); back > 0; back--) {
                all.add(calendar.nests(unit, latest.grain()) ? end.back(back - 1, unit)
                        : new Window(calendar, latest.grain(), end.back(back, unit).last() + 1,
                                end.back(back - 1, unit).last()));
            }
            return all;
        } else if (statistic.stretch() instanceof Stretch.ToDate toDate) {
            Window run = window.toDate(Context.grain(toDate.unit()));
            return each(calendar, run.grain(), run.first(), run.last());
        }
        return firstFact == null ? List.of()
                : each(calendar, window.grain(), calendar.ordinal(window.grain(), firstFact), window.last());
    }

    private static List<Window> each(Calendar calendar, Grain grain, int first, int last) {
        List<Window> all = new ArrayList<>();
        for (int period = first; period <= last; period++) {
            all.add(new Window(calendar, grain, period, period));
        }
        return all;
    }
}
