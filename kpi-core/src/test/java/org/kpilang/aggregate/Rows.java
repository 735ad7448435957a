package org.kpilang.aggregate;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Rows of values, windows over them, and the plain way to answer these. */
final class Rows {

    private Rows() {}

    /** Adds the known values one after the other. */
    static double of(Aggregate aggregate, double... values) {
        double[] state = new double[aggregate.width()];
        aggregate.clear(state, 0);
        addAll(aggregate, state, 0, values, 0, values.length);
        return aggregate.finish(state, 0);
    }

    /** Adds the two parts of a row apart from each other and merges them. */
    static double merged(Aggregate aggregate, int split, double... values) {
        int width = aggregate.width();
        double[] states = new double[2 * width];
        aggregate.clear(states, 0);
        aggregate.clear(states, width);
        addAll(aggregate, states, 0, values, 0, split);
        addAll(aggregate, states, width, values, split, values.length);
        aggregate.merge(states, 0, states, width);
        return aggregate.finish(states, 0);
    }

    private static void addAll(Aggregate aggregate, double[] state, int at, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                aggregate.add(state, at, values[i], i);
            }
        }
    }

    /** Answers trailing windows of one length; those that would start before the row are left out. */
    static double[] trailing(WindowSummary summary, int length, double... values) {
        int windows = values.length - length + 1;
        int[] lo = IntStream.range(0, windows).toArray();
        int[] hi = IntStream.range(0, windows).map(i -> i + length - 1).toArray();
        return slide(summary, values, lo, hi);
    }

    static double[] slide(WindowSummary summary, double[] values, int[] lo, int[] hi) {
        double[] results = new double[lo.length];
        summary.run(values, 0, Windows.of(lo, hi, values.length, 0), results, 0, new int[lo.length]);
        return results;
    }

    /** The known values of one window. */
    static double[] known(double[] values, int lo, int hi) {
        return IntStream.range(0, values.length).filter(i -> i >= lo && i <= hi)
                .mapToDouble(i -> values[i]).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** A row with the values outside a window taken out. */
    static double[] only(double[] values, int lo, int hi) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> i >= lo && i <= hi ? values[i] : Double.NaN).toArray();
    }

    /** Whole numbers, some of them absent: their sums and extremes are exact. */
    static Arbitrary<double[]> wholeNumbers() {
        return Arbitraries.integers().between(-1000, 1000).map(Integer::doubleValue).injectNull(0.2)
                .map(value -> value == null ? Double.NaN : value).array(Double[].class).ofMaxSize(40).map(Rows::unboxed);
    }

    /** Known values of very different size. */
    static Arbitrary<double[]> numbers() {
        Arbitrary<Double> any = Arbitraries.oneOf(
                Arbitraries.doubles().between(-1, 1),
                Arbitraries.doubles().between(-1e12, 1e12),
                Arbitraries.of(0.0, -0.0, 1e-300, 0.1, 1e100, -1e100));
        return any.array(Double[].class).ofMinSize(1).ofMaxSize(30).map(Rows::unboxed);
    }

    private static double[] unboxed(Double[] values) {
        return Arrays.stream(values).mapToDouble(Double::doubleValue).toArray();
    }

    /** The starts or ends of windows: any numbers that never step back, some of them outside a row of 40. */
    static Arbitrary<int[]> ends(int size) {
        return Arbitraries.integers().between(-5, 45).array(Integer[].class).ofSize(size)
                .map(ends -> Arrays.stream(ends).mapToInt(Integer::intValue).sorted().toArray());
    }

    static double spread(double... values) {
        return DoubleStream.of(values).map(Math::abs).max().orElse(0);
    }
}
