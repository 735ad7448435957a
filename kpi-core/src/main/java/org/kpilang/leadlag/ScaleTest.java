package org.kpilang.leadlag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kpilang.probability.Normal;
import org.kpilang.probability.Student;

/**
 * The test of one pair on one time scale: the correlation of moving sums at every lead, against what two series with
 * the same autocorrelations but without a relation would show (Bartlett 1935), with one chance for the whole search
 * over the leads (Davies 1977, 1987; Rice 1944).
 */
final class ScaleTest {

    private static final double FEWEST_FREEDOM = 0.3;
    private static final double NEARLY_ONE = 0.999999;
    private static final double SMALLEST_CHANCE = 1e-300;
    private static final int BISECTIONS = 60;

    private final int most;
    private final boolean signKnown;
    private final MovingSums candidate;
    private final MovingSums outcome;
    private final double variance;
    private final double smoothness;
    /** By lead, from {@code -most} on: correlations as far as they overlap, and the chances of larger ones. */
    private final double[] correlations;
    private final double[] chances;
    private final int lead;
    private final double familyChance;

    /**
     * @param seasons   by how much seasons that were taken off raise the variance
     * @param most      the largest lead
     * @param signKnown whether the two are expected to rise together
     */
    ScaleTest(MovingSums candidate, MovingSums outcome, double seasons, int most, boolean signKnown) {
        this.candidate = candidate;
        this.outcome = outcome;
        this.most = most;
        this.signKnown = signKnown;
        int count = candidate.values().length;
        variance = variance(count) * seasons;
        smoothness = smoothness(candidate.autocorrelations().length - 1);
        correlations = CrossCorrelation.ofCentred(candidate.values(), outcome.values(),
                Math.sqrt(candidate.sumOfSquares() * outcome.sumOfSquares()), most);
        chances = new double[correlations.length];
        lead = test(count);
        familyChance = familyChance(Math.max(chance(lead), SMALLEST_CHANCE));
    }

    private double variance(int count) {
        double[] a = candidate.autocorrelations();
        double variance = Math.max(bartlett(a, outcome.autocorrelations(), a.length - 1, count), 0.2 / count);
        // Models do not see breaks in the trend; the sample does.
        return candidate.terms() == 1 ? variance : Math.max(variance,
                bartlett(candidate.sample(), outcome.sample(), candidate.sample().length - 1, count));
    }

    /** The variance of a correlation of two unrelated series with these autocorrelations. */
    private static double bartlett(double[] a, double[] b, int lags, int count) {
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            sum += (1 - (double) lag / count) * a[lag] * b[lag];
        }
        return (1 + 2 * sum) / count;
    }

    /** The angle between the correlations of neighbouring leads: small if they move together. */
    private double smoothness(int lags) {
        double[] a = candidate.autocorrelations();
        double[] b = outcome.autocorrelations();
        double neighbours = 0;
        for (int lag = -lags; lag < lags; lag++) {
            neighbours += a[Math.abs(lag + 1)] * b[Math.abs(lag)];
        }
        double all = 1;
        for (int lag = 1; lag <= lags; lag++) {
            all += 2 * a[lag] * b[lag];
        }
        return StrictMath.acos(Math.max(-1, Math.min(1, neighbours / all)));
    }

    /** Tests every lead, and returns the first of those with the smallest chance. */
    private int test(int count) {
        int best = -most;
        for (int k = -most; k <= most; k++) {
            int overlap = count - Math.abs(k);
            double q = limited(correlations[k + most] * Math.sqrt((double) count / overlap));
            double freedom = freedom(count, overlap);
            double t = t(q, freedom);
            correlations[k + most] = q;
            chances[k + most] = signKnown ? Student.upperTail(t, freedom) : Student.twoSidedTail(t, freedom);
            if (chances[k + most] < chances[best + most]) {
                best = k;
            }
        }
        return best;
    }

    static double limited(double correlation) {
        return Math.max(-NEARLY_ONE, Math.min(NEARLY_ONE, correlation));
    }

    /** The chance that the search over all leads finds something as unlikely as this in unrelated series. */
    double familyChance(double chance) {
        double crossings = 0;
        double level = signKnown ? chance : chance / 2;
        if (level < 1) {
            double u = Normal.upperQuantile(level);
            crossings = (signKnown ? 0.5 : 1) * 2 * most * smoothness / Math.PI * StrictMath.exp(-u * u / 2);
        }
        return Math.min(1, Math.min((2 * most + 1) * chance, chance + crossings));
    }

    /** The chance of the correlation that is left without the episode which speaks most for the relation. */
    double chanceWithoutLargestEpisode() {
        double[] a = candidate.values();
        double[] b = outcome.values();
        int count = a.length;
        int first = Math.max(0, lead);
        int end = Math.min(count, count + lead);
        double sign = Math.signum(correlation(lead));
        int peak = first;
        for (int t = first; t < end; t++) {
            if (sign * a[t - lead] * b[t] > sign * a[peak - lead] * b[peak]) {
                peak = t;
            }
        }
        int reach = Math.max(terms(), 2);
        double[] restA = new double[end - first];
        double[] restB = new double[end - first];
        int left = 0;
        for (int t = first; t < end; t++) {
            if (Math.abs(t - peak) > reach) {
                restA[left] = a[t - lead];
                restB[left++] = b[t];
            }
        }
        if (left < 8) {
            return 1;
        }
        double r = limited(CrossCorrelation.of(Arrays.copyOf(restA, left),
                Arrays.copyOf(restB, left), 0).at(0));
        double freedom = freedom(count, left);
        double t = t(r, freedom);
        double chance;
        if (signKnown) {
            chance = Student.upperTail(t, freedom);
        } else {
            chance = r * sign > 0 ? Student.twoSidedTail(t, freedom) : 1;
        }
        return familyChance(Math.min(1, Math.max(SMALLEST_CHANCE, chance)));
    }

    /**
     * The correlations with their bounds.
     *
     * @param significance which chance a bound stands for, after the correction for the search over the leads
     */
    Correlogram correlogram(double significance) {
        double chance = largestChance(significance);
        List<Correlogram.Point> points = new ArrayList<>();
        int count = candidate.values().length;
        for (int k = -most; k <= most; k++) {
            double freedom = freedom(count, count - Math.abs(k));
            double low = 0;
            double high = NEARLY_ONE;
            for (int i = 0; i < BISECTIONS; i++) {
                double middle = (low + high) / 2;
                double tail = Student.upperTail(t(middle, freedom), freedom) * (signKnown ? 1 : 2);
                low = tail > chance ? middle : low;
                high = tail > chance ? high : middle;
            }
            points.add(new Correlogram.Point(k, correlation(k), high));
        }
        return new Correlogram(terms(), points);
    }

    /** The chance of a single lead that still is significant after the search. */
    private double largestChance(double significance) {
        double low = SMALLEST_CHANCE;
        double high = significance;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            boolean significant = familyChance(middle) < significance;
            low = significant ? middle : low;
            high = significant ? high : middle;
        }
        return low;
    }

    private double freedom(int count, int overlap) {
        return Math.max(overlap / (count * variance) - 2, FEWEST_FREEDOM);
    }

    private static double t(double correlation, double freedom) {
        return correlation * Math.sqrt(freedom / (1 - correlation * correlation));
    }

    /** How many growth values are summed. */
    int terms() {
        return candidate.terms();
    }

    int most() {
        return most;
    }

    /** The lead with the smallest chance. */
    int lead() {
        return lead;
    }

    double correlation(int k) {
        return correlations[k + most];
    }

    double chance(int k) {
        return chances[k + most];
    }

    double familyChance() {
        return familyChance;
    }

    double variance() {
        return variance;
    }

    double smoothness() {
        return smoothness;
    }

    /** The autocorrelations of the candidate's sums. */
    double candidateAutocorrelation(int lag) {
        double[] all = candidate.autocorrelations();
        return lag < all.length ? all[lag] : 0;
    }
}
