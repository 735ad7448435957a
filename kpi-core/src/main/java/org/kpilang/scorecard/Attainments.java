package org.kpilang.scorecard;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Property;

/**
 * How far the KPIs of a scorecard have come to their targets, so that different KPIs can be put side by side and
 * together. 1 is the target; shares lie within bounds, 0 to 1.2 unless others are asked, so that one KPI far beyond its
 * target does not hide others that miss theirs. In order:
 *
 * <ul>
 * <li>{@code better between 2 and 4}: 1 inside the range. Outside, a value that is off by a tenth of the end it has
 * passed counts 0.9, and so on; both ends are to be above zero.
 * <li>From a {@code baseline}, and without one from the start of a path or of a change: (value - start) / (target -
 * start), whichever way that goes.
 * <li>{@code better higher}: value / target.
 * <li>{@code better lower}: 2 - value / target, so that a tenth too much counts 0.9, as a tenth too little does above.
 * </ul>
 *
 * <p>The last two need a target above zero. Where a share cannot be worked out, {@link Attainment#how} tells why, and
 * means are taken of the rest. Immutable and thread-safe. The method is that of weighted scorecards in general (sum of
 * weight * min(actual / target, cap) over sum of weights, with the direction of each KPI normalised before).
 */
public final class Attainments {

    private static final double STANDARD_CAP = 1.2;

    private final Scorecard scorecard;
    private final Result result;
    private final double floor;
    private final double cap;
    private final Map<KpiVersion, Range> ranges = new HashMap<>();
    private final @Nullable Answers answers;

    private Attainments(Scorecard scorecard, double floor, double cap) {
        this.scorecard = scorecard;
        this.result = scorecard.result();
        this.floor = floor;
        this.cap = cap;
        Questions questions = new Questions(result);
        for (Kpi kpi : result.kpis()) {
            for (KpiVersion version : kpi.versions()) {
                Property.Better better = version.property(Property.Better.class).orElse(null);
                if (better != null && better.low() != null && better.high() != null) {
                    ranges.put(version, new Range(questions.add(better.low()), questions.add(better.high())));
                }
            }
        }
        this.answers = ranges.isEmpty() ? null : questions.ask();
    }

    /** The numbers of the formulas of the ends of a range. */
    private record Range(int low, int high) {}

    /** Shares from 0 to 1.2. */
    public static Attainments of(Scorecard scorecard) {
        return of(scorecard, 0, STANDARD_CAP);
    }

    /**
     * Shares within other bounds, which may be infinite.
     *
     * @throws IllegalArgumentException unless the target, 1, lies within them
     */
    public static Attainments of(Scorecard scorecard, double floor, double cap) {
        Objects.requireNonNull(scorecard, "scorecard is null");
        if (!(floor <= 1 && cap >= 1)) {
            throw new IllegalArgumentException("shares from " + floor + " to " + cap + " leave out the target, 1");
        }
        return new Attainments(scorecard, floor, cap);
    }

    public Scorecard scorecard() {
        return scorecard;
    }

    /** The attainment of a cell. */
    public Attainment of(int kpi, int slice, int period) {
        Kpi asked = result.kpis().get(kpi);
        KpiVersion version = result.version(kpi, period).orElse(null);
        double weight = Attainment.weight(asked);
        if (version == null || !result.hasValue(kpi, slice, period)) {
            return new Attainment(asked, OptionalDouble.empty(), weight, "it has no value");
        }
        double value = result.valueOr(kpi, slice, period, Double.NaN);
        Range range = ranges.get(version);
        Normalised normalised = range != null && answers != null
                ? between(value, answers.valueOr(range.low, slice, period, Double.NaN),
                        answers.valueOr(range.high, slice, period, Double.NaN))
                : toTarget(version, value, kpi, slice, period);
        return new Attainment(asked, Double.isNaN(normalised.share) ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(cap, Math.max(floor, normalised.share))), weight, normalised.how);
    }

    /** A share without bounds, NaN if it is not known. */
    private record Normalised(double share, String how) {

        static Normalised unknown(String why) {
            return new Normalised(Double.NaN, why);
        }
    }

    private static Normalised between(double value, double low, double high) {
        if (!(low > 0 && high > 0)) {
            return Normalised.unknown("an end of its range is not above zero");
        } else if (value < low) {
            return new Normalised(value / low, "value / lower end");
        }
        return value > high ? new Normalised(2 - value / high, "2 - value / upper end")
                : new Normalised(1, "within its range");
    }

    private Normalised toTarget(KpiVersion version, double value, int kpi, int slice, int period) {
        double target = scorecard.targetOr(kpi, slice, period, Double.NaN);
        if (Double.isNaN(target)) {
            return Normalised.unknown(scorecard.declaresTarget(kpi) ? "it has no target here" : "it has no target");
        }
        double baseline = scorecard.baselineOr(kpi, slice, period, Double.NaN);
        double start = scorecard.startOr(kpi, slice, period, Double.NaN);
        if (!Double.isNaN(baseline) && baseline != target) {
            return new Normalised((value - baseline) / (target - baseline), "(value - baseline) / (target - baseline)");
        } else if (Double.isNaN(baseline) && !Double.isNaN(start) && start != target) {
            return new Normalised((value - start) / (target - start), "(value - start) / (target - start)");
        }
        Property.Better.Way way = version.property(Property.Better.class).map(Property.Better::way).orElse(null);
        if (way == null) {
            return Normalised.unknown("it is not said which way is better");
        } else if (target <= 0) {
            return Normalised.unknown("its target is not above zero, and it has no baseline");
        }
        return way == Property.Better.Way.LOWER ? new Normalised(2 - value / target, "2 - value / target")
                : new Normalised(value / target, "value / target");
    }
}
