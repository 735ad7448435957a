package org.kpilang.leadlag;

import org.kpilang.probability.Student;

/**
 * The leads that explain a pair not noticeably worse than the best one, by the test of two correlations that share a
 * variable (Williams 1959; Steiger 1980).
 *
 * @param low  the smallest lead
 * @param high the largest lead
 */
record LeadInterval(int low, int high) {

    private static final double SIGNIFICANCE = 0.05;

    static LeadInterval of(ScaleTest test) {
        int low = test.lead();
        while (low > -test.most() && isNotWorse(test, low - 1)) {
            low--;
        }
        int high = test.lead();
        while (high < test.most() && isNotWorse(test, high + 1)) {
            high++;
        }
        return new LeadInterval(low, high);
    }

    private static boolean isNotWorse(ScaleTest test, int lead) {
        double sample = Math.max(1 / test.variance(), 4);
        double best = test.correlation(test.lead());
        double r1 = Math.abs(best);
        double r0 = (best < 0 ? -1 : 1) * test.correlation(lead);
        double rho = test.candidateAutocorrelation(Math.abs(lead - test.lead()));
        double determinant = Math.max(1 - r1 * r1 - r0 * r0 - rho * rho + 2 * r1 * r0 * rho, 1e-12);
        double mean = (r1 + r0) / 2;
        double below = 2 * (sample - 1) / (sample - 3) * determinant
                + mean * mean * (1 - rho) * (1 - rho) * (1 - rho);
        double t = (r1 - r0) * Math.sqrt((sample - 1) * (1 + rho) / below);
        return Student.upperTail(t, Math.max(sample - 3, 0.5)) >= SIGNIFICANCE;
    }

    boolean liesIn(TimingClass found, int tolerance) {
        return switch (found) {
            case LEADING -> low > tolerance;
            case LAGGING -> high < -tolerance;
            default -> low >= -tolerance && high <= tolerance;
        };
    }
}
