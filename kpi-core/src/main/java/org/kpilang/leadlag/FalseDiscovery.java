package org.kpilang.leadlag;

import java.util.stream.IntStream;

/**
 * Chances of many tests, raised so that among those below a bound at most that share is false, on average. 1 stays 1.
 */
public enum FalseDiscovery {
    /** Whatever the tests have to do with each other (Benjamini and Yekutieli 2001). */
    ANY_DEPENDENCE {
        @Override
        double penalty(int tests) {
            return IntStream.rangeClosed(1, tests).mapToDouble(i -> 1.0 / i).sum();
        }
    },
    /** Tests that are independent, or positively dependent (Benjamini and Hochberg 1995). */
    INDEPENDENT {
        @Override
        double penalty(int tests) {
            return 1;
        }
    };

    abstract double penalty(int tests);

    /**
     * The raised chances, in the order given; the order of the tests does not matter.
     *
     * @param chances between 0 and 1
     */
    public double[] adjusted(double... chances) {
        int count = chances.length;
        int[] order = Ranking.ascending(chances);
        double penalty = penalty(count);
        double[] adjusted = new double[count];
        double lowest = 1;
        for (int rank = count; rank >= 1; rank--) {
            int test = order[rank - 1];
            lowest = Math.min(lowest, chances[test] * count * penalty / rank);
            adjusted[test] = lowest;
        }
        return adjusted;
    }
}
