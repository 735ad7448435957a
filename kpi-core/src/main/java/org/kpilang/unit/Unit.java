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
 * is a ratio. Points ({@link #POINTS}) are a unit of their own: they do not add to a percent.
 */
public final class Unit {

    /** The units of time, which need no declaration. */
    public static final Set<String> TIME =
            Set.of("second", "minute", "hour", "day", "week", "month", "quarter", "year");

    /** All units that need no declaration. */
    public static final Set<String> PREDECLARED =
            Set.of("second", "minute", "hour", "day", "week", "month", "quarter", "year", "points", "percent", "ratio");

    /** A pure number. */
    public static final Unit NUMBER = new Unit(new TreeMap<>(), false);

    /** A pure number that is shown times one hundred. */
    public static final Unit PERCENT = new Unit(new TreeMap<>(), true);

    /** Not said: it goes with every unit, and a product with it is not said either. */
    public static final Unit ANY = new Unit(new TreeMap<>(), false);

    /**
     * A number written without a unit, such as the 100 of {@code 100 * x}: a pure number in products, and of the
     * other's unit in sums and comparisons.
     */
    public static final Unit BARE = new Unit(new TreeMap<>(), false);

    /** Points of an index such as the net promoter score, or of a percentage. */
    public static final Unit POINTS = of("points");

    private final SortedMap<String, Integer> powers;
    private final boolean percent;

    private Unit(SortedMap<String, Integer> powers, boolean percent) {
        this.powers = Collections.unmodifiableSortedMap(powers);
        this.percent = percent;
    }

    /**
     * The unit of a name. {@code percent} and {@code ratio} are pure numbers, and the units of time may be written in
     * the plural; any other name stands for itself.
     */
    public static Unit of(String name) {
        Objects.requireNonNull(name, "name is null");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name is empty");
        } else if (name.equals("percent")) {
            return PERCENT;
        } else if (name.equals("ratio")) {
            return NUMBER;
        }
        boolean plural = name.endsWith("s") && TIME.contains(name.substring(0, name.length() - 1));
        SortedMap<String, Integer> powers = new TreeMap<>();
        powers.put(plural ? name.substring(0, name.length() - 1) : name, 1);
        return new Unit(powers, false);
    }

    /** The names with their powers; no power is zero. */
    public SortedMap<String, Integer> powers() {
        return powers;
    }

    public boolean isPercent() {
        return percent;
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
     * rather than ratio, so that {@code 1 - churn} is shown as churn is.
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
            return percent ? 3 : 2;
        }
        return 4;
    }

    public Unit times(Unit other) {
        return combine(other, 1, percent || other.percent);
    }

    public Unit dividedBy(Unit other) {
        return combine(other, -1, percent && !other.percent);
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
        return new Unit(result, percent && exponent > 0);
    }

    private Unit combine(Unit other, int sign, boolean shownAsPercent) {
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
        return new Unit(result, shownAsPercent && isPure() && other.isPure());
    }

    @Override
    public boolean equals(Object other) {
        if (isFlexible() || other instanceof Unit unit && unit.isFlexible()) {
            return this == other;
        }
        return other instanceof Unit that && percent == that.percent && powers.equals(that.powers);
    }

    @Override
    public int hashCode() {
        return powers.hashCode() * 2 + (percent ? 1 : 0);
    }

    /** The unit as it is written: {@code USD / customer}, {@code percent}, {@code ratio}. */
    @Override
    public String toString() {
        if (this == ANY) {
            return "any unit";
        } else if (isPure()) {
            return percent ? "percent" : "ratio";
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
