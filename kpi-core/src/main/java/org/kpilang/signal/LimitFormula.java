package org.kpilang.signal;

import org.kpilang.probability.SampleMoments;

/**
 * How limits are worked out of the points of a baseline. The factors are those printed in the tables of Wheeler and
 * Chambers, Understanding Statistical Process Control (SPC Press, 1992), rounded from 2.658681, 3.266532, 3.145074 and
 * 3.864129: three standard deviations of a normal process by the mean or the median of its moving ranges.
 */
public enum LimitFormula {
    /** Around the mean, by the mean moving range: the usual one. */
    MEAN(2.66, 3.268),
    /** Around the mean, by the median moving range, which single jumps do not widen. */
    MEDIAN_RANGE(3.145, 3.865),
    /** Around the median, by the median moving range, for points that lie far out. */
    MEDIAN(3.145, 3.865),
    /**
     * Around a line through the means of the two halves of the baseline, each in the middle of its half, by the mean
     * moving range: for what grows steadily. Of an odd number of points, the middle one belongs to no half.
     */
    TREND(2.66, 3.268);

    private final double limitFactor;
    private final double rangeFactor;

    LimitFormula(double limitFactor, double rangeFactor) {
        this.limitFactor = limitFactor;
        this.rangeFactor = rangeFactor;
    }

    /** How many typical moving ranges the limits lie from the centre. */
    public double limitFactor() {
        return limitFactor;
    }

    /** How many typical moving ranges the largest usual one is. */
    public double rangeFactor() {
        return rangeFactor;
    }

    /** The moving range that is typical of some; NaN if there are none. */
    double typical(double[] ranges) {
        return ranges.length == 0 ? Double.NaN
                : this == MEDIAN_RANGE || this == MEDIAN ? SampleMoments.median(ranges) : SampleMoments.mean(ranges);
    }

    /** Where a process without a trend lies. */
    double level(double[] points) {
        return this == MEDIAN ? SampleMoments.median(points) : SampleMoments.mean(points);
    }
}
