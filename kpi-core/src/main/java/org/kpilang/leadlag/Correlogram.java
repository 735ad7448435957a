package org.kpilang.leadlag;

import java.util.List;
import java.util.Optional;

/**
 * The correlations of a pair at each lead on one time scale, with the bounds that chance alone stays within: what a
 * picture of a finding shows.
 *
 * @param scale  over how many periods growth was summed
 * @param points from the largest lag to the largest lead
 */
public record Correlogram(int scale, List<Point> points) {

    public Correlogram {
        points = List.copyOf(points);
    }

    /**
     * @param lead        how many periods the candidate is taken before the outcome
     * @param correlation of its growth with that of the outcome
     * @param bound       what a correlation must exceed, either way, to be significant after the correction for the
     *                    search over leads and scales
     */
    public record Point(int lead, double correlation, double bound) {}

    /** The point of a lead. */
    public Optional<Point> at(int lead) {
        return points.stream().filter(point -> point.lead() == lead).findFirst();
    }
}
