package org.kpilang.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.model.Property;
import org.kpilang.series.Interval;
import org.kpilang.source.Origin;

/**
 * Four levels of how good a value is, after the criticality calculation of SAP's user interface vocabulary: a value
 * within the acceptance is positive, within the tolerance neutral, within the deviation critical, and else negative.
 * Bounds belong to the better side. One that is missing falls through: the deviation reaches to the open end, the
 * tolerance to the deviation, the acceptance to the tolerance. Immutable and thread-safe.
 *
 * <pre>{@code
 * DeviationLevels.higher().acceptance(95).tolerance(85).deviation(70).of(75)   // CRITICAL
 * }</pre>
 *
 * <p>Compared is the value; for a comparison with a reference give {@code value - reference}, or that as a share of the
 * reference. Source: SAP, vocabularies/UI.md, CriticalityCalculationType.
 */
public final class DeviationLevels {

    private final Property.Better.Way way;
    private final Interval acceptance;
    private final Interval tolerance;
    private final Interval deviation;

    private DeviationLevels(Property.Better.Way way, Interval acceptance, Interval tolerance, Interval deviation) {
        this.way = way;
        this.acceptance = acceptance;
        this.tolerance = tolerance;
        this.deviation = deviation;
    }

    private static DeviationLevels of(Property.Better.Way way) {
        return new DeviationLevels(way, Interval.ANY, Interval.ANY, Interval.ANY);
    }

    /** Levels without a bound yet, where higher is better. */
    public static DeviationLevels higher() {
        return of(Property.Better.Way.HIGHER);
    }

    /** Levels without a bound yet, where lower is better. */
    public static DeviationLevels lower() {
        return of(Property.Better.Way.LOWER);
    }

    /** Levels without a bound yet, where a range is best. */
    public static DeviationLevels between() {
        return of(Property.Better.Way.BETWEEN);
    }

    /** These levels with another acceptance. */
    public DeviationLevels acceptance(double bound) {
        return new DeviationLevels(way, side(bound), tolerance, deviation);
    }

    /** These levels with another acceptance, of a range. */
    public DeviationLevels acceptance(double low, double high) {
        return new DeviationLevels(way, range(low, high), tolerance, deviation);
    }

    /** These levels with another tolerance. */
    public DeviationLevels tolerance(double bound) {
        return new DeviationLevels(way, acceptance, side(bound), deviation);
    }

    /** These levels with another tolerance, of a range. */
    public DeviationLevels tolerance(double low, double high) {
        return new DeviationLevels(way, acceptance, range(low, high), deviation);
    }

    /** These levels with another deviation. */
    public DeviationLevels deviation(double bound) {
        return new DeviationLevels(way, acceptance, tolerance, side(bound));
    }

    /** These levels with another deviation, of a range. */
    public DeviationLevels deviation(double low, double high) {
        return new DeviationLevels(way, acceptance, tolerance, range(low, high));
    }

    private Interval side(double bound) {
        return switch (way) {
            case HIGHER -> Interval.atLeast(bound);
            case LOWER -> Interval.atMost(bound);
            case BETWEEN -> throw new IllegalArgumentException("a range has two bounds");
        };
    }

    private Interval range(double low, double high) {
        if (way != Property.Better.Way.BETWEEN || low > high) {
            throw new IllegalArgumentException("no range: " + low + " to " + high);
        }
        return Interval.between(low, high);
    }

    /** The level of a value. */
    public Level of(double value) {
        Interval critical = deviation;
        Interval neutral = tolerance.isAny() ? critical : tolerance;
        Interval positive = acceptance.isAny() ? neutral : acceptance;
        return positive.contains(value) ? Level.POSITIVE : neutral.contains(value) ? Level.NEUTRAL
                : critical.contains(value) ? Level.CRITICAL : Level.NEGATIVE;
    }

    /** The level of what a value is above a reference. */
    public Level ofDifference(double value, double reference) {
        return of(OnPaper.difference(value, reference));
    }

    /** The level of what a value is above a reference, as a share of it; empty for a reference of zero. */
    public Optional<Level> ofShare(double value, double reference) {
        return reference == 0 ? Optional.empty() : Optional.of(of(OnPaper.difference(value, reference) / reference));
    }

    /**
     * The bands that judge as these levels do. The names of levels may be the same, such as amber for neutral and
     * critical. Bounds are plain numbers.
     */
    public Property.Status toStatus(String positive, String neutral, String critical, String negative) {
        Interval critically = deviation;
        Interval neutrally = tolerance.isAny() ? critically : tolerance;
        Interval positively = acceptance.isAny() ? neutrally : acceptance;
        List<Property.Band> bands = new ArrayList<>();
        if (way == Property.Better.Way.BETWEEN) {
            outside(critically, negative, bands);
            outside(neutrally, critical, bands);
            outside(positively, neutral, bands);
            return new Property.Status(bands, positive, Origin.NONE);
        }
        List<Interval> levels = List.of(positively, neutrally, critically);
        List<String> names = List.of(positive, neutral, critical);
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).isAny()) {
                return new Property.Status(bands, names.get(i), Origin.NONE);
            }
            boolean higher = way == Property.Better.Way.HIGHER;
            band(names.get(i), higher ? Comparison.Operator.AT_LEAST : Comparison.Operator.AT_MOST,
                    higher ? levels.get(i).low() : levels.get(i).high(), bands);
        }
        return new Property.Status(bands, negative, Origin.NONE);
    }

    private static void outside(Interval within, String name, List<Property.Band> bands) {
        if (!within.isAny()) {
            band(name, Comparison.Operator.LESS, within.low(), bands);
            band(name, Comparison.Operator.GREATER, within.high(), bands);
        }
    }

    private static void band(String name, Comparison.Operator operator, double bound, List<Property.Band> bands) {
        NumberLiteral size = NumberLiteral.of(BigDecimal.valueOf(Math.abs(bound)));
        Expression written = bound < 0 ? new Negation(size, Origin.NONE) : size;
        if (bands.stream().noneMatch(band -> band.operator() == operator && band.bound().equals(written))) {
            bands.add(new Property.Band(name, operator, written, false));
        }
    }

    /**
     * The levels of bands with fixed bounds on one side: {@code green >= 42%, amber >= 38%, red otherwise}. The first
     * is the acceptance; what is below the last is negative.
     *
     * @param second what the second of two bands is: neutral, or critical
     * @return empty if the bands are of another form, such as shares of a target
     */
    public static Optional<DeviationLevels> of(Property.Status status, Level second) {
        List<Property.Band> bands = status.bands();
        Comparison.Operator operator = bands.isEmpty() ? Comparison.Operator.EQUAL : bands.get(0).operator();
        boolean sided = operator == Comparison.Operator.AT_LEAST || operator == Comparison.Operator.AT_MOST;
        if (!sided || bands.size() > 3 || bands.stream().anyMatch(band -> band.ofTarget()
                || band.operator() != operator || Double.isNaN(number(band.bound())))) {
            return Optional.empty();
        }
        double first = number(bands.get(0).bound());
        double last = number(bands.get(bands.size() - 1).bound());
        double middle = bands.size() == 3 ? number(bands.get(1).bound())
                : Objects.requireNonNull(second, "second is null") == Level.NEUTRAL ? last : first;
        DeviationLevels none = operator == Comparison.Operator.AT_LEAST ? higher() : lower();
        return Optional.of(none.acceptance(first).tolerance(middle).deviation(last));
    }

    private static double number(Expression bound) {
        if (bound instanceof Negation negation && negation.operand() instanceof NumberLiteral number) {
            return -number.value().doubleValue();
        }
        return bound instanceof NumberLiteral number ? number.value().doubleValue() : Double.NaN;
    }

    /** How good a value is. */
    public enum Level {
        POSITIVE, NEUTRAL, CRITICAL, NEGATIVE
    }
}
