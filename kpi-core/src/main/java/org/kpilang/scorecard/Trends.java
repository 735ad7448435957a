package org.kpilang.scorecard;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;
import org.kpilang.unit.Unit;

/**
 * How the values of a {@link Result} stand against those of the period before and of a year ago, which may lie before
 * the periods that were asked. Immutable and thread-safe.
 *
 * <p><b>Better or worse</b> is by what the KPI says is {@code better} in the period; of a range that is good, what
 * comes nearer to it is better. Differences in the last digits, which are rounding, are none.
 *
 * <p><b>Strength</b> is in the five steps of SAP's trend calculation. A change of 2 % is up or down and one of 10 %
 * strong, unless other bounds are asked for; a change that equals a bound counts. Of percentages and scores it is 2 and
 * 10 points.
 *
 * <p>Earlier values are worked out by the definition that holds in the period, so that like is compared with like.
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
    /** What each version of a KPI was asked. */
    private final Map<KpiVersion, Asked> asked;
    private final double clear;
    private final double strong;

    /**
     * The numbers of the questions for the earlier values, and for the ends of a range that is good.
     *
     * @param yearAgo -1 if the calendar knows no year
     * @param low     -1 if no range is good
     * @param high    likewise
     */
    private record Asked(int previous, int yearAgo, int low, int high) {

        static Asked of(KpiVersion version, PeriodUnit step, boolean years, Questions questions) {
            Expression formula = version.definition().formula();
            Property.Better better = version.property(Property.Better.class).orElse(null);
            return new Asked(questions.add(ago(formula, step)),
                    years ? questions.add(ago(formula, PeriodUnit.YEAR)) : -1,
                    better == null || better.low() == null ? -1 : questions.add(better.low()),
                    better == null || better.high() == null ? -1 : questions.add(better.high()));
        }
    }

    private Trends(Result result, Answers answers, Map<KpiVersion, Asked> asked, double clear, double strong) {
        this.result = result;
        this.answers = answers;
        this.asked = asked;
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
        Map<KpiVersion, Asked> asked = new IdentityHashMap<>();
        for (Kpi kpi : result.kpis()) {
            kpi.versions().forEach(version -> asked.put(version, Asked.of(version, step(result), years, questions)));
        }
        return new Trends(result, questions.ask(), asked, CLEAR, STRONG);
    }

    private static PeriodUnit step(Result result) {
        return PeriodUnit.valueOf(result.window().grain().name());
    }

    private static Expression ago(Expression formula, PeriodUnit unit) {
        return Selection.of(formula, new Selector.Ago(1, unit, false));
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
        return new Trends(result, answers, asked, clearFrom, strongFrom);
    }

    /** The trend of a cell against the period before; empty if there is none. */
    public Optional<Trend> previous(int kpi, int slice, int period) {
        return trend(kpi, slice, period, step(result), Asked::previous);
    }

    /** The trend of a cell against a year ago; empty if there is none. */
    public Optional<Trend> yearAgo(int kpi, int slice, int period) {
        return trend(kpi, slice, period, PeriodUnit.YEAR, Asked::yearAgo);
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

    private Optional<Trend> trend(int kpi, int slice, int period, PeriodUnit unit, ToIntFunction<Asked> which) {
        KpiVersion version = result.version(kpi, period).orElse(null);
        int question = version == null ? -1 : which.applyAsInt(asked(version));
        if (version == null || question < 0 || result.isOpen(period)) {
            return Optional.empty();
        }
        double now = result.valueOr(kpi, slice, period, Double.NaN);
        double before = answers.valueOr(question, slice, period, Double.NaN);
        if (Double.isNaN(now) || Double.isNaN(before)) {
            return Optional.empty();
        }
        Kpi of = result.kpis().get(kpi);
        double difference = significant(now, before);
        double size = Trend.isInPoints(of.unit()) ? difference : before > 0 ? difference / before : Double.NaN;
        OptionalDouble change = Double.isFinite(size) ? OptionalDouble.of(size) : OptionalDouble.empty();
        Window window = result.period(period).window().back(1, Grain.valueOf(unit.name()));
        return Optional.of(new Trend(of, result.slices().get(slice), result.period(period), now,
                window.firstPeriod(), before, change,
                change.isEmpty() ? Optional.empty() : Optional.of(strength(change.getAsDouble(), of.unit())),
                verdict(version, slice, period, now, before)));
    }

    private Asked asked(KpiVersion version) {
        return Objects.requireNonNull(asked.get(version));
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

    private Trend.Verdict verdict(KpiVersion version, int slice, int period, double now, double before) {
        Property.Better better = version.property(Property.Better.class).orElse(null);
        if (better == null) {
            return Trend.Verdict.UNDIRECTED;
        }
        double gain = switch (better.way()) {
            case HIGHER -> significant(now, before);
            case LOWER -> significant(before, now);
            case BETWEEN -> significant(outside(before, version, slice, period), outside(now, version, slice, period));
        };
        return Double.isNaN(gain) ? Trend.Verdict.UNDIRECTED : gain == 0 ? Trend.Verdict.UNCHANGED
                : gain > 0 ? Trend.Verdict.IMPROVEMENT : Trend.Verdict.DECLINE;
    }

    /** How far a value lies outside of the range that is good; NaN if an end of it is not known. */
    private double outside(double value, KpiVersion version, int slice, int period) {
        double low = answers.valueOr(asked(version).low(), slice, period, Double.NaN);
        double high = answers.valueOr(asked(version).high(), slice, period, Double.NaN);
        return Math.max(0, Math.max(low - value, value - high));
    }

    private int number(String period) {
        return result.number(result.model().calendar().parse(period));
    }
}
