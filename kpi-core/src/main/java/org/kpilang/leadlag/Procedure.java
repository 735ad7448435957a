package org.kpilang.leadlag;

/**
 * Which procedure a {@link TimingTest} follows. Both were measured on made-up pairs of known truth, by
 * {@code TimingStudyTest}, which draws fresh ones when it is asked to.
 */
public enum Procedure {

    /** The published procedure, which others reproduce figure by figure. */
    PUBLISHED {
        @Override
        double tests(int scales) {
            return scales;
        }

        @Override
        double sharedSpread(double[] candidate, double[] outcome) {
            return 1;
        }
    },

    /**
     * The same with two changes. Where the growth of both is wild at the same time and calm at the same time, as that
     * of two products on their way to saturation is, fewer values decide than there are: the variance of a correlation
     * is raised by the mean product of the local variances over the product of their means, if that exceeds 1. (A local
     * variance is the mean square of the growth within a quarter of all periods to each side.) And as sums over
     * different numbers of periods overlap, each time scale beyond the first counts for three quarters of a test.
     */
    GUARDED {
        @Override
        double tests(int scales) {
            return 1 + SHARE_OF_TEST * (scales - 1);
        }

        @Override
        double sharedSpread(double[] candidate, double[] outcome) {
            double x = 0;
            double y = 0;
            double both = 0;
            for (int t = 0; t < candidate.length; t++) {
                x += candidate[t];
                y += outcome[t];
                both += candidate[t] * outcome[t];
            }
            return Math.max(1, both * candidate.length / (x * y));
        }
    };

    private static final double SHARE_OF_TEST = 0.75;

    /** For how many independent tests so many time scales count. */
    abstract double tests(int scales);

    /**
     * By how much the variance of a correlation is raised.
     *
     * @param candidate the local variances of the candidate's growth
     * @param outcome   those of the outcome's, as many
     */
    abstract double sharedSpread(double[] candidate, double[] outcome);
}
