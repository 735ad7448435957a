package org.kpilang.leadlag;

import org.kpilang.probability.Fisher;

/**
 * Whether the past of one series improves the forecast of another beyond what that one's own past does (Granger 1969),
 * as an F test of two regressions with a constant, defined as R's {@code lmtest::grangertest} does. Unguarded: on
 * series with trends, seasons or a common shock it finds far too much; {@link TimingTest} is the test to rely on.
 *
 * @param f                the quotient of variances
 * @param chance           the chance of a larger one if the past of the candidate tells nothing
 * @param lags             how many past values count
 * @param remainingFreedom degrees of freedom of what is left
 */
public record GrangerTest(double f, double chance, int lags, int remainingFreedom) {

    /**
     * Tests whether the candidate helps to forecast the outcome.
     *
     * @param candidate finite numbers
     * @param outcome   as many finite numbers, at least {@code 3 * lags + 2}
     * @param lags      how many past values of each count, at least 1
     */
    public static GrangerTest of(double[] candidate, double[] outcome, int lags) {
        int count = outcome.length - lags;
        int remaining = count - 2 * lags - 1;
        if (candidate.length != outcome.length || lags < 1 || remaining < 1) {
            throw new IllegalArgumentException("rows of " + candidate.length + " and " + outcome.length
                    + " values do not tell of " + lags + " lags");
        }
        double[][] own = new double[count][1 + lags];
        double[][] both = new double[count][1 + 2 * lags];
        double[] right = new double[count];
        for (int t = 0; t < count; t++) {
            right[t] = outcome[t + lags];
            own[t][0] = 1;
            for (int lag = 1; lag <= lags; lag++) {
                own[t][lag] = outcome[t + lags - lag];
                both[t][lags + lag] = candidate[t + lags - lag];
            }
            System.arraycopy(own[t], 0, both[t], 0, 1 + lags);
        }
        double without = LeastSquares.of(own, right.clone()).sumOfSquares();
        double with = LeastSquares.of(both, right).sumOfSquares();
        double f = ((without - with) / lags) / (with / remaining);
        return new GrangerTest(f, Fisher.upperTail(f, lags, remaining), lags, remaining);
    }
}
