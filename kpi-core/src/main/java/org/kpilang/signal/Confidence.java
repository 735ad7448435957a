package org.kpilang.signal;

import org.kpilang.probability.Normal;

/** How sure one wants to be, as a number of standard deviations. */
final class Confidence {

    private Confidence() {}

    /**
     * A normal value lies within so many standard deviations of its mean with a chance: 1.96 for 0.95.
     *
     * @param confidence between 0 and 1, both excluded
     */
    static double deviations(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not at " + confidence);
        }
        return Normal.upperQuantile((1 - confidence) / 2);
    }
}
