package org.kpilang.scorecard;

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
import org.kpilang.model.Kpi;
import org.kpilang.time.Period;

/**
 * The target and the status of every cell of a {@link Result}. Immutable and thread-safe.
 *
 * <p><b>Which target applies.</b> Of the targets of a KPI, those that hold in the slice and the period:
 * <ul>
 * <li>A target holds in the slices that satisfy its condition, or in all if it has none. A constant is meant for that
 * part of the business as a whole; it holds for smaller parts only if the KPI does not add up over parts, which is
 * known of a percent, of points, and of a quantity per something. So a target of 40% for a margin holds in every
 * region, a target of 1M USD for revenue does not. A formula over inputs or KPIs, such as {@code plan}, gives each part
 * its own.
 * <li>{@code target 42%} and {@code target 42% by 2026-12} hold in every period. With {@code from}, the target is a
 * straight line from there to the due period, period by period and not day by day; before it there is no target, and
 * after it the value to be reached stays. The line does not depend on the grain that is asked: a quarter has the target
 * of its last month.
 * <li>{@code target +25k USD during 2026} holds during 2026 alone. It rises by equal steps from the KPI's own value in
 * the period before to that value and the change; without that value there is no target.
 * </ul>
 * The one whose condition says most decides: more dimensions first, then fewer members. Then comes the next that is
 * due, then the last that was due, then one without a date; and of equals the one written first.
 *
 * <p><b>Which status.</b> Bands are read from the left, and the first that holds decides; a bound counts as it is
 * written. A bound without a value, such as a share of a target where there is none, ends the reading without a status.
 *
 * <p>KPIs, slices and periods are numbered as in the result.
 */
public final class Scorecard {

    /** The status where a KPI has bands and no value. */
    public static final String NO_DATA = "no data";

    private final Result result;
    private final Answers answers;
    private final List<Targets> targets = new ArrayList<>();
    private final List<Bands> bands = new ArrayList<>();
    private final Map<String, Integer> kpiNumbers = new HashMap<>();
    private final Map<Slice, Integer> sliceNumbers = new HashMap<>();

    private Scorecard(Result result) {
        this.result = result;
        Questions questions = new Questions(result);
        for (Kpi kpi : result.kpis()) {
            kpiNumbers.put(kpi.id(), kpiNumbers.size());
            targets.add(Targets.of(kpi, questions));
            bands.add(Bands.of(kpi, questions));
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
        return !targets.get(kpi).isEmpty();
    }

    /** Whether a KPI declares how its values are judged. */
    public boolean declaresStatus(int kpi) {
        return !bands.get(kpi).isEmpty();
    }

    public boolean hasTarget(int kpi, int slice, int period) {
        return !Double.isNaN(targetOr(kpi, slice, period, Double.NaN));
    }

    /** The target of a cell, or another number if it has none. */
    public double targetOr(int kpi, int slice, int period, double otherwise) {
        double target = targets.get(kpi).at(answers, Objects.checkIndex(slice, sliceNumbers.size()),
                Objects.checkIndex(period, result.periods()));
        return Double.isNaN(target) ? otherwise : target;
    }

    /** The status of a cell: that of a band, {@link #NO_DATA}, or empty if no band decides. */
    public Optional<String> status(int kpi, int slice, int period) {
        if (!declaresStatus(kpi)) {
            return Optional.empty();
        } else if (!result.hasValue(kpi, slice, period)) {
            return Optional.of(NO_DATA);
        }
        return bands.get(kpi).status(result.valueOr(kpi, slice, period, Double.NaN),
                targetOr(kpi, slice, period, Double.NaN), answers, slice, period);
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
