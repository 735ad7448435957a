package org.kpilang.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.source.Origin;
import org.kpilang.time.Period;

/**
 * The target and the status of every cell of a {@link Result}. Immutable and thread-safe.
 *
 * <p><b>Which definition judges.</b> What is said about a KPI is taken from the definition by which the period was
 * worked out: a period before a change of the KPI keeps the target and the bands that held then.
 *
 * <p><b>Which target applies.</b> Of the targets of a KPI, those that hold in the slice and the period:
 * <ul>
 * <li>A target holds in the slices that satisfy its condition, or in all if it has none. A constant is meant for that
 * part of the business as a whole; it holds for smaller parts only if the KPI does not add up over parts, which is
 * known of a percent, of points, and of a quantity per something. So a target of 40% for a margin holds in every
 * region, a target of 1M USD for revenue does not. A formula over inputs or KPIs, such as {@code plan}, gives each part
 * its own.
 * <li>A constant for a KPI that {@linkplain Kpi#addsUp() adds up} over time is the figure of one period: of a period
 * like the one it is due in, and without a date of one period of the facts. A longer period has the sum of the
 * targets of its parts, so 100k USD a month are 300k in a quarter; a shorter one has none. All other KPIs have the
 * same target at every grain. So do bounds.
 * <li>{@code target 42%} and {@code target 42% by 2026-12} hold in every period. With {@code from}, the target is a
 * straight line from there to the due period, period by period and not day by day; before it there is no target, and
 * after it the value to be reached stays. The line does not depend on the grain that is asked: a quarter has the target
 * of its last month, or of all its months if the KPI adds up.
 * <li>{@code target +25k USD during 2026} holds during 2026 alone. It rises by equal steps from the KPI's own value in
 * the period before, of the grain that is asked, to that value and the change; without that value there is no target.
 * {@code target -10% during 2026} leads to 90% of that value, also for a KPI in percent; points are added to one.
 * <li>{@code target lower} wants less than the period before has, {@code target lower during 2026} less than the last
 * period before 2026 in each period of it. The target is the value to be bettered. That value, and the one that a
 * change starts from, is worked out by the definition that judges, so that like is compared with like.
 * </ul>
 * <p>A path and a change may go in steps or as another period went; a total is spread over its parts, and outside its
 * period there is none. A figure that is for every month or for any period is counted so, and of targets without a date
 * the one for the longest period counts.
 *
 * <p>The one whose condition says most decides: more dimensions first, then fewer members. Then comes the next that is
 * due, then the last that was due, then one without a date; and of equals the one written first.
 *
 * <p><b>Which status.</b> A period that was said to be open is {@link #OPEN}. Else a KPI without a value has {@link
 * #NO_DATA}, and one that rests on less than it asks for is {@link #TOO_FEW}. Else the bands are read from the left,
 * and the first that holds decides; a bound counts as it is written. A bound without a value, such as a share of a
 * target where there is none, ends the reading without a status. Without bands, a target with a tolerance gives green,
 * amber and red. A status with a margin, or one that is taken after some periods only, depends on the periods before
 * it, from the first that was asked.
 *
 * <p><b>What else values are compared with.</b> The baseline of a KPI is its value at the start, as it was written
 * or, if a formula was, as that is in the period of the baseline. Benchmarks are asked in each period like targets.
 *
 * <p>KPIs, slices and periods are numbered as in the result.
 */
public final class Scorecard {

    /** The status where a KPI has bands and no value. */
    public static final String NO_DATA = "no data";
    /** The status where a KPI has bands, and the facts of the period are said not to be complete. */
    public static final String OPEN = "open";

    /** The status where what it would rest on is less than the KPI asks for. */
    public static final String TOO_FEW = "too few";

    private final Result result;
    private final Answers answers;
    private final List<Judgements> judgements = new ArrayList<>();
    private final Map<String, Integer> kpiNumbers = new HashMap<>();
    private final Map<Slice, Integer> sliceNumbers = new HashMap<>();

    private Scorecard(Result result) {
        this.result = result;
        Questions questions = new Questions(result);
        for (Kpi kpi : result.kpis()) {
            judgements.add(Judgements.of(kpiNumbers.size(), questions));
            kpiNumbers.put(kpi.id(), kpiNumbers.size());
        }
        for (Slice slice : result.slices()) {
            sliceNumbers.put(slice, sliceNumbers.size());
        }
        this.answers = questions.ask();
    }

    /**
     * Judges a result. Where the formula of a target cannot be answered by the facts, such as a yearly plan in a month,
     * there is no target.
     */
    public static Scorecard of(Result result) {
        return new Scorecard(Objects.requireNonNull(result, "result is null"));
    }

    public Result result() {
        return result;
    }

    /** Whether a KPI declares any target. */
    public boolean declaresTarget(int kpi) {
        return judgements.get(kpi).any(judgement -> !judgement.targets().isEmpty());
    }

    /** Whether a KPI declares how its values are judged. */
    public boolean declaresStatus(int kpi) {
        return judgements.get(kpi).any(Judgement::judges);
    }

    /** Whether a KPI declares where it started, in a way that can be compared with the periods asked about. */
    public boolean declaresBaseline(int kpi) {
        return judgements.get(kpi).any(judgement -> judgement.baseline() != null);
    }

    public boolean hasTarget(int kpi, int slice, int period) {
        return !Double.isNaN(targetOr(kpi, slice, period, Double.NaN));
    }

    /** The target of a cell, or another number if it has none. */
    public double targetOr(int kpi, int slice, int period, double otherwise) {
        Judgement judgement = judgement(kpi, slice, period);
        Declared target = judgement == null ? null : judgement.targets().in(slice, period);
        return orOther(target == null ? Double.NaN : target.target().at(answers, slice, period), otherwise);
    }

    /**
     * The target of a cell as a formula, to explain a difference from it: that which was declared where it comes to the
     * target there, such as a plan; otherwise, as on a path or of a yearly figure in a month, its number. Empty if
     * there is no target.
     */
    public Optional<Expression> targetFormula(int kpi, int slice, int period) {
        Judgement judgement = judgement(kpi, slice, period);
        Declared target = judgement == null ? null : judgement.targets().in(slice, period);
        double value = targetOr(kpi, slice, period, Double.NaN);
        if (target == null || Double.isNaN(value)) {
            return Optional.empty();
        }
        if (target.said() instanceof Property.Target said
                && result.ask(List.of(said.value())).valueOr(0, slice, period, Double.NaN) == value) {
            return Optional.of(said.value());
        }
        NumberLiteral size = NumberLiteral.of(BigDecimal.valueOf(Math.abs(value)));
        return Optional.of(value < 0 ? new Negation(size, Origin.NONE) : size);
    }

    /**
     * Which values meet the target of a cell; empty if there is no target, or if neither the KPI says what is better
     * nor the target where it leads from.
     */
    public Optional<Goal> goal(int kpi, int slice, int period) {
        Judgement judgement = judgement(kpi, slice, period);
        Declared target = judgement == null ? null : judgement.targets().in(slice, period);
        return target == null ? Optional.empty() : target.goal(answers, slice, period);
    }

    /** The value from which a KPI started, for the slice of a cell, or another number if none is known. */
    public double baselineOr(int kpi, int slice, int period, double otherwise) {
        Judgement judgement = judgement(kpi, slice, period);
        return orOther(judgement == null ? Double.NaN : judgement.baseline(answers, slice, period), otherwise);
    }

    /**
     * The value from which the target of a cell leads away, of periods like that of the cell: the start of a path, or
     * what a change is measured from; another number if it does not say.
     */
    double startOr(int kpi, int slice, int period, double otherwise) {
        Judgement judgement = judgement(kpi, slice, period);
        Declared target = judgement == null ? null : judgement.targets().in(slice, period);
        return orOther(target == null ? Double.NaN : target.target().begun(answers, slice, period), otherwise);
    }

    /** The labels of the benchmarks of a KPI in the order written; one without a label is called benchmark. */
    public List<String> benchmarks(int kpi) {
        return judgements.get(kpi).benchmarks();
    }

    /** A benchmark of a cell by its label, or another number if there is none. */
    public double benchmarkOr(int kpi, String label, int slice, int period, double otherwise) {
        Judgement judgement = judgement(kpi, slice, period);
        Target benchmark = judgement == null ? null : judgement.benchmarks().get(label);
        return orOther(benchmark == null ? Double.NaN : benchmark.at(answers, slice, period), otherwise);
    }

    private static double orOther(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }

    private @Nullable Judgement judgement(int kpi, int slice, int period) {
        Objects.checkIndex(slice, sliceNumbers.size());
        return judgements.get(kpi).in(Objects.checkIndex(period, result.periods()));
    }

    /** How a KPI is judged. */
    Judgements judgements(int kpi) {
        return judgements.get(kpi);
    }

    /** The answers to what targets and bounds ask. */
    Answers answers() {
        return answers;
    }

    /**
     * How much of the way to the target of a cell is done: 0 where the KPI started, 1 at the target, negative if it
     * went the other way. The way starts where the target says, else at the baseline; empty if neither is known, or if
     * it was there from the start. Of a total for a longer period, it is the share that has been collected so far.
     */
    public OptionalDouble progress(int kpi, int slice, int period) {
        Judgement judgement = judgement(kpi, slice, period);
        Declared target = judgement == null ? null : judgement.targets().in(slice, period);
        Goal end = target == null ? null : target.end(answers, slice, period).orElse(null);
        double value = target != null && target.total() >= 0
                ? answers.valueOr(target.total(), slice, period, Double.NaN)
                : result.valueOr(kpi, slice, period, Double.NaN);
        return target == null || end == null ? OptionalDouble.empty()
                : end.progress(target.base(answers, slice, period), value);
    }

    /**
     * The pace of a period that is not over, by its parts in another result. Only for a KPI that adds up over time, in
     * a cell with a target; the parts that are known are those up to the first that is open or has no value.
     *
     * @param parts   the same KPIs and slices in shorter periods, such as the days of a month
     * @param profile how what is expected of the period grows with time
     * @throws NoSuchElementException if the KPI or the slice is not among those of the parts
     */
    public Optional<Pace> pace(int kpi, int slice, int period, Result parts, PaceProfile profile) {
        Kpi asked = result.kpis().get(kpi);
        Goal goal = asked.addsUp() ? goal(kpi, slice, period).orElse(null) : null;
        int same = -1;
        for (int other = 0; other < parts.kpis().size(); other++) {
            same = parts.kpis().get(other).id().equals(asked.id()) ? other : same;
        }
        int where = parts.slices().indexOf(result.slices().get(slice));
        return goal == null ? Optional.empty() : Paces.within(goal, result.period(period).window(), parts,
                asked(same < 0 ? null : same, "the KPI " + asked.id()),
                asked(where < 0 ? null : where, "the slice " + result.slices().get(slice)), profile);
    }

    /**
     * The status of a cell, where that of an open period is the one that its projection would have, a fifth of the
     * period on at the earliest; before that, and where no pace is known, it is {@link #OPEN}.
     *
     * @param parts the same KPIs and slices in shorter periods
     */
    public Optional<String> statusAtPace(int kpi, int slice, int period, Result parts) {
        Judgement judgement = judgement(kpi, slice, period);
        if (!result.isOpen(period) || judgement == null || !judgement.judges()) {
            return status(kpi, slice, period);
        }
        Pace pace = pace(kpi, slice, period, parts, PaceProfile.PERIODS).orElse(null);
        return pace == null || pace.elapsed() < Pace.EARLIEST ? Optional.of(OPEN)
                : judgement.status(pace.projection().value(), judgement.targets().in(slice, period), answers, slice,
                        period);
    }

    /** The status of a cell: that of a band, {@link #OPEN}, {@link #NO_DATA}, or empty if no band decides. */
    public Optional<String> status(int kpi, int slice, int period) {
        Judgement judgement = judgement(kpi, slice, period);
        if (judgement == null ? !declaresStatus(kpi) : !judgement.judges()) {
            return Optional.empty();
        } else if (result.isOpen(period)) {
            return Optional.of(OPEN);
        } else if (judgement == null || !result.hasValue(kpi, slice, period)) {
            return Optional.of(NO_DATA);
        } else if (judgement.caution().isTooFew(answers, slice, period)) {
            return Optional.of(TOO_FEW);
        } else if (judgement.caution().isSteady()) {
            return new SteadyStatus(result, judgements.get(kpi), judgement, answers, kpi, slice).in(period);
        }
        return judgement.status(result.valueOr(kpi, slice, period, Double.NaN),
                judgement.targets().in(slice, period), answers, slice, period);
    }

    /**
     * The target of the total of a KPI in a period, or empty if there is none.
     *
     * @throws NoSuchElementException if the KPI or the period was not asked
     */
    public OptionalDouble target(String kpi, String period) {
        return target(kpi, Slice.TOTAL, period(period));
    }

    /**
     * The target of a KPI in a slice and period, or empty if there is none.
     *
     * @throws NoSuchElementException if the KPI, the slice or the period was not asked
     */
    public OptionalDouble target(String kpi, Slice slice, Period period) {
        double target = targetOr(number(kpi), number(slice), number(period), Double.NaN);
        return Double.isNaN(target) ? OptionalDouble.empty() : OptionalDouble.of(target);
    }

    /**
     * The status of the total of a KPI in a period.
     *
     * @throws NoSuchElementException if the KPI or the period was not asked
     */
    public Optional<String> status(String kpi, String period) {
        return status(kpi, Slice.TOTAL, period(period));
    }

    /**
     * The status of a KPI in a slice and period.
     *
     * @throws NoSuchElementException if the KPI, the slice or the period was not asked
     */
    public Optional<String> status(String kpi, Slice slice, Period period) {
        return status(number(kpi), number(slice), number(period));
    }

    private Period period(String text) {
        return result.model().calendar().parse(text);
    }

    private int number(String kpi) {
        return asked(kpiNumbers.get(kpi), "the KPI " + kpi);
    }

    private int number(Slice slice) {
        return asked(sliceNumbers.get(slice), "the slice " + slice);
    }

    private int number(Period period) {
        int number = period.ordinal() - result.window().first();
        boolean within = period.grain() == result.window().grain() && number >= 0 && number < result.periods();
        return asked(within ? number : null, "the period " + period);
    }

    private static int asked(@Nullable Integer number, String what) {
        if (number == null) {
            throw new NoSuchElementException(what + " was not asked");
        }
        return number;
    }
}
