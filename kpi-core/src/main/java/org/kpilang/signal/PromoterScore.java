package org.kpilang.signal;

import org.kpilang.probability.Normal;
import org.kpilang.series.Interval;

/**
 * A net promoter score, with the doubt that comes from asking some customers only: the mean of answers that count as 1,
 * 0 and -1, times 100. The margin is for large samples drawn at random. Score: Reichheld, The One Number You Need to
 * Grow, Harvard Business Review, December 2003.
 *
 * @param promoters  at least 0
 * @param passives   at least 0
 * @param detractors at least 0; there is one answer or more
 */
public record PromoterScore(double promoters, double passives, double detractors) {

    private static final double POINTS = 100;

    public PromoterScore {
        if (!(promoters >= 0 && passives >= 0 && detractors >= 0 && promoters + passives + detractors > 0
                && promoters + passives + detractors < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "no answers: " + promoters + " promoters, " + passives + " passives and " + detractors
                            + " detractors");
        }
    }

    /** How many answered. */
    public double answers() {
        return promoters + passives + detractors;
    }

    /** In points, from -100 to 100. */
    public double score() {
        // A product that is rounded may come to a little more than all of the points.
        return Math.max(-POINTS, Math.min(POINTS, POINTS * (promoters - detractors) / answers()));
    }

    /** The variance of an answer that counts as 1, 0 or -1: from 0 to 1. */
    public double variance() {
        double mean = (promoters - detractors) / answers();
        return Math.max(0, (promoters + detractors) / answers() - mean * mean);
    }

    /**
     * How far the score may lie from that of all customers, in points; 0 if all answers are of one sort, which says
     * little of a small sample.
     *
     * @param confidence such as 0.95, between 0 and 1
     */
    public double margin(double confidence) {
        return marginWithin(Confidence.deviations(confidence));
    }

    /** The {@linkplain #margin margin}, with the confidence as a number of standard deviations. */
    public double marginWithin(double deviations) {
        return POINTS * deviations * Math.sqrt(variance() / answers());
    }

    /** The score with its margin, as far as there are such scores. */
    public Interval interval(double confidence) {
        double margin = margin(confidence);
        return Interval.between(Math.max(-POINTS, score() - margin), Math.min(POINTS, score() + margin));
    }

    /** How far the difference of two independent surveys may lie from the true one, in points. */
    public double marginOfDifference(PromoterScore other, double confidence) {
        return Confidence.deviations(confidence) * deviationOfDifference(other);
    }

    /** Whether two independent surveys differ by more than chance would let them. */
    public boolean differsFrom(PromoterScore other, double confidence) {
        return Math.abs(score() - other.score()) > marginOfDifference(other, confidence);
    }

    /**
     * How often two surveys of the same customers would differ as much or more by chance; 1 if their scores are the
     * same.
     */
    public double chanceOfDifference(PromoterScore other) {
        double difference = Math.abs(score() - other.score());
        double deviation = deviationOfDifference(other);
        return difference == 0 ? 1 : deviation == 0 ? 0 : Math.min(1, 2 * Normal.upperTail(difference / deviation));
    }

    private double deviationOfDifference(PromoterScore other) {
        return POINTS * Math.sqrt(variance() / answers() + other.variance() / other.answers());
    }
}
