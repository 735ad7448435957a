package org.kpilang.signal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kpilang.probability.SampleMoments;

/**
 * What is usual of a process: where its points lie, and how far they move from one to the next. Points are numbered;
 * the centre is {@code level + slope * number}. Immutable and thread-safe.
 *
 * @param level         the centre at the point of number 0
 * @param slope         how much the centre rises from one point to the next; 0 unless a trend was asked for
 * @param typicalRange  the mean or median moving range; NaN where no two points follow each other
 * @param width         how far the limits lie from the centre; NaN likewise
 * @param rangeLimit    the largest moving range that is usual; NaN likewise
 * @param points        how many points they were worked out of; 0 if they were given
 */
public record ProcessLimits(
        double level, double slope, double typicalRange, double width, double rangeLimit, int points) {

    /** From so many points on, limits are no longer provisional. */
    public static final int FEWEST_POINTS = 5;

    /** What is less than this part of the numbers that are compared is taken for rounding. */
    private static final double ROUNDING = 1e-12;

    /** Limits that are known beforehand, with the centre in their middle. */
    public static ProcessLimits between(double lower, double upper) {
        if (!(lower <= upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
            throw new IllegalArgumentException("no limits: " + lower + " and " + upper);
        }
        double width = (upper - lower) / 2;
        double typical = width / LimitFormula.MEAN.limitFactor();
        return new ProcessLimits(lower + width, 0, typical, width, LimitFormula.MEAN.rangeFactor() * typical, 0);
    }

    /**
     * The limits of the points of a stretch. There is a moving range between two points that follow each other, none
     * across a gap.
     *
     * @param values NaN where there is no point
     * @param from   the number of the first point
     * @param to     the number after that of the last point
     * @throws IllegalArgumentException if there is no point, or one is infinite
     */
    public static ProcessLimits of(LimitFormula formula, double[] values, int from, int to) {
        double[] ranges = IntStream.range(from + 1, to).mapToDouble(i -> range(values, i))
                .filter(range -> !Double.isNaN(range)).toArray();
        int[] places = IntStream.range(from, to).filter(i -> !Double.isNaN(values[i])).toArray();
        double[] points = Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
        if (points.length == 0 || Arrays.stream(points).anyMatch(Double::isInfinite)) {
            throw new IllegalArgumentException(points.length == 0 ? "there is no point" : "a point is infinite");
        }
        double typical = formula.typical(ranges);
        double level = formula.level(points);
        double slope = 0;
        if (formula == LimitFormula.TREND && points.length > 1) {
            int half = points.length / 2;
            int second = points.length - half;
            double earlier = mean(places, 0, half);
            slope = (mean(points, second, points.length) - mean(points, 0, half))
                    / (mean(places, second, points.length) - earlier);
            level = mean(points, 0, half) - slope * earlier;
        }
        return new ProcessLimits(level, slope, typical, formula.limitFactor() * typical,
                formula.rangeFactor() * typical, points.length);
    }

    private static double mean(double[] points, int from, int to) {
        return SampleMoments.mean(Arrays.copyOfRange(points, from, to));
    }

    private static double mean(int[] places, int from, int to) {
        return SampleMoments.mean(Arrays.stream(places, from, to).asDoubleStream().toArray());
    }

    /** How far a point lies from the one before; NaN where one of them is missing. */
    static double range(double[] values, int index) {
        return Math.abs(values[index] - values[index - 1]);
    }

    public double centre(int number) {
        return level + slope * number;
    }

    /** The lower natural process limit; NaN where there is none. */
    public double lower(int number) {
        return centre(number) - width;
    }

    /** The upper natural process limit; NaN where there is none. */
    public double upper(int number) {
        return centre(number) + width;
    }

    /** Whether they come from fewer than five points, which tell little. */
    public boolean isProvisional() {
        return points > 0 && points < FEWEST_POINTS;
    }

    /** Whether a point lies outside on a side. */
    boolean isOutside(double value, int number, Side side) {
        return isBeyond(value, number, side, width);
    }

    /** Whether a point lies nearer to the limit of a side than to the centre. */
    boolean isNear(double value, int number, Side side) {
        return isBeyond(value, number, side, width / 2);
    }

    /** Whether a point lies on a side of the centre. */
    boolean isOn(double value, int number, Side side) {
        return isBeyond(value, number, side, 0);
    }

    private boolean isBeyond(double value, int number, Side side, double distance) {
        double centre = centre(number);
        return side.sign() * (value - centre) - distance > ROUNDING * Math.max(Math.abs(value), Math.abs(centre));
    }

    /** Whether a point lies further from the one before than is usual. */
    boolean isJump(double before, double value) {
        return Math.abs(value - before) - rangeLimit > ROUNDING * Math.max(Math.abs(value), Math.abs(before));
    }
}
