package org.kpilang.evaluate.internal.decimal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Answers windows over rows of exact numbers, each window by the summary of its known numbers: sums, means, extremes,
 * medians and so on. Holds no data and is thread-safe.
 */
public final class RationalWindows {

    public static final RationalWindows SUM = new RationalWindows(row -> sums(row, (sum, known) -> sum));
    public static final RationalWindows MEAN =
            new RationalWindows(row -> sums(row, (sum, known) -> sum.dividedBy(Rational.of(known))));
    public static final RationalWindows SMALLEST = new RationalWindows(
            row -> row.folding((value, at) -> value, (a, b) -> a.compareTo(b) <= 0 ? a : b, (value, known) -> value));
    public static final RationalWindows LARGEST = new RationalWindows(
            row -> row.folding((value, at) -> value, (a, b) -> a.compareTo(b) >= 0 ? a : b, (value, known) -> value));
    private static final RationalWindows FIRST =
            new RationalWindows(row -> row.folding((value, at) -> value, (a, b) -> a, (value, known) -> value));
    private static final RationalWindows LAST =
            new RationalWindows(row -> row.folding((value, at) -> value, (a, b) -> b, (value, known) -> value));
    private static final RationalWindows COUNT = new RationalWindows(row -> (lo, hi, known) -> Rational.of(known));
    private static final RationalWindows RANK = new RationalWindows(RationalWindows::ranks);
    private static final RationalWindows DEVIATION = new RationalWindows(RationalWindows::deviations);
    private static final RationalWindows SLOPE = new RationalWindows(RationalWindows::slopes);

    private static final Rational HALF = Rational.of(new BigDecimal("0.5"));
    private static final Rational TWO = Rational.of(2);

    private final Way way;

    private RationalWindows(Way way) {
        this.way = way;
    }

    /**
     * The windows of a statistic of the language; empty if there is no exact way to work it out.
     *
     * @param arguments the numbers after the stretch
     */
    public static Optional<RationalWindows> named(String statistic, List<Double> arguments) {
        return Optional.ofNullable(switch (statistic) {
            case "sum" -> SUM;
            case "avg" -> MEAN;
            case "min" -> SMALLEST;
            case "max" -> LARGEST;
            case "first" -> FIRST;
            case "last" -> LAST;
            case "count" -> COUNT;
            case "rank" -> RANK;
            case "stddev" -> DEVIATION;
            case "slope" -> SLOPE;
            case "median" -> quantile(HALF);
            case "quantile" -> quantile(Rational.of(arguments.get(0).doubleValue()));
            case "ewma" -> smoothed(arguments.get(0));
            default -> null;
        });
    }

    /**
     * Answers the windows {@code [lo[i], hi[i]]}, both ends inclusive, as far as they lie within a row.
     *
     * @param values    holds the row; null stands for no value
     * @param offset    where in {@code values} the row starts
     * @param length    how long the row is
     * @param windows   how many windows there are, in any order; they are answered fastest if they move forward
     * @param results   receives the summaries, the first at {@code resultsAt}; null where there is none
     * @param known     receives how many numbers of each window are known, the first at 0
     */
    public void run(@Nullable Rational[] values, int offset, int length, int[] lo, int[] hi, int windows,
            @Nullable Rational[] results, int resultsAt, int[] known) {
        int[] knownBefore = new int[length + 1];
        for (int i = 0; i < length; i++) {
            knownBefore[i + 1] = knownBefore[i] + (values[offset + i] == null ? 0 : 1);
        }
        Summary summary = way.over(new Row(values, offset, length));
        for (int i = 0; i < windows; i++) {
            int from = Math.min(Math.max(lo[i], 0), length);
            int to = Math.max(from, hi[i] < length ? Math.max(hi[i] + 1, 0) : length);
            known[i] = knownBefore[to] - knownBefore[from];
            Rational result = known[i] == 0 && this != COUNT ? null : summary.of(lo[i], hi[i], known[i]);
            results[resultsAt + i] = result == null ? null : result.orNone();
        }
    }

    private static Summary sums(Row row, Finish<Rational> finish) {
        return row.folding((value, at) -> value, Rational::plus, finish);
    }

    /** From the sums of numbers and of their squares, which lose nothing to rounding. */
    private static Summary deviations(Row row) {
        return row.folding((value, at) -> new Rational[] {value, value.times(value)}, RationalWindows::added,
                (sums, known) -> {
            if (known < 2) {
                return null;
            }
            Rational squares = sums[1].minus(sums[0].times(sums[0]).dividedBy(Rational.of(known)));
            // Exact numbers cannot come out below zero; those with too many digits can.
            return squares.sign() <= 0 ? Rational.ZERO : squares.dividedBy(Rational.of(known - 1L)).squareRoot();
        });
    }

    /** By least squares, from the sums of positions, their squares, the numbers, and numbers times positions. */
    private static Summary slopes(Row row) {
        return row.folding((value, at) -> {
            Rational position = Rational.of(at);
            return new Rational[] {position, position.times(position), value, value.times(position)};
        }, RationalWindows::added, (sums, known) -> {
            Rational count = Rational.of(known);
            return known < 2 ? null : count.times(sums[3]).minus(sums[0].times(sums[2]))
                    .dividedBy(count.times(sums[1]).minus(sums[0].times(sums[0])));
        });
    }

    private static Rational[] added(Rational[] sums, Rational[] others) {
        Rational[] result = new Rational[sums.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = sums[i].plus(others[i]);
        }
        return result;
    }

    /** The place of the last known number among the others, 1 for the highest. */
    private static Summary ranks(Row row) {
        WindowOrder order = new WindowOrder(row.values, row.offset, row.length);
        return (lo, hi, known) -> {
            int last = Math.min(hi, row.length - 1);
            while (row.values[row.offset + last] == null) {
                last--;
            }
            return Rational.of(1L + order.above(lo, hi, row.values[row.offset + last]));
        };
    }

    /** By the linear rule known as type 7: of n sorted numbers the one at (n - 1) q, in between the straight line. */
    private static RationalWindows quantile(Rational fraction) {
        return new RationalWindows(row -> {
            WindowOrder order = new WindowOrder(row.values, row.offset, row.length);
            return (lo, hi, known) -> {
                List<Rational> sorted = order.over(lo, hi);
                Rational place = fraction.times(Rational.of(known - 1L));
                int below = place.decimal(0, RoundingMode.FLOOR).intValueExact();
                Rational share = place.minus(Rational.of(below));
                Rational low = sorted.get(below);
                return share.isZero() ? low : low.plus(share.times(sorted.get(below + 1).minus(low)));
            };
        });
    }

    /**
     * The exponentially weighted moving average. Numbers are put together to their average, what becomes of an average
     * that went before them, which is a part of it, and what they add to that part.
     */
    private static RationalWindows smoothed(double smoothing) {
        Rational given = Rational.of(smoothing);
        Rational weight = smoothing < 1 ? given : TWO.dividedBy(given.plus(Rational.ONE));
        Rational kept = Rational.ONE.minus(weight);
        return new RationalWindows(row -> row.folding(
                (value, at) -> new Rational[] {value, kept, weight.times(value)},
                (a, b) -> new Rational[] {b[1].times(a[0]).plus(b[2]), a[1].times(b[1]), b[1].times(a[2]).plus(b[2])},
                (state, known) -> state[0]));
    }

    /** How windows over a row are summarised. */
    private interface Way {

        Summary over(Row row);
    }

    private interface Summary {

        @Nullable Rational of(int lo, int hi, int known);
    }

    private interface Finish<S> {

        @Nullable Rational of(S state, int known);
    }

    private record Row(@Nullable Rational[] values, int offset, int length) {

        <S> Summary folding(WindowFold.Single<S> single, BinaryOperator<S> together,
                Finish<S> finish) {
            WindowFold<S> fold = new WindowFold<>(values, offset, length, single, together);
            return (lo, hi, known) -> {
                S state = fold.over(lo, hi);
                return state == null ? null : finish.of(state, known);
            };
        }
    }
}
