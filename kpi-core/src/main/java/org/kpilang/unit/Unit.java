package org.kpilang.unit;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A unit of measure: a product of whole powers of named units and currencies, in order of their names. The empty
 * product is a pure number, a ratio. Immutable and thread-safe.
 *
 * <p>Percent is a pure number that is shown times one hundred; in sums and comparisons it is the same as a ratio. A
 * percent stays one when it is multiplied with a pure number or divided by a ratio; how much one percent is of another
 * is a ratio. The difference of a percent and what it was before is a pure number that is shown times one hundred as
 * well, but not as a percent: 40% and 42% are 2 percentage points apart. Points ({@link #POINTS}) are a unit of their
 * own: they do not add to a percent.
 */
public final class Unit {

    /** The units of time, which need no declaration. */
    public static final Set<String> TIME =
            Set.of("second", "minute", "hour", "day", "week", "month", "quarter", "year");

    /** All units that need no declaration. */
    public static final Set<String> PREDECLARED =
            Set.of("second", "minute", "hour", "day", "week", "month", "quarter", "year", "points", "percent",
                    "percentage_points", "ratio");

    /** A pure number. */
    public static final Unit NUMBER = new Unit(new TreeMap<>(), Shown.PLAIN);

    /** A pure number that is shown times one hundred. */
    public static final Unit PERCENT = new Unit(new TreeMap<>(), Shown.PERCENT);

    /** A difference of percentages: a pure number that is shown times one hundred, without the sign of a percent. */
    public static final Unit PERCENTAGE_POINTS = new Unit(new TreeMap<>(), Shown.PERCENTAGE_POINTS);

    /** Not said: it goes with every unit, and a product with it is not said either. */
    public static final Unit ANY = new Unit(new TreeMap<>(), Shown.PLAIN);

    /**
     * A number written without a unit, such as the 100 of {@code 100 * x}: a pure number in products, and of the
     * other's unit in sums and comparisons.
     */
    public static final Unit BARE = new Unit(new TreeMap<>(), Shown.PLAIN);

    /** Points of an index such as the net promoter score, or of a percentage. */
    public static final Unit POINTS = of("points");

    /** How a pure number is shown, the less definite first. */
    private enum Shown {
        PLAIN, PERCENTAGE_POINTS, PERCENT
    }

    private final SortedMap<String, Integer> powers;
    private final Shown shown;

    private Unit(SortedMap<String, Integer> powers, Shown shown) {
        this.powers = Collections.unmodifiableSortedMap(powers);
        this.shown = shown;
    }

    /**
     * The unit of a name. {@code percent}, {@code percentage_points} and {@code ratio} are pure numbers, and the units
     * of time may be written in the plural; any other name stands for itself.
     */
    public static Unit of(String name) {
        Objects.requireNonNull(name, "name is null");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name is empty");
        } else if (name.equals("percent")) {
            return PERCENT;
        } else if (name.equals("percentage_points")) {
            return PERCENTAGE_POINTS;
        } else if (name.equals("ratio")) {
            return NUMBER;
        }
        boolean plural = name.endsWith("s") && TIME.contains(name.substring(0, name.length() - 1));
        SortedMap<String, Integer> powers = new TreeMap<>();
        powers.put(plural ? name.substring(0, name.length() - 1) : name, 1);
        return new Unit(powers, Shown.PLAIN);
    }

    /** The names with their powers; no power is zero. */
    public SortedMap<String, Integer> powers() {
        return powers;
    }

    /** Whether this is a pure number that is shown as a percent. */
    public boolean isPercent() {
        return shown == Shown.PERCENT;
    }

    /** Whether values are shown times one hundred: a percent, and the difference of two. */
    public boolean isShownTimesHundred() {
        return shown != Shown.PLAIN;
    }

    /** Whether this is a pure number, shown as percent or not. */
    public boolean isPure() {
        return powers.isEmpty() && this != ANY;
    }

    /** Whether quantities in the two units may be added and compared: percent and ratio may. */
    public boolean isLike(Unit other) {
        return isFlexible() || other.isFlexible() || powers.equals(other.powers);
    }

    /** Whether this goes with every unit in a sum. */
    private boolean isFlexible() {
        return this == ANY || this == BARE;
    }

    /**
     * The unit of a sum of quantities of two {@linkplain #isLike like} units: the more definite of the two, and percent
     * rather than ratio, so that {@code 1 - churn} is shown as churn is, and a margin and its change make a margin.
     */
    public Unit plus(Unit other) {
        return other.definiteness() > definiteness() ? other : this;
    }

    private int definiteness() {
        if (this == BARE) {
            return 0;
        } else if (this == ANY) {
            return 1;
        } else if (isPure()) {
            return 2 + shown.ordinal();
        }
        return 2 + Shown.values().length;
    }

    public Unit times(Unit other) {
        boolean points = shown == Shown.PERCENTAGE_POINTS || other.shown == Shown.PERCENTAGE_POINTS;
        return combine(other, 1, points ? Shown.PERCENTAGE_POINTS : isPercent() ? shown : other.shown);
    }

    public Unit dividedBy(Unit other) {
        return combine(other, -1, other.shown == Shown.PLAIN ? shown : Shown.PLAIN);
    }

    /** The unit of a quantity raised to a whole power. */
    public Unit power(int exponent) {
        if (isFlexible()) {
            return this;
        }
        SortedMap<String, Integer> result = new TreeMap<>();
        if (exponent != 0) {
            powers.forEach((name, power) -> result.put(name, Math.multiplyExact(power, exponent)));
        }
        return new Unit(result, exponent > 0 ? shown : Shown.PLAIN);
    }

    private Unit combine(Unit other, int sign, Shown resultShown) {
        if (this == ANY || other == ANY) {
            return ANY;
        } else if (this == BARE && other == BARE) {
            return BARE;
        }
        SortedMap<String, Integer> result = new TreeMap<>(powers);
        for (Map.Entry<String, Integer> entry : other.powers.entrySet()) {
            result.merge(entry.getKey(), Math.multiplyExact(sign, entry.getValue()), Math::addExact);
        }
        result.values().removeIf(power -> power == 0);
        return new Unit(result, isPure() && other.isPure() ? resultShown : Shown.PLAIN);
    }

    @Override
    public boolean equals(Object other) {
        if (isFlexible() || other instanceof Unit unit && unit.isFlexible()) {
            return this == other;
        }
        return other instanceof Unit that && shown == that.shown && powers.equals(that.powers);
    }

    @Override
    public int hashCode() {
        return powers.hashCode() * Shown.values().length + shown.ordinal();
    }

    /** The unit as it is written: {@code USD / customer}, {@code percent}, {@code ratio}. */
    @Override
    public String toString() {
        if (this == ANY) {
            return "any unit";
        } else if (isPure()) {
            return switch (shown) {
                case PLAIN -> "ratio";
                case PERCENTAGE_POINTS -> "percentage_points";
                case PERCENT -> "percent";
            };
        }
        StringJoiner above = new StringJoiner(" * ");
        StringBuilder below = new StringBuilder();
        powers.forEach((name, power) -> {
            String factor = Math.abs(power) == 1 ? name : name + "^" + Math.abs(power);
            if (power > 0) {
                above.add(factor);
            } else {
                below.append(" / ").append(factor);
            }
        });
        return (above.length() == 0 ? "1" : above.toString()) + below;
    }
}
