package org.kpilang.scorecard;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpilang.series.Interval;
import org.kpilang.signal.LimitFormula;
import org.kpilang.signal.ProcessLimits;

/**
 * What a value will be in the end if it goes on as it did, and how far that may be off by chance. Immutable.
 *
 * <p>The band takes the periods for independent of each other: for a total with k periods known and m to come it is the
 * projection +- 2.66 mean mR sqrt(m + m²/k), where mean mR is the mean moving range of the known periods, and m²/k is
 * the doubt about their mean. It needs two moving ranges, that is three periods in a row.
 *
 * @param value what is projected
 * @param band  where it lies unless something changes; empty if too little is known to tell
 */
public record Projection(double value, Optional<Interval> band) {

    /** With fewer moving ranges than that one accident decides. */
    private static final int FEWEST_RANGES = 2;

    public Projection {
        Objects.requireNonNull(band, "band is null");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not projected: " + value);
        }
    }

    private static Projection of(double value, double halfWidth) {
        return new Projection(value, Double.isFinite(halfWidth)
                ? Optional.of(Interval.between(value - halfWidth, value + halfWidth)) : Optional.empty());
    }

    /**
     * The total of all periods when each of those to come has what the known ones had.
     *
     * @param values    the known periods
     * @param remaining how many periods are to come
     * @throws IllegalArgumentException if nothing is known, or a value is not finite
     */
    public static Projection ofTotal(double[] values, int remaining) {
        double[] shares = new double[values.length];
        Arrays.fill(shares, 1.0 / (values.length + remaining));
        return ofTotal(values, shares, remaining);
    }

    /**
     * The total of all periods when those to come keep to a profile, such as last year's, as the known ones did.
     *
     * @param shares    the share of the total that each known period has in the profile
     * @param remaining how many periods are to come
     * @throws IllegalArgumentException if the known periods have no share, or a value is not finite
     */
    public static Projection ofTotal(double[] values, double[] shares, int remaining) {
        requireKnown(values);
        double elapsed = remaining == 0 ? 1 : requirePositive(sum(shares));
        double actual = sum(values);
        int periods = values.length + remaining;
        double[] rates = new double[values.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = shares[i] > 0 ? values[i] / (shares[i] * periods) : Double.NaN;
        }
        double left = periods * (1 - elapsed);
        double variance = remaining == 0 ? 0 : left * left / remaining + left * left / (periods * elapsed);
        return of(actual / elapsed, remaining == 0 ? 0 : halfWidth(rates, variance));
    }

    /**
     * A balance after more periods, each of which changes it by what the known ones did in the mean.
     *
     * @param base   the balance before the first known period
     * @param values the balances at the ends of the known periods
     */
    public static Projection ofBalance(double base, double[] values, int remaining) {
        requireKnown(values);
        double[] changes = new double[values.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = values[i] - (i == 0 ? base : values[i - 1]);
        }
        double now = values[values.length - 1];
        int known = values.length;
        double variance = remaining + (double) remaining * remaining / known;
        return of(now + remaining * (now - base) / known,
                remaining == 0 ? 0 : halfWidth(changes, variance));
    }

    /**
     * A rate or another value that does not build up, at the end of a line from where it started: the line that lies
     * nearest to the known values. Its band is 2.66 mean mR sqrt(1 + 1/sum of s²) of what they are off the line.
     *
     * @param base   the value at the start
     * @param values the known values
     * @param shares how much of the way is to be done at each, above 0 for one at least, 1 at the end
     * @throws IllegalArgumentException if no share is above 0, or a value is not finite
     */
    public static Projection ofRate(double base, double[] values, double[] shares) {
        requireKnown(values);
        double squares = 0;
        double products = 0;
        for (int i = 0; i < values.length; i++) {
            squares += shares[i] * shares[i];
            products += shares[i] * (values[i] - base);
        }
        double slope = products / requirePositive(squares);
        double[] off = new double[values.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = values[i] - base - slope * shares[i];
        }
        return of(base + slope, halfWidth(off, 1 + 1 / squares));
    }

    /**
     * The same, where values can lie in a range only: a share that projects below 0 % is 0 % in the end, and no lower.
     */
    public Projection within(Interval range) {
        double nearest = Math.max(range.low(), Math.min(value, range.high()));
        Optional<Interval> inside = band.map(known -> {
            Interval both = known.intersect(range);
            return both.isEmpty() ? Interval.of(nearest) : both;
        });
        return range.isEmpty() || nearest == value && inside.equals(band) ? this : new Projection(nearest, inside);
    }

    /**
     * How far what adds up may be off by chance: as far as the natural process limits of a single value, times the root
     * of how many there are of it; NaN if too few values are known, since of a single moving range an accident decides.
     *
     * @param values   NaN ends a row
     * @param variance of what is projected, in variances of a single value
     */
    private static double halfWidth(double[] values, double variance) {
        long ranges = IntStream.range(1, values.length)
                .filter(i -> !Double.isNaN(values[i]) && !Double.isNaN(values[i - 1])).count();
        return ranges < FEWEST_RANGES ? Double.NaN
                : ProcessLimits.of(LimitFormula.MEAN, values, 0, values.length).width() * Math.sqrt(variance);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static void requireKnown(double[] values) {
        if (values.length == 0 || !Double.isFinite(sum(values))) {
            throw new IllegalArgumentException("nothing is known");
        }
    }

    private static double requirePositive(double share) {
        if (!(share > 0)) {
            throw new IllegalArgumentException("a share of " + share);
        }
        return share;
    }
}
