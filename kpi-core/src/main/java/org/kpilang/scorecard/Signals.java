package org.kpilang.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Expression;
import org.kpilang.model.KpiVersion;
import org.kpilang.signal.LimitFormula;
import org.kpilang.signal.ProcessBehaviour;
import org.kpilang.signal.ProcessChart;
import org.kpilang.signal.Rule;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * Whether the values of KPIs did something unusual, or varied as they always do: process behaviour charts of the slices
 * of a {@link Result}. Immutable and thread-safe; the methods that say how to draw return a changed copy.
 *
 * <pre>{@code
 * KpiSignals margin = Signals.of(result).change("2024-06").of("gross_margin");
 * margin.verdict();
 * margin.sentence(Numbers.of(model)::text);
 * }</pre>
 *
 * <p>Unless something else is said, limits are worked out of the first 24 values and then frozen, so that what was said
 * of a period does not change when later ones arrive. They begin anew where a stated change was made, and where the
 * KPI's formula changes by a new definition. Limits are not drawn outside of the range of the KPI.
 *
 * <p>Counted are points outside the limits, three of four near a limit, and eight on one side of the centre. Jumps are
 * counted on request only: of steady processes with 24 points, 11 % show a signal by those three rules, and 21 % with
 * jumps.
 *
 * <p>Open periods are left out, and so are periods without a value, which end a run.
 */
public final class Signals {

    /** How many values the limits are frozen after, if nothing is said. */
    public static final int BASELINE = 24;

    private static final Set<Rule> RULES = Set.copyOf(EnumSet.complementOf(EnumSet.of(Rule.RANGE)));

    private final Result result;
    private final ProcessBehaviour behaviour;
    private final List<Period> changes;

    private Signals(Result result, ProcessBehaviour behaviour, List<Period> changes) {
        this.result = result;
        this.behaviour = behaviour;
        this.changes = changes;
    }

    public static Signals of(Result result) {
        return new Signals(Objects.requireNonNull(result, "result is null"),
                ProcessBehaviour.standard().rules(RULES).baseline(BASELINE), List.of());
    }

    Result result() {
        return result;
    }

    /** Works out limits in another way, such as around a trend. */
    public Signals formula(LimitFormula formula) {
        return new Signals(result, behaviour.formula(formula), changes);
    }

    /** Counts other rules. */
    public Signals rules(Set<Rule> rules) {
        return new Signals(result, behaviour.rules(rules), changes);
    }

    /** Freezes limits after so many values. */
    public Signals baseline(int values) {
        return new Signals(result, behaviour.baseline(values), changes);
    }

    /**
     * Works out limits of a stated baseline, such as the year before something was begun. One that does not touch the
     * periods of the result, or a stretch without a value in it, makes the stretch its own baseline.
     */
    public Signals baseline(Period first, Period last) {
        int from = Math.max(0, index(first.window().firstDay()));
        int to = index(last.window().lastDay());
        return to < from ? baseline(Integer.MAX_VALUE) : new Signals(result, behaviour.baseline(from, to), changes);
    }

    /** A stated baseline, as the model's calendar writes periods. */
    public Signals baseline(String first, String last) {
        return baseline(period(first), period(last));
    }

    /** Begins new limits in a period in which, as is known, the process was changed. May be called several times. */
    public Signals change(Period first) {
        return new Signals(result, behaviour, Stream.concat(changes.stream(), Stream.of(first)).toList());
    }

    /** A stated change, as the model's calendar writes periods. */
    public Signals change(String first) {
        return change(period(first));
    }

    /** The chart of a KPI in a slice, by their numbers in the result, with what is unusual in it. */
    public KpiSignals of(int kpi, int slice) {
        double[] values = IntStream.range(0, result.periods())
                .mapToDouble(period -> result.isOpen(period) ? Double.NaN
                        : result.valueOr(kpi, slice, period, Double.NaN)).toArray();
        ProcessChart chart = behaviour.changes(starts(kpi)).within(result.kpis().get(kpi).range()).chart(values);
        return new KpiSignals(result, kpi, slice, chart);
    }

    /** The charts of all KPIs and slices that were asked, slice by slice for each KPI. */
    List<KpiSignals> all() {
        List<KpiSignals> all = new ArrayList<>();
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            for (int slice = 0; slice < result.slices().size(); slice++) {
                all.add(of(kpi, slice));
            }
        }
        return all;
    }

    /**
     * The chart of a KPI in a slice.
     *
     * @throws NoSuchElementException if the KPI or the slice was not asked
     */
    public KpiSignals of(String kpi, Slice slice) {
        return of(result.number(kpi), result.number(slice));
    }

    /**
     * The chart of the total of a KPI.
     *
     * @throws NoSuchElementException if the KPI or the total was not asked
     */
    public KpiSignals of(String kpi) {
        return of(kpi, Slice.TOTAL);
    }

    /** Where new limits begin. */
    private int[] starts(int kpi) {
        List<Integer> starts = new ArrayList<>();
        changes.forEach(change -> starts.add(index(change.window().firstDay())));
        @Nullable Expression before = null;
        for (int period = 0; period < result.periods(); period++) {
            Optional<KpiVersion> version = result.version(kpi, period);
            if (version.isPresent()) {
                Expression formula = version.get().definition().formula();
                if (before != null && before != formula && !before.equals(formula)) {
                    starts.add(period);
                }
                before = formula;
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The number of the period that a day lies in, which may lie beyond those of the result. */
    private int index(LocalDate day) {
        Window window = result.window();
        return window.calendar().ordinal(window.grain(), day) - window.first();
    }

    private Period period(String text) {
        return result.model().calendar().parse(text);
    }
}
