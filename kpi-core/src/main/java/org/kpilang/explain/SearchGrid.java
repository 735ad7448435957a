package org.kpilang.explain;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Where a goal is looked for: the same points of each size above and below zero. */
final class SearchGrid {

    private static final int STEPS_IN_DOUBLE = 4;
    private static final int DOUBLINGS = 10;
    private static final int DOUBLINGS_OF_AMOUNTS = 40;

    /** What is farther away than that by any form is not reached but approached. */
    private static final double FARTHEST = 1e9;

    private final double[] positive;
    private final double[] near;
    private final double farthest;

    private SearchGrid(double[] positive, double[] near, double farthest) {
        this.positive = positive;
        this.near = near;
        this.farthest = farthest;
    }

    /** Factors from 1/1024 to 1024, closer than a quarter of the way to the double. */
    static SearchGrid ofFactors() {
        return new SearchGrid(IntStream.rangeClosed(-DOUBLINGS * STEPS_IN_DOUBLE, DOUBLINGS * STEPS_IN_DOUBLE)
                .mapToDouble(step -> Math.pow(2, (double) step / STEPS_IN_DOUBLE)).toArray(),
                new double[] {0.5, 0.75, 1.25, 2, 4}, FARTHEST);
    }

    /** Amounts from a millionth of a size to a million times. */
    static SearchGrid ofAmounts(double size) {
        return new SearchGrid(IntStream.rangeClosed(-DOUBLINGS_OF_AMOUNTS, DOUBLINGS_OF_AMOUNTS)
                .mapToDouble(step -> size * Math.pow(2, step / 2.0)).toArray(),
                new double[] {0.5 * size, size, 1.5 * size, 2 * size, 4 * size}, FARTHEST * size);
    }

    /** The farthest point that a solution may have. */
    double farthest() {
        return farthest;
    }

    /** Some points near what is, by which the form of the KPI is known. */
    double[] near() {
        return near.clone();
    }

    /** Zero, and from it up. */
    double[] upward() {
        return DoubleStream.concat(DoubleStream.of(0), Arrays.stream(positive)).toArray();
    }

    /** From the farthest below zero up to zero. */
    double[] downward() {
        return DoubleStream.concat(Arrays.stream(positive).map(x -> -x).sorted(), DoubleStream.of(0)).toArray();
    }
}
