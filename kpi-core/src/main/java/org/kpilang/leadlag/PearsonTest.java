package org.kpilang.leadlag;

import org.kpilang.probability.Student;

/**
 * The correlation of two rows of values at the same time, and how likely a larger one is if they were independent
 * normal noise. Unguarded: values that depend on their own past make it look far too sure.
 *
 * @param chance of a correlation further from zero
 */
public record PearsonTest(double correlation, double t, double chance) {

    /**
     * @param candidate finite numbers, at least three
     * @param outcome   as many finite numbers
     */
    public static PearsonTest of(double[] candidate, double[] outcome) {
        double r = CrossCorrelation.of(candidate, outcome, 0).at(0);
        double freedom = candidate.length - 2;
        double t = r * Math.sqrt(freedom / (1 - r * r));
        return new PearsonTest(r, t, Student.twoSidedTail(t, freedom));
    }
}
