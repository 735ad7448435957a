package org.kpilang.scorecard;

/** How what is expected of a total grows with time. A target that is spread has its own profile. */
public enum PaceProfile {
    /** The same in each period. */
    PERIODS,
    /** The same on each day, so that longer periods are expected to have more. */
    DAYS
}
