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
    /** Below this, chances of different leads may all come out as zero. */
    private static final double NEARLY_ZERO = 1e-290;
    /** How far apart two statistics must lie for rounding not to turn the order of their chances. */
    private static final double CLEARLY = 1e-9;
    private static final int BISECTIONS = 60;

    private final int most;
    private final Direction direction;
    private final MovingSums candidate;
    private final MovingSums outcome;
    private final double variance;
    private final double smoothness;
    /** By lead, from {@code -most} on: correlations as far as they overlap; the sign is the other one of opposites. */
    private final double[] correlations;
    private final int lead;
    private final double familyChance;

    /**
     * @param raised    by how much seasons that were taken off, and the like, raise the variance
     * @param most      the largest lead
     * @param direction whether the two are expected to rise together; if known, the test is one-sided
     */
    ScaleTest(MovingSums candidate, MovingSums outcome, double raised, int most, Direction direction) {
        this.candidate = candidate;
        this.outcome = outcome;
        this.most = most;
        this.direction = direction;
        int count = candidate.values().length;
        int lags = candidate.autocorrelations().length - 1;
        variance = variance(count, lags) * raised;
        smoothness = smoothness(lags);
        correlations = CrossCorrelation.ofCentred(candidate.values(), outcome.values(),
                Math.sqrt(candidate.sumOfSquares() * outcome.sumOfSquares()), most);
        overlap(count);
        lead = leastLikely();
        familyChance = familyChance(Math.max(chance(lead), SMALLEST_CHANCE));
    }

    private boolean isOneSided() {
        return direction != Direction.UNKNOWN;
    }

    private double variance(int count, int lags) {
        double variance = Math.max(bartlett(candidate.tapered(), outcome.autocorrelations(), lags, count), 0.2 / count);
        // Models do not see breaks in the trend; the sample does.
        return candidate.terms() == 1 ? variance : Math.max(variance,
                bartlett(candidate.taperedSample(), outcome.sample(), candidate.sample().length - 1, count));
    }

    /**
     * The variance of a correlation of two unrelated series with these autocorrelations.
     *
     * @param tapered those of one, weighed by how many values overlap
     */
    private static double bartlett(double[] tapered, double[] other, int lags, int count) {
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            sum += tapered[lag] * other[lag];
        }
        return (1 + 2 * sum) / count;
    }

    /** The angle between the correlations of neighbouring leads: small if they move together. */
    private double smoothness(int lags) {
        double[] a = candidate.autocorrelations();
        double[] b = outcome.autocorrelations();
        double before = 0;
        double after = 0;
        double same = 0;
        for (int lag = 1; lag <= lags; lag++) {
            before += a[lag - 1] * b[lag];
            after += a[lag] * b[lag - 1];
            same += a[lag] * b[lag];
        }
        return StrictMath.acos(Math.max(-1, Math.min(1, (before + after) / (1 + 2 * same))));
    }

    /** Corrects the correlations for the values that do not overlap. */
    private void overlap(int count) {
        double sign = direction == Direction.OPPOSITE ? -1 : 1;
        for (int k = -most; k <= most; k++) {
            correlations[k + most] = limited(sign * correlations[k + most]
                    * Math.sqrt((double) count / (count - Math.abs(k))));
        }
    }

    /**
     * The first of the leads with the smallest chance. Chances are dear, so only those are worked out that may be the
     * smallest: a smaller statistic with no more degrees of freedom, which is at a longer lead, is never less likely.
     */
    private int leastLikely() {
        double[] distances = distances();
        int best = furthest(distances, most);
        double lowest = chance(best);
        boolean all = distances[best + most] <= 0 || lowest < NEARLY_ZERO;
        int reach = most;
        while (reach >= 0) {
            int record = furthest(distances, reach);
            double least = all ? Double.NEGATIVE_INFINITY : distances[record + most] * (1 - CLEARLY);
            for (int k = -reach; k <= reach; k++) {
                if (distances[k + most] >= least) {
                    double chance = chance(k);
                    if (chance < lowest || chance == lowest && k < best) {
                        lowest = chance;
                        best = k;
                    }
                }
            }
            reach = all || distances[record + most] <= 0 ? -1 : Math.abs(record) - 1;
        }
        return best;
    }

    /** How far the statistic of each lead lies from zero, in the expected direction if there is one. */
    private double[] distances() {
        int count = candidate.values().length;
        double[] distances = new double[correlations.length];
        for (int k = -most; k <= most; k++) {
            double t = t(correlations[k + most], freedom(count, count - Math.abs(k)));
            distances[k + most] = isOneSided() ? t : Math.abs(t);
        }
        return distances;
    }

    private int furthest(double[] distances, int reach) {
        int furthest = -reach;
        for (int k = -reach; k <= reach; k++) {
            furthest = distances[k + most] > distances[furthest + most] ? k : furthest;
        }
        return furthest;
    }

    static double limited(double correlation) {
        return Math.max(-NEARLY_ONE, Math.min(NEARLY_ONE, correlation));
    }

    /** The chance that the search over all leads finds something as unlikely as this in unrelated series. */
    double familyChance(double chance) {
        double crossings = 0;
        double level = isOneSided() ? chance : chance / 2;
        if (level < 1) {
            double u = Normal.upperQuantile(level);
            crossings = (isOneSided() ? 0.5 : 1) * 2 * most * smoothness / Math.PI * StrictMath.exp(-u * u / 2);
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
        double turned = direction == Direction.OPPOSITE ? -1 : 1;
        double sign = turned * Math.signum(correlation(lead));
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
        double r = turned * limited(CrossCorrelation.of(Arrays.copyOf(restA, left),
                Arrays.copyOf(restB, left), 0).at(0));
        double freedom = freedom(count, left);
        double t = t(r, freedom);
        double chance;
        if (isOneSided()) {
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
                double tail = Student.upperTail(t(middle, freedom), freedom) * (isOneSided() ? 1 : 2);
                low = tail > chance ? middle : low;
                high = tail > chance ? high : middle;
            }
            points.add(new Correlogram.Point(k, correlation(k), high));
        }
        return new Correlogram(terms(), points);
    }

    /**
     * Both sums in standard deviations, the candidate moved by the lead.
     *
     * @param first the number of the first period of both; the first sum of m terms ends m periods later
     */
    Alignment alignment(int first) {
        double[] a = candidate.values();
        double[] b = outcome.values();
        int count = a.length;
        double spreadA = Math.sqrt(candidate.sumOfSquares() / count);
        double spreadB = Math.sqrt(outcome.sumOfSquares() / count);
        List<Alignment.Point> points = new ArrayList<>();
        for (int t = Math.min(0, lead); t < Math.max(count, count + lead); t++) {
            boolean known = t - lead >= 0 && t - lead < count;
            points.add(new Alignment.Point(first + terms() + t, known ? a[t - lead] / spreadA : Double.NaN,
                    t >= 0 && t < count ? b[t] / spreadB : Double.NaN));
        }
        return new Alignment(terms(), lead, direction.turned(correlation(lead)), points);
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

    /** The chance of a larger correlation at a lead, without the search over the leads. */
    double chance(int k) {
        int count = candidate.values().length;
        double freedom = freedom(count, count - Math.abs(k));
        double t = t(correlations[k + most], freedom);
        return isOneSided() ? Student.upperTail(t, freedom) : Student.twoSidedTail(t, freedom);
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
