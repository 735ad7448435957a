package org.kpilang.testing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Statistics of a few numbers, worked out exactly and rounded at the end. NaN where there is no answer. */
final class Numbers {

    private static final MathContext PRECISE = new MathContext(60);

    private Numbers() {}

    static double sum(List<Double> values) {
        return exactSum(values).doubleValue();
    }

    static double mean(List<Double> values) {
        return exactMean(values).doubleValue();
    }

    /** The sample standard deviation, with n - 1. */
    static double deviation(List<Double> values) {
        if (values.size() < 2) {
            return Double.NaN;
        }
        BigDecimal mean = exactMean(values);
        BigDecimal squares = BigDecimal.ZERO;
        for (double value : values) {
            squares = squares.add(new BigDecimal(value).subtract(mean).pow(2), PRECISE);
        }
        return squares.divide(BigDecimal.valueOf(values.size() - 1L), PRECISE).sqrt(PRECISE).doubleValue();
    }

    /** The slope of the least-squares line. */
    static double slope(List<Double> positions, List<Double> values) {
        BigDecimal meanPosition = positions.isEmpty() ? BigDecimal.ZERO : exactMean(positions);
        BigDecimal products = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < values.size(); i++) {
            BigDecimal step = new BigDecimal(positions.get(i)).subtract(meanPosition);
            products = products.add(step.multiply(new BigDecimal(values.get(i))), PRECISE);
            squares = squares.add(step.pow(2), PRECISE);
        }
        return values.size() < 2 ? Double.NaN : products.divide(squares, PRECISE).doubleValue();
    }

    /** Each value moves the average by a part of the distance: below 1 the smoothing is that part, else 2 / (n + 1). */
    static double smoothed(List<Double> values, double smoothing) {
        double weight = smoothing < 1 ? smoothing : 2 / (smoothing + 1);
        double average = values.get(0);
        for (double value : values.subList(1, values.size())) {
            average += weight * (value - average);
        }
        return average;
    }

    /** The quantile known as type 7: of n sorted values the one at (n - 1) * q, in between on the straight line. */
    static double quantile(List<Double> values, double fraction) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        double place = (sorted.size() - 1) * fraction;
        int below = (int) Math.floor(place);
        double low = sorted.get(below);
        return place == below ? low : low + (place - below) * (sorted.get(below + 1) - low);
    }

    private static BigDecimal exactSum(List<Double> values) {
        return values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal exactMean(List<Double> values) {
        return exactSum(values).divide(BigDecimal.valueOf(values.size()), PRECISE);
    }
}
