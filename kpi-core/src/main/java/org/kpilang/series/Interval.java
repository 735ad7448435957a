package org.kpilang.series;

import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The numbers from one end to another: what is known of a value before there are any facts. An end that is infinite
 * means that nothing is known on that side. Immutable and thread-safe.
 *
 * <p>Intervals calculate as exact arithmetic does. Values are rounded, so one may lie on an end that does not belong to
 * its interval, or in its last digits beyond it where a mean is worked out.
 *
 * <p>Source of the rules: Moore, Kearfott and Cloud, Introduction to Interval Analysis, SIAM 2009.
 *
 * @param low      the lower end
 * @param high     the upper end
 * @param lowOpen  whether the lower end itself does not belong to it; always so when it is infinite
 * @param highOpen whether the upper end itself does not belong to it; always so when it is infinite
 */
public record Interval(double low, double high, boolean lowOpen, boolean highOpen) {

    /** All numbers: nothing is known. */
    public static final Interval ANY = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);

    /** No number: there is never a value. */
    public static final Interval NONE = new Interval(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, true, true);

    /** Zero and more. */
    public static final Interval NOT_NEGATIVE = atLeast(0);

    /** More than zero. */
    public static final Interval POSITIVE = above(0);

    public Interval {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            throw new IllegalArgumentException("an end is not a number");
        }
        lowOpen |= Double.isInfinite(low);
        highOpen |= Double.isInfinite(high);
        boolean empty = low > high || low == high && (lowOpen || highOpen);
        // Adding 0.0 turns a negative zero into zero.
        low = empty ? Double.POSITIVE_INFINITY : low + 0.0;
        high = empty ? Double.NEGATIVE_INFINITY : high + 0.0;
        lowOpen |= empty;
        highOpen |= empty;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interval that && Double.compare(low, that.low) == 0
                && Double.compare(high, that.high) == 0 && lowOpen == that.lowOpen && highOpen == that.highOpen;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(low) + Double.hashCode(high) + (lowOpen ? 1 : 0) + (highOpen ? 2 : 0);
    }

    /** Both ends belong to it; {@link #NONE} if the first is above the second. */
    public static Interval between(double low, double high) {
        return new Interval(low, high, false, false);
    }

    public static Interval of(double value) {
        return between(value, value);
    }

    public static Interval atLeast(double low) {
        return new Interval(low, Double.POSITIVE_INFINITY, false, true);
    }

    public static Interval above(double low) {
        return new Interval(low, Double.POSITIVE_INFINITY, true, true);
    }

    public static Interval atMost(double high) {
        return new Interval(Double.NEGATIVE_INFINITY, high, true, false);
    }

    public static Interval below(double high) {
        return new Interval(Double.NEGATIVE_INFINITY, high, true, true);
    }

    /**
     * The numbers between two ends that were calculated; where rounding lets these meet, that one number belongs to it.
     */
    public static Interval calculated(double low, double high, boolean lowOpen, boolean highOpen) {
        return low == high && Double.isFinite(low) ? of(low) : new Interval(low, high, lowOpen, highOpen);
    }

    public boolean isEmpty() {
        return low > high;
    }

    /** Whether nothing is known. */
    public boolean isAny() {
        return low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY;
    }

    /** Whether it is a single number. */
    public boolean isPoint() {
        return low == high;
    }

    public boolean contains(double value) {
        return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
    }

    /** Whether all numbers of another belong to this one. */
    public boolean contains(Interval other) {
        return other.isEmpty() || intersect(other).equals(other);
    }

    /** The numbers that belong to both. */
    public Interval intersect(Interval other) {
        double lower = Math.max(low, other.low);
        double upper = Math.min(high, other.high);
        return new Interval(lower, upper, lowOpen && low == lower || other.lowOpen && other.low == lower,
                highOpen && high == upper || other.highOpen && other.high == upper);
    }

    /** The smallest interval that holds both. */
    public Interval hull(Interval other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        double lower = Math.min(low, other.low);
        double upper = Math.max(high, other.high);
        return new Interval(lower, upper, (lowOpen || low > lower) && (other.lowOpen || other.low > lower),
                (highOpen || high < upper) && (other.highOpen || other.high < upper));
    }

    public Interval negated() {
        return new Interval(-high, -low, highOpen, lowOpen);
    }

    public Interval plus(Interval other) {
        return isEmpty() || other.isEmpty() ? NONE
                : calculated(low + other.low, high + other.high, lowOpen || other.lowOpen, highOpen || other.highOpen);
    }

    public Interval minus(Interval other) {
        return plus(other.negated());
    }

    public Interval times(Interval other) {
        return Corners.product(this, other);
    }

    /** The quotients by all numbers but zero. */
    public Interval dividedBy(Interval divisor) {
        return Corners.quotient(this, divisor.intersect(POSITIVE))
                .hull(Corners.quotient(this, divisor.intersect(POSITIVE.negated())));
    }

    /** The powers that exist. */
    public Interval power(Interval exponent) {
        return Corners.power(this, exponent);
    }

    /** The sums of one number of this or more. */
    public Interval sums() {
        return isEmpty() ? NONE : new Interval(low < 0 ? Double.NEGATIVE_INFINITY : low,
                high > 0 ? Double.POSITIVE_INFINITY : high, lowOpen, highOpen);
    }

    /** What it holds, in words: {@code 0 to 100}, {@code at least 0}, {@code any number}. */
    public String text(DoubleFunction<String> number) {
        if (isEmpty()) {
            return "no number";
        } else if (isAny()) {
            return "any number";
        } else if (isPoint()) {
            return number.apply(low);
        } else if (high == Double.POSITIVE_INFINITY) {
            return (lowOpen ? "above " : "at least ") + number.apply(low);
        } else if (low == Double.NEGATIVE_INFINITY) {
            return (highOpen ? "below " : "at most ") + number.apply(high);
        }
        return (lowOpen ? "above " : "") + number.apply(low) + " to " + (highOpen ? "below " : "") + number.apply(high);
    }

    /** What it holds, in words, with numbers as Java writes them. */
    @Override
    public String toString() {
        return text(Double::toString);
    }
}
