package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;
import org.kpilang.unit.Unit;

/**
 * How the values of a {@link Result} stand against those of the period before and of a year ago, which may lie before
 * the periods that were asked. Immutable and thread-safe.
 *
 * <p><b>Better or worse</b> is by what the KPI says is {@code better} in the period; of a range that is good, what comes
 * nearer to it is better. Differences in the last digits, which are rounding, are none.
 *
 * <p><b>Strength</b> is in the five steps of SAP's trend calculation. A change of 2 % is up or down and one of 10 % strong,
 * unless other bounds are asked for; a change that equals a bound counts. Of percentages and scores it is 2 and 10
 * points.
 *
 * <p>An open period has no trend, nor has a cell without a value now or then.
 */
public final class Trends {

    private static final double CLEAR = 0.02;
    private static final double STRONG = 0.1;
    /** What is less than this part of the numbers that are compared is taken for rounding. */
    private static final double ROUNDING = 1e-12;

    private final Result result;
    private final Answers answers;
    /** The numbers of the questions for the earlier values of each KPI; -1 if the calendar knows no year. */
    private final int[] previous;
    private final int[] yearAgo;
    private final Map<Property.Better, int[]> ranges;
    private final double clear;
    private final double strong;

    private Trends(Result result, Answers answers, int[] previous, int[] yearAgo, Map<Property.Better, int[]> ranges,
            double clear, double strong) {
        this.result = result;
        this.answers = answers;
        this.previous = previous;
        this.yearAgo = yearAgo;
        this.ranges = ranges;
        this.clear = clear;
        this.strong = strong;
    }

    /** Asks for the earlier values of all KPIs of a result. */
    public static Trends of(Result result) {
        Objects.requireNonNull(result, "result is null");
        try {
            return of(result, true);
        } catch (DiagnosticException noYears) {
            // The calendar has no place in the year for periods of this grain.
            return of(result, false);
        }
    }

    private static Trends of(Result result, boolean years) {
        Questions questions = new Questions(result);
        int[] previous = new int[result.kpis().size()];
        int[] yearAgo = new int[previous.length];
        Map<Property.Better, int[]> ranges = new HashMap<>();
        for (int kpi = 0; kpi < previous.length; kpi++) {
            previous[kpi] = questions.add(ago(result, kpi, step(result)));
            yearAgo[kpi] = years ? questions.add(ago(result, kpi, PeriodUnit.YEAR)) : -1;
            for (Property.Better range : ranges(result.kpis().get(kpi))) {
                ranges.put(range, new int[] {questions.add(Objects.requireNonNull(range.low())),
                    questions.add(Objects.requireNonNull(range.high()))});
            }
        }
        return new Trends(result, questions.ask(), previous, yearAgo, ranges, CLEAR, STRONG);
    }

    private static List<Property.Better> ranges(Kpi kpi) {
        List<Property.Better> ranges = new ArrayList<>();
        kpi.versions().forEach(version -> version.property(Property.Better.class)
                .filter(better -> better.way() == Property.Better.Way.BETWEEN).ifPresent(ranges::add));
        return ranges;
    }

    private static PeriodUnit step(Result result) {
        return PeriodUnit.valueOf(result.window().grain().name());
    }

    private static Expression ago(Result result, int kpi, PeriodUnit unit) {
        return Selection.of(new Reference(result.kpis().get(kpi).id(), Origin.NONE), new Selector.Ago(1, unit, false));
    }

    /**
     * Measures strength by other bounds, as shares: 0.02 is 2 %, or 2 points of a percentage or a score.
     *
     * @throws IllegalArgumentException unless the first is above 0 and the second at least as large
     */
    public Trends bounds(double clearFrom, double strongFrom) {
        if (!(clearFrom > 0 && strongFrom >= clearFrom)) {
            throw new IllegalArgumentException("no bounds: " + clearFrom + " and " + strongFrom);
        }
        return new Trends(result, answers, previous, yearAgo, ranges, clearFrom, strongFrom);
    }

    /** The trend of a cell against the period before; empty if there is none. */
    public Optional<Trend> previous(int kpi, int slice, int period) {
        return trend(kpi, slice, period, step(result), previous[kpi]);
    }

    /** The trend of a cell against a year ago; empty if there is none. */
    public Optional<Trend> yearAgo(int kpi, int slice, int period) {
        return yearAgo[kpi] < 0 ? Optional.empty() : trend(kpi, slice, period, PeriodUnit.YEAR, yearAgo[kpi]);
    }

    /**
     * The trend of the total of a KPI against the period before; empty if there is none.
     *
     * @throws NoSuchElementException if the KPI or the period was not asked
     */
    public Optional<Trend> previous(String kpi, String period) {
        return previous(result.number(kpi), result.number(Slice.TOTAL), number(period));
    }

    /**
     * The trend of the total of a KPI against a year ago; empty if there is none.
     *
     * @throws NoSuchElementException if the KPI or the period was not asked
     */
    public Optional<Trend> yearAgo(String kpi, String period) {
        return yearAgo(result.number(kpi), result.number(Slice.TOTAL), number(period));
    }

    private Optional<Trend> trend(int kpi, int slice, int period, PeriodUnit unit, int question) {
        double now = result.valueOr(kpi, slice, period, Double.NaN);
        double before = answers.valueOr(question, slice, period, Double.NaN);
        if (result.isOpen(period) || Double.isNaN(now) || Double.isNaN(before)) {
            return Optional.empty();
        }
        Kpi asked = result.kpis().get(kpi);
        double difference = significant(now, before);
        OptionalDouble change = Trend.isInPoints(asked.unit()) ? OptionalDouble.of(difference)
                : before > 0 ? OptionalDouble.of(difference / before) : OptionalDouble.empty();
        Window window = result.period(period).window().back(1, Grain.valueOf(unit.name()));
        return Optional.of(new Trend(asked, result.slices().get(slice), result.period(period), now,
                window.firstPeriod(), before, change,
                change.isEmpty() ? Optional.empty() : Optional.of(strength(change.getAsDouble(), asked.unit())),
                verdict(kpi, slice, period, now, before)));
    }

    private static double significant(double now, double before) {
        double difference = now - before;
        return Math.abs(difference) <= ROUNDING * Math.max(Math.abs(now), Math.abs(before)) ? 0 : difference;
    }

    private Trend.Strength strength(double change, Unit unit) {
        double shown = unit.equals(Unit.POINTS) ? change / 100 : change;
        double size = Math.abs(shown) + ROUNDING;
        if (size < clear) {
            return Trend.Strength.SIDEWAYS;
        } else if (shown > 0) {
            return size < strong ? Trend.Strength.UP : Trend.Strength.STRONG_UP;
        }
        return size < strong ? Trend.Strength.DOWN : Trend.Strength.STRONG_DOWN;
    }

    private Trend.Verdict verdict(int kpi, int slice, int period, double now, double before) {
        Property.Better better = result.version(kpi, period)
                .flatMap(version -> version.property(Property.Better.class)).orElse(null);
        if (better == null) {
            return Trend.Verdict.UNDIRECTED;
        }
        double gain = switch (better.way()) {
            case HIGHER -> significant(now, before);
            case LOWER -> significant(before, now);
            case BETWEEN -> significant(outside(before, better, slice, period), outside(now, better, slice, period));
        };
        return Double.isNaN(gain) ? Trend.Verdict.UNDIRECTED : gain == 0 ? Trend.Verdict.UNCHANGED
                : gain > 0 ? Trend.Verdict.IMPROVEMENT : Trend.Verdict.DECLINE;
    }

    /** How far a value lies outside of the range that is good; NaN if an end of it is not known. */
    private double outside(double value, Property.Better better, int slice, int period) {
        int[] ends = Objects.requireNonNull(ranges.get(better));
        double low = answers.valueOr(ends[0], slice, period, Double.NaN);
        double high = answers.valueOr(ends[1], slice, period, Double.NaN);
        return Math.max(0, Math.max(low - value, value - high));
    }

    private int number(String period) {
        return result.number(result.model().calendar().parse(period));
    }
}
