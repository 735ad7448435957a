package org.kpilang.explain;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Names;
import org.kpilang.series.ShortestDecimal;
import org.kpilang.time.Period;

/**
 * What a {@link Scenario} supposes of an input or a constant: that it is some times what it was, more or less by an
 * amount, or a given amount.
 *
 * <p>Scaling changes every fact alike. An amount is said of the whole slice, in every period of the grain in which the
 * range was given, or of the question if there is no range: {@code 2024} to {@code 2024} speaks of the year,
 * {@code 2024-01} to {@code 2024-12} of each of its months. The facts that make up that amount change in proportion, or
 * alike if they come to zero:
 *
 * <ul>
 *   <li>of a flow, all facts of the period and the slice;
 *   <li>of a stock, the facts of the slice in each period of the facts, since balances do not add up over time;
 *   <li>of a level, a peak and a trough, each fact by itself takes the amount, and so does what they roll up to.
 * </ul>
 *
 * <p>What has no fact stays without one. A distinct count cannot be changed by an amount or a factor.
 *
 * @param name   an input or a constant of the model
 * @param amount the factor or the amount; for percents of an input in percent as a ratio
 * @param from   the first period that changes, or null for the first there is; null for constants
 * @param to     the last period that changes, of the same grain, or null with {@code from}
 * @param slice  what changes; the total for all
 */
public record Assumption(String name, Effect effect, BigDecimal amount, @Nullable Period from, @Nullable Period to,
        Slice slice) {

    /** What is done with the amount. */
    public enum Effect {
        /** The input is so many times what it was. */
        SCALED,
        /** The input is more by the amount, or less if it is negative. */
        SHIFTED,
        /** The input is the amount. */
        SET
    }

    /**
     * @throws IllegalArgumentException if only one end of the range is given, or they differ in grain or are swapped
     */
    public Assumption {
        name = Names.normalized(name);
        Objects.requireNonNull(effect, "effect is null");
        Objects.requireNonNull(amount, "amount is null");
        Objects.requireNonNull(slice, "slice is null");
        if ((from == null) != (to == null)) {
            throw new IllegalArgumentException("a range has two ends");
        } else if (from != null && to != null && to.compareTo(from) < 0) {
            throw new IllegalArgumentException("a range ends before it begins: " + from + " to " + to);
        }
    }

    /** An input or a constant that is so many times what it was: 1.1 for 10 % more. */
    public static Assumption scaled(String name, BigDecimal factor) {
        return new Assumption(name, Effect.SCALED, factor, null, null, Slice.TOTAL);
    }

    /** The same, of the shortest decimal that is the factor; it is finite. */
    public static Assumption scaled(String name, double factor) {
        return scaled(name, ShortestDecimal.of(factor));
    }

    /** An input or a constant that is more by an amount. */
    public static Assumption shifted(String name, BigDecimal amount) {
        return new Assumption(name, Effect.SHIFTED, amount, null, null, Slice.TOTAL);
    }

    /** The same, of the shortest decimal that is the amount; it is finite. */
    public static Assumption shifted(String name, double amount) {
        return shifted(name, ShortestDecimal.of(amount));
    }

    /** An input or a constant that is an amount. */
    public static Assumption set(String name, BigDecimal amount) {
        return new Assumption(name, Effect.SET, amount, null, null, Slice.TOTAL);
    }

    /** The same, of the shortest decimal that is the amount; it is finite. */
    public static Assumption set(String name, double amount) {
        return set(name, ShortestDecimal.of(amount));
    }

    /** The same in some periods only: those of the grain of both, from the first to the last. */
    public Assumption during(Period first, Period last) {
        return new Assumption(name, effect, amount, Objects.requireNonNull(first, "period is null"),
                Objects.requireNonNull(last, "period is null"), slice);
    }

    /** The same in one period only, which may be longer than those of the facts. */
    public Assumption during(Period period) {
        return during(period, period);
    }

    /** The same in a part of the business only. */
    public Assumption in(Slice part) {
        return new Assumption(name, effect, amount, from, to, part);
    }

    /** {@code revenue * 1.1}, {@code cost - 5000 in 2024-01 to 2024-03}, {@code price = 12 for region = EMEA}. */
    @Override
    public String toString() {
        String shown = amount.abs().toPlainString();
        String text = switch (effect) {
            case SCALED -> name + " * " + amount.toPlainString();
            case SHIFTED -> name + (amount.signum() < 0 ? " - " : " + ") + shown;
            case SET -> name + " = " + amount.toPlainString();
        };
        String range = from == null ? "" : from.equals(to) ? " in " + from : " in " + from + " to " + to;
        return text + range + (slice.isTotal() ? "" : " for " + slice);
    }
}
